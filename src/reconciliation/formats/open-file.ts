/** From the file as it was uploaded to the bytes that a parser reads: unpacked, and known for what they are. */

import { allBytes, peek, piecesOf, streamOf } from '../../platform/files/bytes.ts'
import { glance, utf8From, utf16In } from '../../platform/files/encoding.ts'
import { bytesAt, type FileBytes, inMemory } from '../../platform/files/file-bytes.ts'
import { inflated } from '../../platform/files/inflate.ts'
import { largestWorkbook } from '../../platform/files/limits.ts'
import { limited } from '../../platform/files/unpacked-limits.ts'
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'
import { xlsxText } from '../../platform/files/xlsx-text.ts'
import { filesIn, firstIn, type Packed, unpacked } from '../../platform/files/zip.ts'
import { isAlipayDetail } from './alipay/alipay.ts'
import { detect, isWorkbook, wrappingOf } from './detect.ts'
import { type Broken, BrokenFile, brokenItem, type Format, type Why } from './statement.ts'

/** How much of a file is looked at. */
const headSize = 65_536

/** What has to be taken off before the bytes can be read; UTF-16 is read as UTF-8, a workbook as a CSV. */
export type Wrapping = 'gzip' | 'zip' | 'utf-16' | 'xlsx'

export interface Opened {
  format: Format
  /** The unpacked bytes. Its reading fails with a `BrokenFile` where the wrapping is damaged further on. */
  stream: ReadableStream<Uint8Array>
  /** The first bytes of it, for `sniffCsv`. */
  head: Uint8Array
  wrapping: Wrapping | null
}

/**
 * Opens a file of any provider. Checkpoints are places in the unpacked bytes: whoever goes on in the middle keeps those,
 * as opening the file again costs the unpacking of all that was read.
 */
export async function openFile(file: FileBytes): Promise<Opened | Broken> {
  try {
    const head = await bytesAt(file, 0, headSize)
    if (head.length === 0) throw new BrokenFile('empty', 0)
    const wrapping = wrappingOf(head)
    if (wrapping === 'gzip') return { ...(await known(limited(inflated(file.from(0), 'gzip'), file.size))), wrapping }
    if (wrapping === 'zip') return isWorkbook(head) ? await workbookIn(file) : await detailIn(await filesIn(file))
    return { ...(await known(file.from(0))), wrapping: utf16In(head) === null ? null : 'utf-16' }
  } catch (error) {
    if (error instanceof UnreadableFile) return brokenItem(error as UnreadableFile<Why>)
    throw error
  }
}

/**
 * What the first piece of an upload is of, by what is inside as far as the piece shows it; `openFile` knows in the end.
 * @param head the first bytes, half a megabyte of a large file
 */
