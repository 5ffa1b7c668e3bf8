/** Crockford's base 32, in lower case: digits and letters that nobody mistakes for one another. */
export const base32Alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** The first `length` characters of bytes, five bits each. */
export function base32(bytes: Uint8Array, length: number): string {
  let bits = 0
  let bitCount = 0
  let text = ''
  for (const byte of bytes) {
    bitCount = (bitCount << 8) | byte
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += base32Alphabet.charAt((bitCount >> bits) & 31)
    }
    bitCount &= (1 << bits) - 1
  }
  return text
}
