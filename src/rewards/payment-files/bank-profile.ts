/** How banks differ in what they take of ISO 20022. */
import transliterate from '@sindresorhus/transliterate'
import { latinOf } from '../payees/latin-letters.ts'

export interface BankProfile {
  /** `any`: all of Unicode; `latin`: the characters that every bank takes (SWIFT's set x). */
  characters: 'any' | 'latin'
  /** The longest name, in characters: 140 by the standard, 70 for many banks. */
  nameLength: 70 | 140
  /** `+85261234567`, or `+852-61234567` as ISO 20022 writes a phone number (its type `PhoneNumber`). */
  phone: 'plain' | 'dashed'
}

export const profiles = {
  /** A bank of the region that takes Chinese. */
  unicode: { characters: 'any', nameLength: 140, phone: 'dashed' },
  /** One that does not. */
  latin: { characters: 'latin', nameLength: 70, phone: 'dashed' },
} as const satisfies Record<string, BankProfile>

/** Beyond the characters of SEPA and SWIFT (EPC217-08, set x). */
const beyondLatin = /[^A-Za-z0-9/\-?:().,'+ ]/gu

/** Letters of the scripts that EPC217-08 writes in Latin letters; of any other, half of a name would be a guess. */
const writable = /(?:(?!\p{ASCII})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])+/gu

/** What keyboards type for characters that every bank takes, among them Hawaiian and Uzbek letters that look like an apostrophe. */
const substitutes: readonly [RegExp, string][] = [
  [/[\u2018\u2019\u201b\u2032\u02b9\u02bb-\u02bf\ua78c\u0060\u00b4\u201c-\u201f\u2033\u00ab\u00bb"]/gu, "'"],
  [/[\p{Pd}\u2212_]/gu, '-'],
  [/[[{]/gu, '('],
  [/[\]}]/gu, ')'],
  [/\p{Cf}/gu, ''],
]

/**
 * A text as the bank takes it. Letters lose their marks (`ộ` o, `ü` u), wide ones become narrow, and others are written in
 * Latin letters as EPC217-08 does (`ß` ss, `đ` d, `Œuvre` Oeuvre); characters that a bank does not take become full stops.
 * @returns null when a letter or a digit would be lost, as with Chinese names: half a name is nobody's
 */
export function bankText({ characters }: BankProfile, text: string): string | null {
  if (characters === 'any') return text
  // Before letters are taken apart: some characters are a blank with a mark then.
  const tidied = substitutes.reduce(
    (so, [found, taken]) => so.replace(found, taken),
    text.replace(/[\u00b4\uff07]/gu, "'").normalize('NFKC'),
  )
  const plain = tidied.normalize('NFKD').replace(/\p{M}/gu, '')
  const latin = plain.replace(writable, (found, at: number) => inLatin(found, plain[at + found.length] ?? ''))
  const lost = latin.match(beyondLatin)?.some((one) => /[\p{L}\p{N}]/u.test(one)) ?? false
  const taken = latin.replace(beyondLatin, '.')
  return lost || !/[A-Za-z0-9]/.test(taken) ? null : taken
}

/** The hard and the soft sign, which are not written. */
const silent = /[ЪЬъь]/u

/** A run of other letters. A capital that becomes two letters is a capital only where the word is in capitals. */
function inLatin(run: string, behind: string): string {
  return [...run]
    .map((letter, i, letters) => {
      const written = latinOf[letter.toLowerCase()] ?? (silent.test(letter) ? '' : transliterate(letter) || letter)
      const next = letters[i + 1] ?? behind
      const isCapital = letter !== letter.toLowerCase()
      const inWord = next !== '' && next === next.toLowerCase() && next !== next.toUpperCase()
      if (!isCapital) return written
      return inWord ? written.slice(0, 1).toUpperCase() + written.slice(1).toLowerCase() : written.toUpperCase()
    })
    .join('')
}

/** A phone number from E.164, whose country is one that channels pay to. */
export function phoneFor({ phone }: BankProfile, e164: string): string {
  return phone === 'dashed' ? e164.replace(/^\+(86|85[23])/, '+$1-') : e164
}
