/** Unpacking by what the platform has; what it cannot unpack is a broken file, not a failure of ours. */

import { piecesOf, streamOf } from './bytes.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** What was packed with deflate (RFC 1951), as it lies in a ZIP. */
export function inflated(packed: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return streamOf(unpacking(packed))
}

async function* unpacking(packed: ReadableStream<Uint8Array>) {
  // A failure of reading has to stay what it is.
  let failure: { error: unknown } | null = null
  const source = piecesOf(packed)
  const watched = streamOf(
    (async function* () {
      try {
        yield* source
      } catch (error) {
        failure = { error }
        throw error
      }
    })(),
  )
  const through = new DecompressionStream('deflate-raw') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>
  const pieces = piecesOf(watched.pipeThrough(through))
  for (;;) {
    let next: IteratorResult<Uint8Array>
    try {
      next = await pieces.next()
    } catch {
      if (failure !== null) throw (failure as { error: unknown }).error
      throw new UnreadableFile('container', 0, 'deflate')
    }
    if (next.done) return
    yield next.value
  }
}
