/** Hashes of a file while it passes. */
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { piecesOf, streamOf } from './bytes.ts'

export interface Digests {
  /** What WeChat announces of the unpacked file. */
  sha1: string
  /** What tells whether the same file was here before, under any name. */
  sha256: string
  bytes: number
}

/**
 * The same stream; `digests()` gives the hashes in hex, once it has been read to its end. WebCrypto takes a file only
 * whole, so these are a library's.
 * @throws from `digests()`, when the end has not been reached
 */
export function hashing(stream: ReadableStream<Uint8Array>): {
  stream: ReadableStream<Uint8Array>
  digests: () => Digests
} {
  const one = sha1.create()
  const two = sha256.create()
  let bytes = 0
  let result: Digests | null = null
  async function* passing() {
    for await (const piece of piecesOf(stream)) {
      one.update(piece)
      two.update(piece)
      bytes += piece.length
      yield piece
    }
    result = { sha1: bytesToHex(one.digest()), sha256: bytesToHex(two.digest()), bytes }
  }
  return {
    stream: streamOf(passing()),
    digests() {
      if (result === null) throw new Error('The stream has not been read to its end.')
      return result
    },
  }
}
