/** From the file as it was uploaded to the bytes that a parser reads: unpacked, and known for what they are. */

import { allBytes, peek, streamOf } from '../../platform/files/bytes.ts'
import {
  decodePrefix,
  hasBareReturns,
  utf8From,
  utf16In,
  withNewlines,
  writtenIn,
} from '../../platform/files/encoding.ts'
import { bytesAt, type FileBytes, inMemory } from '../../platform/files/file-bytes.ts'
import { tableText } from '../../platform/files/html/table-text.ts'
import { largestWorkbook } from '../../platform/files/limits.ts'
import {
  type ArchiveEntryIndex,
  beginningInside,
  filesInside,
  headSize,
  type Inner,
  type InnerFile,
} from '../../platform/files/packed/files-inside.ts'
import { gunzipped } from '../../platform/files/packed/gunzip.ts'
import { isPacked, isWorkbook, wrappingOf } from '../../platform/files/packed/wrapping.ts'
import { limited } from '../../platform/files/unpacked-limits.ts'
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'
import { xlsxText } from '../../platform/files/xlsx-text.ts'
import { filesIn } from '../../platform/files/zip.ts'
import { isAlipayDetail } from './alipay/alipay.ts'
import { detect, isSheet, strangerIn } from './detect.ts'
import { type Broken, BrokenFile, brokenItem, type StatementFault, type StatementFormat } from './statement.ts'

/** What has to be taken off before the bytes can be read; UTF-16 is read as UTF-8, carriage returns as newlines, a workbook or a table in HTML as a CSV. */
export type Wrapping = 'gzip' | 'zip' | 'utf-16' | 'returns' | 'xlsx' | 'html'

