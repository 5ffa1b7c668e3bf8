/** How long a text is in UTF-8, and what of it fits. */

const encoder = new TextEncoder()

/** In bytes. */
export const utf8Length = (text: string): number => encoder.encode(text).length

/** The beginning of a text that takes at most `bytes` in UTF-8: whole characters, and an ellipsis where something is missing. */
export function fitted(text: string, bytes: number): string {
  if (utf8Length(text) <= bytes) return text
  const room = new Uint8Array(Math.max(0, bytes - 3))
  const { read } = encoder.encodeInto(text, room)
  return `${text.slice(0, read).trimEnd()}…`
}
