import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The SHA-256, in hex, of many lines without holding them: what `head -n -1 FILE | sha256sum` says. Lines carry their
 * newline.
 */
export function contentHasher(): { add(line: string): void; end(): string } {
  const hash = sha256.create()
  return {
    add: (line) => void hash.update(utf8ToBytes(line)),
    end: () => bytesToHex(hash.digest()),
  }
}
