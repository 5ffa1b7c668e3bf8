/** How long a text is in UTF-8, and what of it fits. */

const encoder = new TextEncoder()

/** In bytes, as an encoder would write it: half of a pair that stands alone takes three. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x80) bytes += unit < 0x800 ? 1 : 2
    if (unit >= 0xd800 && unit < 0xdc00 && isLow(text.charCodeAt(at + 1))) {
      // Both halves take four bytes together.
      at += 1
    }
  }
  return bytes
}

const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000

/** The beginning of a text that takes at most `bytes` in UTF-8: whole characters, and an ellipsis where something is missing. */
export function fitted(text: string, bytes: number): string {
  if (utf8Length(text) <= bytes) return text
  const room = new Uint8Array(Math.max(0, bytes - 3))
  const { read } = encoder.encodeInto(text, room)
  return `${text.slice(0, read).trimEnd()}…`
}
