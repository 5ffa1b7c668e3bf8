/** How banks differ in what they take of ISO 20022. */

export interface BankProfile {
  /** `any`: all of Unicode; `latin`: the characters that every bank takes (SWIFT's set x). */
  characters: 'any' | 'latin'
  /** A character beyond them is replaced, or refuses the file. */
  beyond: 'replace' | 'refuse'
  /** The longest name, in characters: 140 by the standard, 70 for many banks. */
  nameLength: 70 | 140
  /** `+85261234567`, or `+852-61234567` as ISO 20022 writes a phone number (its type `PhoneNumber`). */
  phone: 'plain' | 'dashed'
}

export const profiles = {
  /** A bank of the region that takes Chinese. */
  unicode: { characters: 'any', beyond: 'refuse', nameLength: 140, phone: 'dashed' },
  /** One that does not. */
  latin: { characters: 'latin', beyond: 'replace', nameLength: 70, phone: 'dashed' },
} as const satisfies Record<string, BankProfile>

const beyondLatin = /[^A-Za-z0-9/\-?:().,'+ ]/gu

/**
 * A text as the bank takes it: letters lose their marks, wide ones become narrow, and what is left over a full stop.
 * @returns null when that is refused, or nothing but full stops would be left
 */
export function textFor({ characters, beyond }: BankProfile, text: string): string | null {
  if (characters === 'any') return text
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '')
  if (beyond === 'refuse') return plain.search(beyondLatin) < 0 ? plain : null
  const latin = plain.replace(beyondLatin, '.')
  return /[A-Za-z0-9]/.test(latin) ? latin : null
}

/** A phone number from E.164, whose country is one that channels pay to. */
export function phoneFor({ phone }: BankProfile, e164: string): string {
  return phone === 'dashed' ? e164.replace(/^\+(86|85[23])/, '+$1-') : e164
}
