import { sha256 as hashOf } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of bytes, or of a text in UTF-8, as 32 bytes. */
export function sha256Bytes(content: string | Uint8Array): Uint8Array {
  return hashOf(typeof content === 'string' ? utf8ToBytes(content) : content)
}

/**
 * SHA-256 of bytes, or of a text in UTF-8, as 64 lower-case hex digits. For what is short it is much cheaper than
 * WebCrypto; a file that passes in a stream is hashed by `hashing`.
 */
export function sha256(content: string | Uint8Array): string {
  return bytesToHex(sha256Bytes(content))
}
