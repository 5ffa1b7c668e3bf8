/** How an XML file begins: what stands before its declaration, and the encoding that it declares. */
import { type Encoding, encodingNamed, markLength } from '../encoding.ts'

/** What is looked at of a file's beginning, in bytes. */
const headSize = 65_536
const newline = 0x0a

export interface XmlBeginning {
  /** Bytes before the declaration, which no parser takes: marks, blank lines and comments. */
  length: number
  /** The line ends in them. */
  lines: number
  /** Null for one that is not read: it is `declared`. */
  encoding: Encoding | null
  declared: string
}

/**
 * Looks at a file's first bytes. XML 1.0 has nothing stand before a declaration, and files that went through a form or a
 * template have blank lines there. A mark of UTF-8 counts before the declaration, and the declaration before a guess.
 */
export function xmlBeginning(bytes: Uint8Array): XmlBeginning {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, headSize))
  const start = startOf(text)
  const [declaration = ''] = /^<\?xml\s[^>]*>/i.exec(text.slice(start, start + 512)) ?? []
  const mark = markLength(bytes)
  // Without a declaration blank lines and comments are what may stand there; a mark never is.
  const length = declaration === '' ? mark : start
  const [, declared = 'utf-8'] = /\bencoding\s*=\s*["']([\w:.-]+)["']/i.exec(declaration) ?? []
  const isMarked = text.slice(0, length).includes('\u00ef\u00bb\u00bf')
  return {
    length,
    lines: bytes.subarray(0, length).reduce((count, byte) => count + (byte === newline ? 1 : 0), 0),
    encoding: isMarked ? 'utf-8' : encodingNamed(declared),
    declared,
  }
}

/** Behind all marks, blanks and comments. */
function startOf(text: string): number {
  const blanks = /(?:\u00ef\u00bb\u00bf|[\t\n\r ])*/y
  for (let at = 0; ; ) {
    blanks.lastIndex = at
    blanks.test(text)
    const { lastIndex } = blanks
    const end = text.startsWith('<!--', lastIndex) ? text.indexOf('-->', lastIndex + 4) : -1
    if (end < 0) return lastIndex
    at = end + 3
  }
}
