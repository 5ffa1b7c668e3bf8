/** Mobile numbers as people type them, in E.164. */

export type PhoneFault = 'characters' | 'format' | 'country'

/** Calling codes of the places that channels pay to. */
export type CallingCode = '86' | '852' | '853'

type Read = { value: string } | { fault: PhoneFault }

/**
 * Mobile numbers by the blocks in use, as libphonenumber 1.13.16 has them (decision 29): a new block of an old prefix is
 * taken, a new prefix is not. In Hong Kong 58 is for fixed lines, the rest of 7 for pagers, and 900 is a service.
 */
const mobiles: Record<CallingCode, RegExp> = {
  86: /^1[3-9]\d{9}$/,
  852: /^(?!900)(?:(?:4[02467]|5[1-79]|6\d|70|84|9[0-8])\d\d|710[1-4])\d{4}$/,
  853: /^6[23568]\d{6}$/,
}

/** What people put between digits: blanks, brackets, dashes and dots, and what East Asian keyboards have for those. */
const between = /[\s().\u00b7\u2022\u2027\u2219\u22c5\u30fb\u2212\u30fc\p{Pd}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** Between those of a phone number also what would part two of other numbers. */
const betweenPhone = /[/,_\u3001\u3002]/gu

/** Digits in any width, without what people put between them. */
export function tidyDigits(text: string): string {
  return text.normalize('NFKC').replace(between, '')
}

/**
 * A mobile number of the place. Without a country it is one of the place; `+` and `00` both lead in a country, and some
 * people write it without a sign. What can only be one of another place is told so.
 */
export function readMobile(text: string, code: CallingCode): Read {
  const typed = tidyDigits(text).replace(betweenPhone, '').replace(/^tel:/i, '').replace(/^00/, '+')
  if (!/^\+?\d*$/.test(typed)) return { fault: 'characters' }
  const own = ownNumber(typed, code)
  if (own !== undefined) return { value: `+${code}${own}` }
  const isOfPlace = typed.startsWith(`+${code}`)
  return { fault: !isOfPlace && (typed.startsWith('+') || isElsewhere(typed, code)) ? 'country' : 'format' }
}

/** The number without its country, where it is one of that place. */
function ownNumber(typed: string, code: CallingCode): string | undefined {
  const led = typed.startsWith('+') ? typed.slice(1) : typed
  const behind = led.startsWith(code) ? led.slice(code.length) : undefined
  // In the mainland a 0 leads in numbers of other towns.
  const readings = [typed, behind].flatMap((one) =>
    one === undefined ? [] : [one, code === '86' ? one.replace(/^0/, '') : one],
  )
  return readings.find((one) => mobiles[code].test(one))
}

function isElsewhere(typed: string, code: CallingCode): boolean {
  return (Object.keys(mobiles) as CallingCode[]).some(
    (other) => other !== code && ownNumber(typed, other) !== undefined,
  )
}
