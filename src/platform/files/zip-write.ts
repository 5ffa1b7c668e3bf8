/**
 * A ZIP as it is made, its files packed and given out piece by piece (PKWARE APPNOTE 6.3.10): sizes stand behind each file,
 * so nobody holds one. No times: the same files make the same bytes wherever the platform packs alike.
 */

import { ByteWriter } from './byte-writer.ts'
import { piecesOf, streamOf } from './bytes.ts'
import { crc32 } from './crc32.ts'

export interface FileToZip {
  /** ASCII, `/` between folders. */
  path: string
  /** At most 4 GiB in all. */
  content: AsyncGenerator<Uint8Array>
}

interface Written {
  path: string
  crc: number
  size: number
  packedSize: number
  offset: number
}

const [sizesBehind, deflate, version] = [8, 8, 20]
/** 1 January 1980, which is where ZIP's days begin. */
const firstDay = 33
const most = 0xffff_ffff

/** @throws RangeError when a file or all of them are over 4 GiB, which this kind of ZIP cannot say */
export async function* zipped(files: AsyncIterable<FileToZip> | Iterable<FileToZip>): AsyncGenerator<Uint8Array> {
  const all: Written[] = []
  let offset = 0
  for await (const { path, content } of files) {
    const file: Written = { path, crc: 0, size: 0, packedSize: 0, offset }
    const head = new ByteWriter().i32(0x04034b50).u16(version).u16(sizesBehind).u16(deflate).u16(0).u16(firstDay)
    yield head.i32(0).i32(0).i32(0).u16(path.length).u16(0).text(path).take()
    for await (const piece of packed(content, file)) {
      file.packedSize += piece.length
      yield piece
    }
    yield sizes(new ByteWriter().i32(0x08074b50), file).take()
    offset += 30 + path.length + file.packedSize + 16
    if (file.size > most || offset > most) throw new RangeError('A ZIP of this kind holds 4 GiB at most.')
    all.push(file)
  }
  yield directory(all, offset)
}

async function* packed(content: AsyncGenerator<Uint8Array>, file: Written): AsyncGenerator<Uint8Array> {
  const counted = streamOf(
    (async function* () {
      for await (const piece of content) {
        file.crc = crc32(piece, file.crc)
        file.size += piece.length
        yield piece
      }
    })(),
    1,
  )
  const through = new CompressionStream('deflate-raw') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>
  yield* piecesOf(counted.pipeThrough(through))
}

const sizes = (out: ByteWriter, { crc, packedSize, size }: Written) => out.i32(crc).i32(packedSize).i32(size)

function directory(files: readonly Written[], offset: number): Uint8Array {
  const out = new ByteWriter()
  for (const file of files) {
    out.i32(0x02014b50).u16(version).u16(version).u16(sizesBehind).u16(deflate).u16(0).u16(firstDay)
    sizes(out, file).u16(file.path.length).fill(0, 12).i32(file.offset).text(file.path)
  }
  const length = out.length
  out.i32(0x06054b50).i32(0).u16(files.length).u16(files.length).i32(length).i32(offset).u16(0)
  return out.take()
}
