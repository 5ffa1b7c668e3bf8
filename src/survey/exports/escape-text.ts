/** Texts that people typed, escaped for the file of codes: its readers know no line breaks within quotes. */

import { escapeFormulas } from '../../platform/files/csv.ts'

/** All that some reader takes for the end of a line, and the backslash that stands for it. */
const escaped = /[\\\n\r\v\f\u0085\u2028\u2029]/g
const short: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' }

const someDigit = /\p{Nd}/u
const numberSigns = /^[\p{Nd}\s.,'’_()+\-−–－＋%$€£¥]*(?:[ed][+-]?\p{Nd}+)?$/iu
/** What statistics software reads as a number, or as an answer that is missing. */
const words =
  /^(?:[-+]?0x[\da-f.]+(?:p[-+]?\d+)?|[-+]?inf(?:inity)?|[-+]?nan|[-+]?1\.#(?:ind|qnan)|<na>|#?n\/?a(?: n\/?a)?|null|none|\.[a-z_]?)$/i

/**
 * The text on one line, written as a JSON string is: a backslash is `\\`, a line end `\n`, other characters `\u2028`. Two
 * kinds of text begin with an escape: what could be read as a number, such as `-1` (`\u002d1`), which is never taken for a
 * code then, and what a spreadsheet could run as a formula. Reading the escapes as JSON does gives the text as it was typed.
 */
export function escapeText(text: string): string {
  const line = escapeFormulas(
    text.replace(escaped, (character) => short[character] ?? unicode(character)),
    unicode,
  )
  const looksLikeCode = (someDigit.test(text) && numberSigns.test(text)) || words.test(text.trim())
  if (!looksLikeCode || line.startsWith('\\u')) return line
  const [first = ''] = line
  return unicode(first) + line.slice(first.length)
}

function unicode(text: string): string {
  return text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
