/** Phone numbers as people type them, in E.164. */

export type PhoneFault = 'characters' | 'format' | 'country'

/** Calling codes of the places that channels pay to. */
export type CallingCode = '86' | '852' | '853'

type Read = { value: string } | { fault: PhoneFault }

/** Any number that a bank account of the place may be registered under. */
const numbers: Record<'86' | '852', RegExp> = { 86: /^1[3-9]\d{9}$/, 852: /^[4-9]\d{7}$/ }

/**
 * Mobile numbers. Of those in Hong Kong's levels 4 to 9, 58 is for fixed lines, 74 to 79 are pagers, and 800, 900, 992 and
 * 999 are services; in Macao all mobile numbers begin with 6.
 */
const mobiles: Record<CallingCode, RegExp> = {
  86: numbers[86],
  852: /^(?!58|7[4-9]|[89]00|99[29])[4-9]\d{7}$/,
  853: /^6\d{7}$/,
}

/** Digits in any width, without what people put between them. */
export function tidyDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\s().·\p{Pd}\p{Cf}]/gu, '')
}

/** A phone number of the place. Without a country it is one of the place; `+` and `00` both lead in a country. */
export function readPhone(text: string, code: keyof typeof numbers): Read {
  return readNumber(tidyDigits(text), code, numbers[code])
}

/** A mobile number of the place. What can only be one of another place is told so, with its country in front or without. */
export function readMobile(text: string, code: CallingCode): Read {
  const typed = tidyDigits(text)
  const read = readNumber(typed, code, mobiles[code])
  return 'fault' in read && read.fault === 'format' && isElsewhere(typed, code) ? { fault: 'country' } : read
}

function readNumber(digits: string, code: CallingCode, national: RegExp): Read {
  const typed = digits.replace(/^00/, '+')
  if (!/^\+?\d*$/.test(typed)) return { fault: 'characters' }
  if (typed.startsWith('+')) {
    const own = typed.slice(1 + code.length)
    if (typed.startsWith(`+${code}`)) return national.test(own) ? { value: `+${code}${own}` } : { fault: 'format' }
    return { fault: 'country' }
  }
  if (national.test(typed)) return { value: `+${code}${typed}` }
  // Some people write the country in front without a sign.
  const own = typed.startsWith(code) ? typed.slice(code.length) : ''
  return national.test(own) ? { value: `+${code}${own}` } : { fault: 'format' }
}

function isElsewhere(typed: string, code: CallingCode): boolean {
  return Object.entries(mobiles).some(
    ([other, national]) =>
      other !== code && (national.test(typed) || (typed.startsWith(other) && national.test(typed.slice(other.length)))),
  )
}