export interface OpenFile {
  format: StatementFormat
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
export async function openFile(file: FileBytes): Promise<OpenFile | Broken> {
  try {
    const head = await bytesAt(file, 0, headSize)
    if (head.length === 0) throw new BrokenFile('empty', 0)
    if (isSheet(head)) return await sheetIn(file, head)
    const wrapping = wrappingOf(head)
    if (wrapping === null) return { ...(await known(file.from(0))), wrapping: writtenIn(head) }
    const files = await filesInside(file)
    return files === null ? await inGzip(file) : await detailIn(files)
  } catch (error) {
    if (error instanceof UnreadableFile) return brokenItem(error as UnreadableFile<StatementFault>)
    throw error
  }
}

/**
 * What the first piece of an upload is of, by what is inside as far as the piece shows it; `openFile` knows in the end.
 * @param head the first bytes, half a megabyte of a large file
 */
export async function detectUpload(head: Uint8Array): Promise<StatementFormat | null> {
  if (wrappingOf(head) === null) return isSheet(head) ? 'csv' : detect(head)
  const opened = await openFile(inMemory(head))
  if (!('is' in opened)) {
    await opened.stream.cancel()
    return opened.format
  }
  // What is whole has several lists, each a file of its own.
  const [one] = (await severalIn(inMemory(head)))?.files ?? []
  if (one !== undefined) return one.format
  if (opened.why !== 'container') return null
  // Of one that goes on, only the first file can be seen; of a workbook, nothing.
  if (isWorkbook(head)) return 'csv'
  const seen = await beginningInside(head)
  if (seen === null || seen.length === 0) return detect(head)
  return isSheet(seen) ? 'csv' : detect(seen)
}

/** What is in a gzip that holds no ZIP: a file, a workbook, or a gzip of one, and nothing further. */
async function inGzip(file: FileBytes): Promise<OpenFile> {
  const once = () => limited(gunzipped(file.from(0)), file.size)
  const { head, whole } = await peek(once())
  if (wrappingOf(head) !== 'gzip') return { ...(await fileIn({ head, open: () => whole })), wrapping: 'gzip' }
  await whole.cancel()
  return { ...(await known(limited(gunzipped(once()), file.size))), wrapping: 'gzip' }
}

/** A file that was unpacked, which may be a workbook. */
async function fileIn({ head, open }: Pick<InnerFile, 'head' | 'open'>): Promise<Omit<OpenFile, 'wrapping'>> {
  return isSheet(head) ? sheetIn(inMemory(await allBytes(open(), largestWorkbook)), head) : known(open())
}

async function known(stream: ReadableStream<Uint8Array>): Promise<Omit<OpenFile, 'wrapping'>> {
  const seen = await peek(stream)
  const utf16 = utf16In(seen.head)
  const text = utf16 === null ? seen : await peek(utf8From(seen.whole, utf16))
  const { head, whole } = hasBareReturns(text.head) ? await peek(withNewlines(text.whole)) : text
  if (head.length === 0) throw new BrokenFile('empty', 0)
  const format = wrappingOf(head) === null ? detect(head) : null
  if (format !== null) return { format, stream: whole, head }
  await whole.cancel()
  throw new BrokenFile(isPacked(head) ? 'nested' : (strangerIn(head) ?? 'unknown_format'), 0)
}

/** A table, or a provider's bill that somebody has kept as a workbook. */
async function sheetIn(file: FileBytes, head: Uint8Array): Promise<OpenFile> {
  const wrapping = isWorkbook(head) ? 'xlsx' : 'html'
  if (wrapping === 'xlsx') await filesIn(file)
  const bytes = await allBytes(file.from(0), largestWorkbook)
  const text = wrapping === 'xlsx' ? xlsxText(bytes) : tableText(bytes)
  return { ...(await known(limited(streamOf(text), file.size))), wrapping }
}

/** What is in a ZIP, as far as the beginnings of its files show it. */
interface Contents {
  /** Lists of movements; where one is known for a provider's or bank's, no plain table. */
  meant: InnerFile[]
  /** Files that cannot be opened: damaged within the ZIP, or packed once more than is opened. */
  damaged: UnreadableFile[]
  /** Whatever else is there; Alipay's summary belongs to its details. */
  others: InnerFile[]
}

function contentsOf(files: readonly Inner[]): Contents {
  const [found, tables, workbooks, others]: [InnerFile[], InnerFile[], InnerFile[], InnerFile[]] = [[], [], [], []]
  const damaged: UnreadableFile[] = []
  for (const file of files) {
    if (file instanceof UnreadableFile) damaged.push(file)
    else if (isSheet(file.head)) workbooks.push(file)
    else {
      const format = detect(file.head)
      if (format === 'csv') tables.push(file)
      else if (format === null) others.push(file)
      else if (format !== 'alipay_bill' || isAlipayDetail(decodePrefix(file.head))) found.push(file)
    }
  }
  // A plain table is meant where there is nothing that is known better.
  const all = [found, tables, workbooks]
  const meant = all.find((some) => some.length > 0) ?? []
  for (const some of all) if (some !== meant) others.push(...some)
  return { meant, damaged, others }
}

/** The one file of a ZIP that is a list of movements; Alipay's summary, which may come first, is none. */
async function detailIn(files: readonly Inner[]): Promise<OpenFile> {
  const { meant, damaged, others } = contentsOf(files)
  if (damaged[0] !== undefined) throw damaged[0]
  const [detail, second] = meant
  if (detail === undefined) {
    const strangers = others.map(({ head }) => strangerIn(head)).filter((one) => one !== null)
    throw new BrokenFile(strangers[0] ?? 'no_detail', 0)
  }
  // Each of them is a statement of its own (`severalIn`); only what an earlier version has kept comes here.
  if (second !== undefined) throw new BrokenFile('several_details', 0)
  return { ...(await fileIn(detail)), wrapping: 'zip' }
}

/** A file of a ZIP that is a list of movements. */
export interface FileInside {
  place: ArchiveEntryIndex
  format: StatementFormat
  /** Its first bytes. */
  head: Uint8Array
}

/**
 * The lists of movements in a ZIP that has several files to tell of.
 * @returns null where there is nothing but one, or where it is no ZIP that can be opened: `openFile` says what it is then
 */
export async function severalIn(file: FileBytes): Promise<{ files: FileInside[]; leftOut: number } | null> {
  try {
    const all = await filesInside(file)
    if (all === null) return null
    const { meant, damaged, others } = contentsOf(all)
    if (meant.length === 0 || meant.length + damaged.length < 2) return null
    const files = meant.flatMap((one): FileInside[] => {
      const { head, place } = one
      const format = isSheet(head) ? 'csv' : detect(head)
      return format === null ? [] : [{ place, format, head }]
    })
    return { files, leftOut: damaged.length + others.length }
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
}
