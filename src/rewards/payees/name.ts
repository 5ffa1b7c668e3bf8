/** Names of people and banks as they are typed, in the one form in which they are kept. */
import { lengthOf } from '../../platform/i18n/normalize-text.ts'
import { isWrittenInLatin } from './latin-letters.ts'

export type NameFault = 'missing' | 'characters' | 'too_long' | 'not_latin'

const han = '[\\p{Script=Han}〇]'
const betweenHan = (what: string) => new RegExp(`(?<=${han})${what}(?=${han})`, 'gu')
/** What keyboards type for the dot in a name such as 阿依古丽·买买提: bullets, katakana dots, full stops, once or twice. */
const dots = betweenHan(
  ' ?[\\u00b7\\u16eb\\u2022\\u2024\\u2027\\u2219\\u22c5\\u25e6\\u2e31\\u30fb\\uff65.\\ufe52\\uff0e\\u3002\\uff61]{1,2} ?',
)
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
 */
export function readName(text: string, longest: number): { value: string } | { fault: NameFault } {
  const name = text
    .replace(invisible, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(radicals, (part) => part.normalize('NFKC'))
    .replace(/[\s\u2800]+/gu, ' ')
    .trim()
    .replace(dots, '\u00b7')
    .replace(blanks, '')
    .replace(fullStop, '')
  if (name === '') return { fault: 'missing' }
  if (/[\p{C}\p{Emoji_Presentation}]/u.test(name) || !/\p{L}/u.test(name)) return { fault: 'characters' }
  return lengthOf(name) > longest ? { fault: 'too_long' } : { value: name }
}

/** The same, where a bank would lose none of its letters. */
export function readLatinName(text: string, longest: number): ReturnType<typeof readName> {
  const read = readName(text, longest)
  return 'value' in read && !isWrittenInLatin(read.value) ? { fault: 'not_latin' } : read
}
