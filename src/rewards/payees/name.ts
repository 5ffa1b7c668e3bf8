/** Names of people and banks as they are typed, in the one form in which they are kept. */
import { lengthOf } from '../../platform/i18n/normalize-text.ts'
import { isWrittenInLatin, lengthInLatin } from './latin-letters.ts'

export type NameFault = 'missing' | 'characters' | 'too_long' | 'not_latin'

const han = '[\\p{Script=Han}〇]'
const betweenHan = (what: string) => new RegExp(`(?<=${han})${what}(?=${han})`, 'gu')
/** What keyboards type for the dot in a name such as 阿依古丽·买买提: bullets, katakana dots, full stops, once or twice. */
const typedDots =
  '\\u00b7\\u02d9\\u0387\\u16eb\\u2022\\u2024\\u2027\\u2218\\u2219\\u22c5\\u25aa\\u25e6\\u2981\\u2e31\\u2e33\\u30fb\\uff65.\\ufe52\\uff0e\\u3002\\uff61'
const dotsAnd = (more: string) => betweenHan(` ?[${typedDots}${more}]{1,2} ?`)
const dots = dotsAnd('\\u25cf')
/** Where a wallet hides a part of a name, a black circle stands for a character. */
const dotsOfWallet = dotsAnd('')
const blanks = betweenHan(' ')
/** What nobody sees, wherever it came from: of keyboards, of fonts, of a page that was copied. */
export const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\ufffc]/gu
/** Parts of characters, which copying from a PDF gives instead of the characters that look like them. */
const radicals = /[\u2e80-\u2ef3\u2f00-\u2fd5]/gu
/** A sentence's end behind a Chinese name belongs to no name. */
const fullStop = new RegExp(`(?<=${han})[.,\\u3001\\u3002\\uff61]+$`, 'u')

/**
 * Names are kept as people write them. Only what nobody sees or means goes: blanks are tidied, and none stands between
 * Chinese characters; wide letters are narrow, invisible characters go, and the dot between Chinese characters is U+00B7,
 * as identity documents and Alipay's check of names have it.
 * @param isMasked whether it is a name as a wallet shows it, with asterisks or the like for a part of it
 */
export function readName(text: string, longest: number, isMasked = false): { value: string } | { fault: NameFault } {
  const name = text
    .replace(invisible, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(radicals, (part) => part.normalize('NFKC'))
    .replace(/[\s\u2800]+/gu, ' ')
    .trim()
    .replace(isMasked ? dotsOfWallet : dots, '\u00b7')
    .replace(blanks, '')
    .replace(fullStop, '')
  if (name === '') return { fault: 'missing' }
  if (/[\p{C}\p{Extended_Pictographic}\p{Emoji_Presentation}]/u.test(name) || !/\p{L}/u.test(name))
    return { fault: 'characters' }
  return lengthOf(name) > longest ? { fault: 'too_long' } : { value: name }
}

/** The same, where a bank would lose none of its letters, of which some become two or more. */
export function readLatinName(text: string, longest: number): ReturnType<typeof readName> {
  const read = readName(text, longest)
  if ('fault' in read) return read
  if (!isWrittenInLatin(read.value)) return { fault: 'not_latin' }
  return lengthInLatin(read.value) > longest ? { fault: 'too_long' } : read
}
