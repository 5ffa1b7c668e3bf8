/** Bytes as text and back: base64 (RFC 4648, section 4, without padding), many megabytes at a time. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const codes = new TextEncoder().encode(alphabet)
const values = new Uint8Array(128)
for (const [value, code] of codes.entries()) values[code] = value

const latin = new TextDecoder('latin1')

export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3))
  let at = 0
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    // What lies behind the end of the text is not written.
    text[at] = codes[bits >>> 18] ?? 0
    text[at + 1] = codes[(bits >>> 12) & 63] ?? 0
    text[at + 2] = codes[(bits >>> 6) & 63] ?? 0
    text[at + 3] = codes[bits & 63] ?? 0
    at += 4
  }
  return latin.decode(text)
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let at = 0
  for (let i = 0; i < text.length; i += 4) {
    const bits =
      ((values[text.charCodeAt(i)] ?? 0) << 18) |
      ((values[text.charCodeAt(i + 1)] ?? 0) << 12) |
      ((values[text.charCodeAt(i + 2)] ?? 0) << 6) |
      (values[text.charCodeAt(i + 3)] ?? 0)
    bytes[at] = bits >>> 16
    bytes[at + 1] = bits >>> 8
    bytes[at + 2] = bits
    at += 3
  }
  return bytes
}
