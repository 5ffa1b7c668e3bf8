/** Which encoding a text file is in, and reading it without forgiving anything. */

import { piecesOf, streamOf } from './bytes.ts'
import { UnreadableFile } from './unreadable-file.ts'

export const encodings = ['utf-8', 'gb18030', 'big5', 'windows-1252', 'iso-8859-15', 'windows-1250'] as const
/** gb18030 holds all of GBK and GB 2312; big5 is what Hong Kong and Macao wrote before Unicode. */
export type Encoding = (typeof encodings)[number]

const mark = [0xef, 0xbb, 0xbf]

/** How many bytes of a byte order mark of UTF-8 the file begins with: 3 or 0. */
export function markLength(head: Uint8Array): number {
  return mark.every((byte, at) => head[at] === byte) ? mark.length : 0
}

/** A text exactly as it stands, byte order mark and all, or null where the bytes are not of that encoding. */
export function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    // A replacement character says that an earlier program has lost what stood here.
    return text.includes('\ufffd') ? null : text
  } catch {
    return null
  }
}

/** A whole text in UTF-16 without its mark: null where it breaks off, undefined where it is in another encoding. */
export function utf16Text(bytes: Uint8Array): string | null | undefined {
  const order = utf16In(bytes)
  if (order === null) return undefined
  try {
    return new TextDecoder('utf-16le', { fatal: true }).decode(order === 'utf-16le' ? bytes : swapped(bytes))
  } catch {
    return null
  }
}

/** What stands in every statement; in another encoding than its own, its bytes are none of these. */
const usual = /日期|交易|[金余餘][额額]|[结結][余餘]|摘要|[账賬帐帳][户戶]|收入|支出|存入|提取|[币幣]/

/**
 * UTF-8 when the first bytes are (or UTF-16, which is made UTF-8 when the file is opened), otherwise GB 18030, or Big5 where
 * only that has words of a statement, or Windows-1252 where neither has any and letters with accents do: few texts in these
 * pass for UTF-8. The head may end in the middle of a character.
 */
export function sniffEncoding(head: Uint8Array): Encoding {
  if (markLength(head) > 0 || utf16In(head) !== null) return 'utf-8'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    const has = (encoding: Encoding) => usual.test(new TextDecoder(encoding).decode(head, { stream: true }))
    if (has('gb18030')) return 'gb18030'
    if (has('big5')) return 'big5'
    return isLatin(head) ? 'windows-1252' : 'gb18030'
  }
}

/**
 * Whether bytes beyond ASCII are letters with accents: no three of them stand together, as those of Chinese do, and read as
 * GB 18030 they break it, or stand within words as Han.
 */
function isLatin(head: Uint8Array): boolean {
  if (/[\u0080-\uffff]{3}/.test(new TextDecoder('windows-1252').decode(head))) return false
  let text: string
  try {
    text = new TextDecoder('gb18030', { fatal: true }).decode(head, { stream: true })
  } catch {
    return true
  }
  const runs = text.match(/\p{Script=Han}+/gu) ?? []
  const within = text.match(/[a-z]\p{Script=Han}{1,2}[a-z]/giu) ?? []
  return within.length > 0 && within.length * 2 >= runs.length
}

/** The first part of a file as text for looking at, whatever stands in it, each row with a newline behind it. */
export function decodePrefix(head: Uint8Array): string {
  const text = textOf(head)
  return text.includes('\n') ? text : text.replaceAll('\r', '\n')
}

function textOf(head: Uint8Array): string {
  const utf16 = utf16In(head)
  if (utf16 !== null) {
    return new TextDecoder('utf-16le').decode(utf16 === 'utf-16le' ? head : swapped(head), { stream: true })
  }
  return new TextDecoder(sniffEncoding(head)).decode(head, { stream: true })
}

/** The encoding of a name as XML declares it; null for one that is not read. */
export function encodingNamed(name: string): Encoding | null {
  // UTF-16 is made UTF-8 when a file is opened; its declaration stays.
  if (/^(utf[-_]?8|us-ascii|ascii|unicode|utf[-_]?16([-_]?(le|be))?)$/i.test(name)) return 'utf-8'
  if (/^(iso[-_]?8859[-_]?1|latin-?1|windows-1252|cp1252)$/i.test(name)) return 'windows-1252'
  if (/^(iso[-_]?8859[-_]?15|latin-?9)$/i.test(name)) return 'iso-8859-15'
  if (/^(windows-|cp)1250$/i.test(name)) return 'windows-1250'
  if (/^(big-?5(-?hkscs)?|cp950)$/i.test(name)) return 'big5'
  return /^(x-gbk|gbk|gb[-_]?2312|gb[-_]?18030|gb_?2312-80|euc-cn|(cp|ms|windows-)936)$/i.test(name) ? 'gb18030' : null
}

/** Whether the first bytes are of a text in UTF-16: by its mark, or by the zeros beside Latin letters. */
export function utf16In(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const first = head.subarray(0, 64)
  const isZero = (parity: number) =>
    first.length >= 4 && first.every((byte, at) => (byte === 0) === (at % 2 === parity))
  return isZero(1) ? 'utf-16le' : isZero(0) ? 'utf-16be' : null
}

/** Whether rows end as old Macs, and Excel there, still end them: with a carriage return alone. */
export function hasBareReturns(head: Uint8Array): boolean {
  return head.includes(0x0d) && !head.includes(0x0a)
}

/** The same text with newlines for carriage returns, which are no part of another character in any encoding here. */
export function withNewlines(stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return streamOf(newlined(stream))
}

async function* newlined(stream: ReadableStream<Uint8Array>) {
  for await (const piece of piecesOf(stream)) yield piece.map((byte) => (byte === 0x0d ? 0x0a : byte))
}

/** A text in UTF-16 as the same text in UTF-8, without its mark, piece by piece. */
export function utf8From(stream: ReadableStream<Uint8Array>, encoding: 'utf-16le' | 'utf-16be') {
  return streamOf(transcoded(stream, encoding))
}

async function* transcoded(stream: ReadableStream<Uint8Array>, encoding: 'utf-16le' | 'utf-16be') {
  const decoder = new TextDecoder('utf-16le', { fatal: true })
  const decode = (bytes: Uint8Array, isEnd: boolean) => {
    try {
      return new TextEncoder().encode(decoder.decode(bytes, { stream: !isEnd }))
    } catch {
      throw new UnreadableFile<'encoding'>('encoding', 0, encoding)
    }
  }
  // Pieces have an even length, so that no pair of bytes is cut.
  for await (const piece of piecesOf(stream)) {
    const text = decode(encoding === 'utf-16le' ? piece : swapped(piece), false)
    if (text.length > 0) yield text
  }
  decode(new Uint8Array(), true)
}

function swapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => bytes[at % 2 === 0 ? at + 1 : at - 1] ?? byte)
}

/** How a text is written that has to be written anew before it is read. */
export function writtenIn(head: Uint8Array): 'utf-16' | 'returns' | null {
  return utf16In(head) !== null ? 'utf-16' : hasBareReturns(head) ? 'returns' : null
}
