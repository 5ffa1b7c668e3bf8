import { sha256 as hashOf } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of a text in UTF-8, as 64 lower-case hex digits. For short texts at once it is much cheaper than WebCrypto. */
export function sha256(text: string): string {
  return bytesToHex(hashOf(utf8ToBytes(text)))
}
