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

/**
 * Lists what is in a ZIP, in the order of its directory; folders are left out.
 * @throws UnreadableFile `container` for what is damaged, encrypted, split, or needs ZIP64 (which begins at 4 GiB)
 */
export function filesIn(zip: Uint8Array<ArrayBuffer>): Packed[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (view.getUint16(end + 4, true) !== 0 || count === 0xffff || start === 0xffffffff) throw damaged('zip64')
  const files: Packed[] = []
  let at = start
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged('directory')
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    if (flags & 1) throw damaged('encrypted')
    if (method !== 0 && method !== 8) throw damaged(`method ${method}`)
    const [packedSize, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const offset = view.getUint32(at + 42, true)
    const bytes = contentAt(zip, view, offset, packedSize)
    if (size > 0) files.push({ method, crc: view.getUint32(at + 16, true), size, bytes })
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return files
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
