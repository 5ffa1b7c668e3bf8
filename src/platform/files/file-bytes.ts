/** A file whose bytes can be read from any place, wherever it lies: nobody has to hold all of it. */
import { allBytes, piecesOf, streamOf } from './bytes.ts'

export interface FileBytes {
  /** How many bytes it has. */
  size: number
  /** Its bytes from a place on, to its end. */
  from(offset: number): ReadableStream<Uint8Array>
}

/** A small file that is at hand; it is copied. */
export function inMemory(bytes: Uint8Array): FileBytes {
  const blob = new Blob([new Uint8Array(bytes)])
  return { size: bytes.length, from: (offset) => blob.slice(offset).stream() }
}

/** So many bytes from a place on; fewer where the file ends. */
export function bytesAt(file: FileBytes, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return allBytes(firstBytes(file.from(offset), length), length)
}

/** The bytes of a file between two places, as they are read. */
export function between(file: FileBytes, from: number, to: number): ReadableStream<Uint8Array> {
  return streamOf(upTo(file.from(from), to - from))
}

/** A stream's first bytes. */
export function firstBytes(stream: ReadableStream<Uint8Array>, length: number): ReadableStream<Uint8Array> {
  return streamOf(upTo(stream, length))
}

async function* upTo(stream: ReadableStream<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let left = length
  if (left <= 0) return
  for await (const piece of piecesOf(stream)) {
    yield piece.subarray(0, left)
    left -= piece.length
    if (left <= 0) return
  }
}
