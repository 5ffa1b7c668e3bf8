/** Which encoding a text file is in, and reading it without forgiving anything. */

export const encodings = ['utf-8', 'gb18030', 'windows-1252'] as const
/** gb18030 holds all of GBK and GB 2312. */
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

/**
 * UTF-8 when the first bytes are, GB 18030 otherwise: few texts in the latter pass for the former. The head may end
 * in the middle of a character.
 */
export function sniffEncoding(head: Uint8Array): Encoding {
  if (markLength(head) > 0) return 'utf-8'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/** The first part of a file as text for looking at, whatever stands in it. */
export function glance(head: Uint8Array): string {
  return new TextDecoder(sniffEncoding(head)).decode(head, { stream: true })
}
