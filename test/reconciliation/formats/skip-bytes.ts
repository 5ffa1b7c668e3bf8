/** Going on in a stream that is read from its beginning. */
import { piecesOf, streamOf } from '../../../src/platform/files/bytes.ts'

/**
 * A stream without its first `offset` bytes, for going on at a checkpoint where the file can only be read from its
 * beginning. Costs the reading (and unpacking) of what is left out, not its parsing.
 */
export function skipBytes(stream: ReadableStream<Uint8Array>, offset: number): ReadableStream<Uint8Array> {
  return streamOf(without(piecesOf(stream), offset))
}

async function* without(pieces: AsyncGenerator<Uint8Array>, offset: number): AsyncGenerator<Uint8Array> {
  let left = offset
  for await (const piece of pieces) {
    if (left < piece.length) yield piece.subarray(left)
    left = Math.max(0, left - piece.length)
  }
}
