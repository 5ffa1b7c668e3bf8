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

/** What a job has where no file was given. */
export const noFile: FileBytes = inMemory(new Uint8Array())

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

/** How much of a file that lies elsewhere is fetched at once, in bytes. */
export const pageBytes = 512 * 1024

/**
 * A file of which pages of `pageBytes` are fetched as they are read; the last two are kept, as whoever reads a ZIP goes to
 * and fro within one.
 * @param fetchPage the page of this number, from 0; shorter where the file ends
 */
export function pagedFile(size: number, fetchPage: (n: number) => Promise<Uint8Array>): FileBytes {
  const cache = new Map<number, Promise<Uint8Array>>()
  const pageAt = (n: number): Promise<Uint8Array> => {
    const page = cache.get(n) ?? fetchPage(n)
    // The one that was asked for last stands last, and the first goes.
    cache.delete(n)
    cache.set(n, page)
    const [oldest] = cache.keys()
    if (cache.size > 2 && oldest !== undefined) cache.delete(oldest)
    return page
  }
  async function* pagesFrom(offset: number) {
    for (let at = offset; at < size; ) {
      const n = Math.floor(at / pageBytes)
      const bytes = (await pageAt(n)).subarray(at - n * pageBytes)
      if (bytes.length === 0) return
      yield bytes
      at += bytes.length
    }
  }
  return { size, from: (offset) => streamOf(pagesFrom(offset)) }
}

/** The page of this number of a file that is at hand. */
export async function pageOf(file: FileBytes, n: number): Promise<Uint8Array<ArrayBuffer>> {
  return bytesAt(file, n * pageBytes, pageBytes)
}
