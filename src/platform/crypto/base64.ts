/** Base64 (RFC 4648, section 4) of signatures, sealed texts and the pieces of files. */

const common = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const alphabet = new TextEncoder().encode(`${common}+/`)
const urlAlphabet = new TextEncoder().encode(`${common}-_`)
const padding = 61
const ascii = new TextDecoder()
/** What each character of base64url stands for; -1 for every other one of ASCII. */
const urlBits = Int8Array.from({ length: 128 }, (_, code) => urlAlphabet.indexOf(code))

/** Bytes as base64 with padding. */
export function toBase64(bytes: ArrayBuffer | Uint8Array): string {
  const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
  const text = new Uint8Array(Math.ceil(view.length / 3) * 4).fill(padding)
  return written(view, alphabet, text)
}

/** Bytes as base64url without padding (RFC 4648, section 5), as tokens have it. */
export function toBase64Url(bytes: Uint8Array): string {
  return written(bytes, urlAlphabet, new Uint8Array(Math.ceil((bytes.length * 4) / 3)))
}

/** By table: `btoa` wants a string of one character a byte, which takes ten times as long. What has no place in `text` falls away. */
function written(view: Uint8Array, alphabet: Uint8Array, text: Uint8Array): string {
  const digits = Math.ceil((view.length * 4) / 3)
  let at = 0
  for (let i = 0; i < view.length; i += 3) {
    const bits = ((view[i] ?? 0) << 16) | ((view[i + 1] ?? 0) << 8) | (view[i + 2] ?? 0)
    for (let shift = 18; shift >= 0 && at < digits; shift -= 6) text[at++] = alphabet[(bits >>> shift) & 63] ?? 0
  }
  return ascii.decode(text)
}

/** The bytes of base64url without padding, or null when the text is none. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  const length = bytesIn(text)
  if (length === null) return null
  const bytes = new Uint8Array(length)
  return readInto(bytes, 0, text) ? bytes : null
}

/** How many bytes a text of base64url is of; null for a length that none has. */
export function bytesIn(text: string): number | null {
  return text.length % 4 === 1 ? null : Math.floor((text.length * 3) / 4)
}

/** Writes the bytes of a text of base64url from `at` on, which must be `bytesIn`; whether it is one. */
export function readInto(bytes: Uint8Array, at: number, text: string): boolean {
  let [next, kept, bits] = [at, 0, 0]
  for (let n = 0; n < text.length; n += 1) {
    const value = urlBits[text.charCodeAt(n)] ?? -1
    if (value < 0) return false
    kept = (kept << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[next++] = (kept >>> bits) & 255
  }
  return true
}

/** The bytes of base64 with or without padding, or null when the text is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  let binary: string
  try {
    binary = atob(text)
  } catch {
    return null
  }
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}
