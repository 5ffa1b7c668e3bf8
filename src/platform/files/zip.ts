/**
 * The files inside a ZIP, by its central directory (PKWARE APPNOTE 6.3.10), which knows every size even where the file
 * was written as a stream. Names are not looked at: Alipay's are GBK without saying so.
 */

import { piecesOf, streamOf } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { inflated } from './inflate.ts'
import { UnreadableFile } from './unreadable-file.ts'

export interface Packed {
  /** 0: as it is; 8: deflate. */
  method: number
  crc: number
  size: number
  bytes: Uint8Array<ArrayBuffer>
}

const damaged = (detail: string) => new UnreadableFile('container', 0, detail)

/** What the directory says of one file; `at` is where its own header begins. */
interface Entry {
  flags: number
  method: number
  crc: number
  packedSize: number
  size: number
  at: number
}

/**
 * Lists what is in a ZIP, in the order of its directory; folders are left out.
 * @throws UnreadableFile `container` for what is damaged, encrypted, split, or needs ZIP64 (which begins at 4 GiB)
 */
export function filesIn(zip: Uint8Array<ArrayBuffer>): Packed[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  return [...entriesIn(view)].flatMap(({ flags, method, crc, packedSize, size, at }) => {
    if (flags & 1) throw damaged('encrypted')
    if (method !== 0 && method !== 8) throw damaged(`method ${method}`)
    const bytes = contentAt(zip, view, at, packedSize)
    return size > 0 ? [{ method, crc, size, bytes }] : []
  })
}

/**
 * How large a ZIP says it is inside, in bytes, before anything of it is unpacked. A reader that holds every file to its
 * own size is then safe from one that unpacks without end.
 * @returns null when it is no whole ZIP, or of a kind that a small file has no need to be (ZIP64, or a file of unknown size)
 */
export function unzippedSize(zip: Uint8Array): number | null {
  let sum = 0
  try {
    for (const { flags, packedSize, size } of entriesIn(new DataView(zip.buffer, zip.byteOffset, zip.byteLength))) {
      // Two bytes are what nothing comes to when it is packed; with bit 3 the sizes stand elsewhere.
      if (size === 0 && (packedSize > 2 || (flags & 8) !== 0)) return null
      sum += size
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
  return sum
}

function* entriesIn(view: DataView): Generator<Entry> {
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const isZip64 = count === 0xffff || at === 0xffffffff || view.getUint32(end + 12, true) === 0xffffffff
  if (view.getUint16(end + 4, true) !== 0 || isZip64) throw damaged('zip64')
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged('directory')
    yield {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

/** The record at the very end; a comment of up to 64 KiB may follow it. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at -= 1) {
    const isEnd = view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) === view.byteLength
    if (isEnd) return at
  }
  throw damaged('end')
}

function contentAt(zip: Uint8Array<ArrayBuffer>, view: DataView, offset: number, size: number) {
  if (offset + 30 > zip.length || view.getUint32(offset, true) !== 0x04034b50) throw damaged('local header')
  // Name and extra field may be longer or shorter here than in the directory.
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + size > zip.length) throw damaged('size')
  return zip.subarray(start, start + size)
}

/** A file's bytes, unpacked while they are read. The stream fails where they are not what the directory says. */
export function unpacked(file: Packed): ReadableStream<Uint8Array> {
  return streamOf(checked(file))
}

async function* checked({ method, crc, size, bytes }: Packed): AsyncGenerator<Uint8Array> {
  const content = new Blob([bytes]).stream()
  let [length, found] = [0, 0]
  for await (const piece of piecesOf(method === 0 ? content : inflated(content, 'deflate-raw'))) {
    length += piece.length
    // Before all is read, so that a bomb is not.
    if (length > size) throw damaged('size')
    found = crc32(piece, found)
    yield piece
  }
  if (length !== size || found !== crc) throw damaged('crc')
}
