/**
 * The files inside a ZIP, by its central directory (PKWARE APPNOTE 6.3.10), which knows every size even where the file
 * was written as a stream. It is read from any place, so that nobody holds all of it. Names are not looked at: Alipay's
 * are GBK without saying so.
 */

import { piecesOf, streamOf } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { between, bytesAt, type FileBytes, inMemory } from './file-bytes.ts'
import { inflated } from './inflate.ts'
import { mostFiles } from './limits.ts'
import { checkUnpacked } from './unpacked-limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

export interface Packed {
  /** 0: as it is; 8: deflate. */
  method: number
  crc: number
  size: number
  packedSize: number
  /** Where its own header begins in the ZIP. */
  offset: number
  zip: FileBytes
}

const damaged = (detail: string) => new UnreadableFile('container', 0, detail)
const endLength = 22
const entryLength = 46
const headerLength = 30
const longestComment = 0xffff

/** What the directory says of one file; `offset` is where its own header begins. */
interface Entry {
  flags: number
  method: number
  crc: number
  packedSize: number
  size: number
  offset: number
}

/**
 * Lists what is in a ZIP, in the order of its directory; folders are left out.
 * @throws UnreadableFile `container` for what is damaged, encrypted, split, or needs ZIP64 (which begins at 4 GiB);
 * `too_large`, `too_packed` or `too_many_files` before anything is unpacked
 */
export async function filesIn(zip: FileBytes): Promise<Packed[]> {
  const tailAt = Math.max(0, zip.size - endLength - longestComment)
  const { count, start, end } = directoryIn(viewOf(await bytesAt(zip, tailAt, zip.size - tailAt)), tailAt)
  if (count > mostFiles) throw new UnreadableFile('too_many_files', 0, `${count} of ${mostFiles}`)
  let total = 0
  const files = [...entriesIn(viewOf(await bytesAt(zip, start, end - start)), count)].flatMap((entry) => {
    const { flags, method, crc, packedSize, size, offset } = entry
    if (flags & 1) throw damaged('encrypted')
    if (method !== 0 && method !== 8) throw damaged(`method ${method}`)
    if (offset + headerLength + packedSize > zip.size) throw damaged('size')
    checkUnpacked(size, packedSize)
    total += size
    return size > 0 ? [{ method, crc, size, packedSize, offset, zip }] : []
  })
  // Files that share their packed bytes pass one by one, and not together.
  checkUnpacked(total, zip.size)
  return files
}

/**
 * How large a ZIP says it is inside, in bytes, before anything of it is unpacked. A reader that holds every file to its
 * own size is then safe from one that unpacks without end.
 * @returns null when it is no whole ZIP, or of a kind that a small file has no need to be (ZIP64, or a file of unknown size)
 */
export function unzippedSize(zip: Uint8Array): number | null {
  let sum = 0
  try {
    const { count, start, end } = directoryIn(viewOf(zip), 0)
    if (count > mostFiles) return null
    for (const { flags, packedSize, size } of entriesIn(viewOf(zip.subarray(start, end)), count)) {
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

/**
 * Where the directory is, by the record at the very end, behind which a comment may stand.
 * @param tail the end of the ZIP, which begins at `tailAt`
 */
function directoryIn(tail: DataView, tailAt: number): { count: number; start: number; end: number } {
  for (let at = tail.byteLength - endLength; at >= 0; at -= 1) {
    const isEnd =
      tail.getUint32(at, true) === 0x06054b50 && at + endLength + tail.getUint16(at + 20, true) === tail.byteLength
    if (!isEnd) continue
    const [count, start] = [tail.getUint16(at + 10, true), tail.getUint32(at + 16, true)]
    const isZip64 = count === 0xffff || start === 0xffffffff || tail.getUint32(at + 12, true) === 0xffffffff
    if (tail.getUint16(at + 4, true) !== 0 || isZip64) throw damaged('zip64')
    return { count, start, end: tailAt + at }
  }
  throw damaged('end')
}

function* entriesIn(directory: DataView, count: number): Generator<Entry> {
  let at = 0
  for (let i = 0; i < count; i += 1) {
    const isEntry = at + entryLength <= directory.byteLength && directory.getUint32(at, true) === 0x02014b50
    if (!isEntry) throw damaged('directory')
    yield {
      flags: directory.getUint16(at + 8, true),
      method: directory.getUint16(at + 10, true),
      crc: directory.getUint32(at + 16, true),
      packedSize: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      offset: directory.getUint32(at + 42, true),
    }
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.getUint16(at + field, true))
    at += entryLength + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** A file's bytes, unpacked while they are read. The stream fails where they are not what the directory says. */
export function unpacked(file: Packed): ReadableStream<Uint8Array> {
  return streamOf(checked(file))
}

async function* checked(file: Packed): AsyncGenerator<Uint8Array> {
  const { method, crc, size } = file
  const content = await contentOf(file)
  let [length, found] = [0, 0]
  for await (const piece of piecesOf(method === 0 ? content : inflated(content))) {
    length += piece.length
    // Before all is read, so that a bomb is not.
    if (length > size) throw damaged('size')
    found = crc32(piece, found)
    yield piece
  }
  if (length !== size || found !== crc) throw damaged('crc')
}

async function contentOf({ zip, offset, packedSize }: Packed): Promise<ReadableStream<Uint8Array>> {
  const header = viewOf(await bytesAt(zip, offset, headerLength))
  if (header.byteLength < headerLength || header.getUint32(0, true) !== 0x04034b50) throw damaged('local header')
  // Name and extra field may be longer or shorter here than in the directory.
  const start = offset + headerLength + header.getUint16(26, true) + header.getUint16(28, true)
  if (start + packedSize > zip.size) throw damaged('size')
  return between(zip, start, start + packedSize)
}

/**
 * The first file of a ZIP of which only the beginning has come, as far as it has: its directory is not there yet.
 * Nothing that comes of it is checked.
 */
export function firstIn(head: Uint8Array): ReadableStream<Uint8Array> | null {
  const view = viewOf(head)
  if (view.byteLength < headerLength || view.getUint32(0, true) !== 0x04034b50) return null
  const start = headerLength + view.getUint16(26, true) + view.getUint16(28, true)
  const packedSize = view.getUint32(18, true) || sizeBehind(view, start)
  const content = inMemory(head.subarray(start, start + packedSize)).from(0)
  return view.getUint16(8, true) === 0 ? content : inflated(content)
}

/** Where a file that was written as a stream ends: it says its size only behind itself. */
function sizeBehind(view: DataView, start: number): number {
  for (let at = start; at + 4 <= view.byteLength; at += 1) {
    if (view.getUint32(at, true) === 0x08074b50) return at - start
  }
  return view.byteLength - start
}
