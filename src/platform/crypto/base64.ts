/** Base64 (RFC 4648, section 4) of signatures, sealed texts and the pieces of files. */

/** How many bytes become arguments of one call; engines take no more than some ten thousand. */
const slice = 8192

/** Bytes as base64 with padding. */
export function toBase64(bytes: ArrayBuffer | Uint8Array): string {
  const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
  let binary = ''
  for (let at = 0; at < view.length; at += slice) binary += String.fromCharCode(...view.subarray(at, at + slice))
  return btoa(binary)
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
