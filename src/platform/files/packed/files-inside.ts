/**
 * The files in a packed file, and in the packed files among those: portals put a `day.xml.gz` into a ZIP, and send a ZIP
 * through a gzip. One level within another is opened and no more; the limits hold for all of it together.
 */
import { allBytes, peek, piecesOf } from '../bytes.ts'
import { bytesAt, type FileBytes, inMemory } from '../file-bytes.ts'
import { largestWorkbook, mostFiles } from '../limits.ts'
import { checkUnpacked, limited } from '../unpacked-limits.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { filesIn, firstIn, type Packed, unpacked } from '../zip.ts'
import { gunzipped } from './gunzip.ts'
import { isPacked, isWorkbook, wrappingOf } from './wrapping.ts'

/** How much of a file is looked at. */
export const headSize = 65_536

/** Which of the files in a packed one, and which of those in it, where it is packed itself. */
export type ArchiveEntryIndex = readonly [outer: number, inner: number]

/** A file as it lies in a packed one, unpacked. */
export interface InnerFile {
  place: ArchiveEntryIndex
  /** Its first bytes. */
  head: Uint8Array
  /** Its bytes from the beginning, as often as they are asked for. */
  open(): ReadableStream<Uint8Array>
}

/** One of them, or why it cannot be opened; the others can. */
export type Inner = InnerFile | UnreadableFile

/**
 * The files in a ZIP, in the order of its directory, or in a ZIP within a gzip. Packed ones among them are opened in their place.
 * @returns null for a file that is no ZIP, or a workbook
 * @throws UnreadableFile where the ZIP itself cannot be opened, or a limit is passed
 */
export async function filesInside(file: FileBytes): Promise<Inner[] | null> {
  const zip = await zipIn(file)
  return zip === null ? null : inZip(zip.file, zip.whole, zip.mayNest)
}

/**
 * One of them, without opening the others.
 * @returns null where there is none
 * @throws UnreadableFile as `filesInside`
 */
export async function fileInside(file: FileBytes, [outer, inner]: ArchiveEntryIndex): Promise<Inner | null> {
  const zip = await zipIn(file)
  const entry = zip === null ? undefined : (await filesIn(zip.file))[outer]
  if (zip === null || entry === undefined) return null
  return (await inEntry(entry, zip.whole, zip.mayNest))[inner] ?? null
}

/** The ZIP that a file is or holds; whether packed files in it are opened. */
async function zipIn(file: FileBytes): Promise<{ file: FileBytes; whole: Whole; mayNest: boolean } | null> {
  const head = await bytesAt(file, 0, headSize)
  const whole = new Whole(file.size)
  const wrapping = wrappingOf(head)
  if (wrapping === 'zip') return isWorkbook(head) ? null : { file, whole, mayNest: true }
  if (wrapping === null) return null
  const seen = await peek(limited(gunzipped(file.from(0)), file.size))
  if (wrappingOf(seen.head) !== 'zip' || isWorkbook(seen.head)) {
    await seen.whole.cancel()
    return null
  }
  const bytes = whole.hold(await allBytes(seen.whole, largestWorkbook))
  return { file: inMemory(bytes), whole, mayNest: false }
}

/** What comes out of a packed file in all, whichever of its files it comes out of. */
class Whole {
  readonly #packedBytes: number
  #bytes = 0
  #files = 0
  #held = 0

  constructor(packedBytes: number) {
    this.#packedBytes = packedBytes
  }

  add(bytes: number, files: number): void {
    this.#bytes += bytes
    this.#files += files
    if (this.#files > mostFiles) throw new UnreadableFile('too_many_files', 0, `${this.#files} of ${mostFiles}`)
    checkUnpacked(this.#bytes, this.#packedBytes)
  }

  /** A ZIP within is held whole, because its directory stands at its end. */
  hold(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    this.#held += bytes.length
    if (this.#held > largestWorkbook) throw new UnreadableFile('too_large', 0, String(largestWorkbook))
    return bytes
  }
}

/** @param mayNest whether packed files in it are opened */
async function inZip(zip: FileBytes, whole: Whole, mayNest: boolean): Promise<Inner[]> {
  const files = await filesIn(zip)
  whole.add(
    files.reduce((sum, { size }) => sum + size, 0),
    files.length,
  )
  const found: Inner[] = []
  for (const [outer, file] of files.entries()) {
    for (const [inner, one] of (await inEntry(file, whole, mayNest)).entries()) {
      found.push(one instanceof UnreadableFile ? one : { ...one, place: [outer, inner] })
    }
  }
  return found
}

function inEntry(file: Packed, whole: Whole, mayNest: boolean): Promise<Inner[]> {
  return orWhyNot(() => innersOf(() => unpacked(file), whole, mayNest))
}

/** What cannot be opened leaves the others as they are; a limit is one of all of them. */
async function orWhyNot(open: () => Promise<Inner[]>): Promise<Inner[]> {
  try {
    return await open()
  } catch (error) {
    const isLimit = error instanceof UnreadableFile && /^too_(large|packed|many_files)$/.test(error.why)
    if (!(error instanceof UnreadableFile) || isLimit) throw error
    return [error]
  }
}

async function innersOf(open: () => ReadableStream<Uint8Array>, whole: Whole, mayNest: boolean): Promise<Inner[]> {
  const head = await headOf(open())
  if (!isPacked(head)) return [{ place: [0, 0], head, open }]
  if (!mayNest) throw new UnreadableFile('nested', 0)
  if (wrappingOf(head) === 'zip') {
    return inZip(inMemory(whole.hold(await allBytes(open(), largestWorkbook))), whole, false)
  }
  for await (const piece of piecesOf(gunzipped(open()))) whole.add(piece.length, 0)
  return innersOf(() => gunzipped(open()), whole, false)
}

async function headOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const { head, whole } = await peek(stream, headSize)
  await whole.cancel()
  return head
}

/**
 * The one file in a packed file, which is no longer than so many bytes.
 * @returns null for what is not packed, or holds none or several
 * @throws UnreadableFile as `filesInside`, and `too_large`
 */
export async function onlyFileIn(file: FileBytes, longest: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const all = await filesInside(file)
  if (all !== null) {
    const [one, other] = all
    if (one === undefined || other !== undefined) return null
    if (one instanceof UnreadableFile) throw one
    return allBytes(one.open(), longest)
  }
  if (wrappingOf(await bytesAt(file, 0, headSize)) !== 'gzip') return null
  return allBytes(limited(gunzipped(file.from(0)), file.size), longest)
}

/**
 * The first bytes of what is inside of a packed file of which only the beginning has come: of its first file, if it is a
 * ZIP. Nothing that comes of it is checked.
 * @returns null where nothing can be seen
 */
export async function beginningInside(head: Uint8Array, levels = 2): Promise<Uint8Array | null> {
  if (!isPacked(head)) return head
  if (levels === 0) return null
  const stream = wrappingOf(head) === 'zip' ? firstIn(head) : gunzipped(inMemory(head).from(0))
  return stream === null ? null : beginningInside(await begun(stream), levels - 1)
}

/** The first bytes of a stream that may break off at any place. */
async function begun(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const bytes: number[] = []
  try {
    for await (const piece of piecesOf(stream, 1_024)) {
      bytes.push(...piece)
      if (bytes.length >= headSize) break
    }
  } catch {
    // What came before is enough to know it by.
  }
  return Uint8Array.from(bytes)
}
