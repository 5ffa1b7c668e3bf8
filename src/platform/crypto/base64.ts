/** Base64 (RFC 4648, section 4) of signatures, sealed texts and the pieces of files. */

const alphabet = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
const padding = 61
const ascii = new TextDecoder()

/** Bytes as base64 with padding. By table: `btoa` wants a string of one character a byte, which takes ten times as long. */
export function toBase64(bytes: ArrayBuffer | Uint8Array): string {
  const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
  const text = new Uint8Array(Math.ceil(view.length / 3) * 4)
  let at = 0
  for (let i = 0; i < view.length; i += 3) {
    const bits = ((view[i] ?? 0) << 16) | ((view[i + 1] ?? 0) << 8) | (view[i + 2] ?? 0)
    text[at] = alphabet[bits >>> 18] ?? 0
    text[at + 1] = alphabet[(bits >>> 12) & 63] ?? 0
    text[at + 2] = alphabet[(bits >>> 6) & 63] ?? 0
    text[at + 3] = alphabet[bits & 63] ?? 0
    at += 4
  }
  text.fill(padding, Math.ceil((view.length * 4) / 3))
  return ascii.decode(text)
}

/** Bytes as base64url without padding (RFC 4648, section 5), as tokens have it. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The bytes of base64url, or null when the text is none. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  return /^[\w-]*$/.test(text) ? fromBase64(text.replaceAll('-', '+').replaceAll('_', '/')) : null
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
