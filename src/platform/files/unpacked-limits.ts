/** How much may come out of a packed file: a few kilobytes can be packed so that they fill any memory. */
import { piecesOf, streamOf } from './bytes.ts'
import { highestRatio, largestUnpacked, smallUnpacked } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** @throws UnreadableFile `too_large` or `too_packed` where so much may not come out of so many packed bytes */
export function checkUnpacked(unpackedBytes: number, packedBytes: number): void {
  if (unpackedBytes > largestUnpacked) throw new UnreadableFile('too_large', 0, `${largestUnpacked} bytes`)
  if (unpackedBytes > smallUnpacked && unpackedBytes > packedBytes * highestRatio) {
    throw new UnreadableFile('too_packed', 0, `1:${highestRatio}`)
  }
}

/** A stream that fails as soon as more comes out of it than may. */
export function limited(stream: ReadableStream<Uint8Array>, packedBytes: number): ReadableStream<Uint8Array> {
  return streamOf(counted(stream, packedBytes))
}

async function* counted(stream: ReadableStream<Uint8Array>, packedBytes: number): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const piece of piecesOf(stream)) {
    length += piece.length
    checkUnpacked(length, packedBytes)
    yield piece
  }
}
