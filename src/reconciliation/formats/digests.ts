/** Hashes of a file while it passes. */
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { piecesOf, streamOf } from '../../platform/files/bytes.ts'

const hashes = { sha1, sha256 }
/** `sha1` is what WeChat announces; `sha256` tells whether the same file was here before, under any name. */
export type HashName = keyof typeof hashes

/**
 * The same stream; `digests()` gives its hashes in hex, once it has been read to its end. WebCrypto takes a file only
 * whole, so these are a library's.
 * @throws from `digests()`, when the end has not been reached
 */
export function hashing<Name extends HashName>(
  stream: ReadableStream<Uint8Array>,
  names: readonly Name[],
): { stream: ReadableStream<Uint8Array>; digests: () => { [name in Name]: string } } {
  const running = names.map((name) => [name, hashes[name].create()] as const)
  let result: { [name in Name]: string } | null = null
  async function* passing() {
    for await (const piece of piecesOf(stream)) {
      for (const [, hash] of running) hash.update(piece)
      yield piece
    }
    const entries = running.map(([name, hash]) => [name, bytesToHex(hash.digest())])
    result = Object.fromEntries(entries) as { [name in Name]: string }
  }
  return {
    stream: streamOf(passing()),
    digests() {
      if (result === null) throw new Error('The stream has not been read to its end.')
      return result
    },
  }
}
