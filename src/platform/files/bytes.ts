/** Streams of bytes, cut and joined. What chunks a stream came in makes no difference to anyone above. */
import { UnreadableFile } from './unreadable-file.ts'

/** How much is looked at in one go. */
const pieceSize = 65_536

/** The bytes of a stream in pieces of exactly `size`, but for the last. Whoever stops early cancels the stream. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>, size = pieceSize): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  let piece = new Uint8Array(size)
  let filled = 0
  let isDone = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) {
        isDone = true
        break
      }
      for (let at = 0; at < value.length; ) {
        const taken = value.subarray(at, at + size - filled)
        piece.set(taken, filled)
        filled += taken.length
        at += taken.length
        if (filled < size) continue
        yield piece
        piece = new Uint8Array(size)
        filled = 0
      }
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined)
  }
  if (filled > 0) yield piece.subarray(0, filled)
}

/** A stream of what is made as it is asked for, or so many pieces ahead of whoever reads. */
export function streamOf(pieces: AsyncGenerator<Uint8Array>, ahead = 0): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: ahead },
  )
}

/** The first bytes of a stream, at most `size`, and the stream as it was. */
export async function peek(
  stream: ReadableStream<Uint8Array>,
  size = pieceSize,
): Promise<{ head: Uint8Array; whole: ReadableStream<Uint8Array> }> {
  const pieces = piecesOf(stream, size)
  const first = await pieces.next()
  const head = first.done ? new Uint8Array() : first.value
  return { head, whole: streamOf(again(head, pieces)) }
}

async function* again(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}

/** All bytes of a stream, at most `limit` of them. */
export async function allBytes(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of piecesOf(stream)) {
    length += piece.length
    if (length > limit) throw new UnreadableFile('too_large', 0, String(limit))
    pieces.push(piece)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** Reads a stream to its end, where only its passing matters. */
export async function readThrough(stream: ReadableStream<Uint8Array>): Promise<void> {
  const pieces = piecesOf(stream)
  for (let next = await pieces.next(); !next.done; ) next = await pieces.next()
}