export async function detectUpload(head: Uint8Array): Promise<Format | null> {
  const wrapping = wrappingOf(head)
  if (wrapping === null) return detect(head)
  const opened = await openFile(inMemory(head))
  if (!('is' in opened)) {
    await opened.stream.cancel()
    return opened.format
  }
  // What is whole has several lists, each a file of its own.
  const [one] = (await severalIn(inMemory(head)))?.files ?? []
  if (one !== undefined) return one.format
  // Of a ZIP that goes on, only the first file can be seen; of a workbook, nothing.
  const isCut = opened.why === 'container'
  if (isCut && isWorkbook(head)) return 'csv'
  const first = isCut ? firstIn(head) : null
  const seen = first === null ? null : await begun(first)
  if (seen === null || wrappingOf(seen) !== null) return isCut ? detect(head) : null
  return detect(seen)
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

async function known(stream: ReadableStream<Uint8Array>): Promise<Omit<Opened, 'wrapping'>> {
  const seen = await peek(stream)
  const utf16 = utf16In(seen.head)
  const { head, whole } = utf16 === null ? seen : await peek(utf8From(seen.whole, utf16))
  if (head.length === 0) throw new BrokenFile('empty', 0)
  const isNested = wrappingOf(head) !== null
  const format = isNested ? null : detect(head)
  if (format !== null) return { format, stream: whole, head }
  await whole.cancel()
  throw new BrokenFile(isNested ? 'nested' : 'unknown_format', 0)
}

/** A table, or a provider's bill that somebody has kept as a workbook. */
async function workbookIn(file: FileBytes): Promise<Opened> {
  await filesIn(file)
  const bytes = await allBytes(file.from(0), largestWorkbook)
  return { ...(await known(limited(streamOf(xlsxText(bytes)), file.size))), wrapping: 'xlsx' }
}

/** What is in a ZIP, as far as the beginnings of its files show it. */
interface Contents {
  /** Lists of movements; where one is known for a provider's or bank's, no plain table. */
  meant: Packed[]
  areWorkbooks: boolean
  /** Packed files within the packed one. */
  nested: number
  /** Files that are damaged within the ZIP. */
  damaged: UnreadableFile[]
  /** Whatever else is there; Alipay's summary belongs to its details. */
  others: number
}

async function contentsOf(files: readonly Packed[]): Promise<Contents> {
  const [found, tables, workbooks]: [Packed[], Packed[], Packed[]] = [[], [], []]
  const damaged: UnreadableFile[] = []
  let [nested, others] = [0, 0]
  for (const file of files) {
    const head = await headOf(file)
    if (head instanceof UnreadableFile) damaged.push(head)
    else if (wrappingOf(head) !== null) {
      if (isWorkbook(head)) workbooks.push(file)
      else nested += 1
    } else {
      const format = detect(head)
      if (format === 'csv') tables.push(file)
      else if (format === null) others += 1
      else if (format !== 'alipay_bill' || isAlipayDetail(glance(head))) found.push(file)
    }
  }
  // A plain table is meant where there is nothing that is known better.
  const all = [found, tables, workbooks]
  const meant = all.find((some) => some.length > 0) ?? []
  for (const some of all) if (some !== meant) others += some.length
  return { meant, areWorkbooks: meant === workbooks, nested, damaged, others: others + nested }
}

async function headOf(file: Packed): Promise<Uint8Array | UnreadableFile> {
  try {
    const { head, whole } = await peek(unpacked(file))
    await whole.cancel()
    return head
  } catch (error) {
    if (error instanceof UnreadableFile) return error
    throw error
  }
}

/** The one file of a ZIP that is a list of movements; Alipay's summary, which may come first, is none. */
async function detailIn(files: readonly Packed[]): Promise<Opened> {
  const { meant, areWorkbooks, nested, damaged } = await contentsOf(files)
  if (damaged[0] !== undefined) throw damaged[0]
  const [detail, second] = meant
  if (detail === undefined) throw new BrokenFile(nested > 0 ? 'nested' : 'no_detail', 0)
  if (areWorkbooks && second === undefined) {
    const bytes = await allBytes(unpacked(detail), largestWorkbook)
    return { ...(await workbookIn(inMemory(bytes))), wrapping: 'zip' }
  }
  // Each of them is a statement of its own (`severalIn`); only what an earlier version has kept comes here.
  if (second !== undefined) throw new BrokenFile('several_details', 0)
  return { ...(await known(unpacked(detail))), wrapping: 'zip' }
}

/** A file of a ZIP that is a list of movements. */
export interface FileInside {
  /** Its place among the files of the ZIP (see `filesIn`). */
  at: number
  format: Format
  /** Its first bytes. */
  head: Uint8Array
}

/**
 * The lists of movements in a ZIP that has several files to tell of.
 * @returns null where there is nothing but one, or where it is no ZIP that can be opened: `openFile` says what it is then
 */
export async function severalIn(file: FileBytes): Promise<{ files: FileInside[]; leftOut: number } | null> {
  const head = await bytesAt(file, 0, headSize)
  if (wrappingOf(head) !== 'zip' || isWorkbook(head)) return null
  try {
    const all = await filesIn(file)
    const { meant, areWorkbooks, damaged, others } = await contentsOf(all)
    if (meant.length === 0 || meant.length + damaged.length < 2) return null
    const files: FileInside[] = []
    for (const one of meant) {
      const { head: first, whole } = await peek(unpacked(one))
      await whole.cancel()
      const format = areWorkbooks ? 'csv' : detect(first)
      if (format !== null) files.push({ at: all.indexOf(one), format, head: first })
    }
    return { files, leftOut: damaged.length + others }
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
}
