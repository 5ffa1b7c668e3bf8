/** From the file as it was uploaded to the bytes that a parser reads: unpacked, and known for what they are. */

import { allBytes, peek } from '../../platform/files/bytes.ts'
import { glance, utf8From, utf16In } from '../../platform/files/encoding.ts'
import { inflated } from '../../platform/files/inflate.ts'
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'
import { filesIn, type Packed, unpacked } from '../../platform/files/zip.ts'
import { isAlipayDetail } from './alipay/alipay.ts'
import { documentsOf } from './camt/documents.ts'
import { detect, wrappingOf } from './detect.ts'
import { type Broken, BrokenFile, brokenItem, type Format, type Why } from './statement.ts'

/** A ZIP is held whole while it is read (its directory is at its end); unpacked bytes never are. */
const largestZip = 64 * 1_048_576
/** What may be in a ZIP. */
const largestUnpacked = 200 * 1_048_576
const mostFiles = 100

/** What has to be taken off before the bytes can be read; UTF-16 is read as UTF-8. */
export type Wrapping = 'gzip' | 'zip' | 'utf-16'

export interface Opened {
  format: Format
  /** The unpacked bytes. Its reading fails with a `BrokenFile` where the wrapping is damaged further on. */
  stream: ReadableStream<Uint8Array>
  /** The first bytes of it, for `sniffCsv`. */
  head: Uint8Array
  wrapping: Wrapping | null
}

/**
 * Opens a file of any provider. Checkpoints are places in the unpacked bytes: keep those, and an import can go on in
 * the middle; open the file again and `skipBytes`, and it costs the unpacking of what is skipped.
 */
export async function openFile(stream: ReadableStream<Uint8Array>): Promise<Opened | Broken> {
  try {
    const { head, whole } = await peek(stream)
    if (head.length === 0) throw new BrokenFile('empty', 0)
    const wrapping = wrappingOf(head)
    if (wrapping === 'zip' && detect(head) === null) throw new BrokenFile('unknown_format', 0)
    if (wrapping === 'zip') return { ...(await detailIn(filesIn(await allBytes(whole, largestZip)))), wrapping }
    const isUtf16 = wrapping === null && utf16In(head) !== null
    return {
      ...(await known(wrapping === 'gzip' ? inflated(whole, 'gzip') : whole)),
      wrapping: isUtf16 ? 'utf-16' : wrapping,
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return brokenItem(error as UnreadableFile<Why>)
    throw error
  }
}

/**
 * What the first piece of an upload is of, by what is inside where the piece shows it: of a gzip always, of a ZIP when it
 * is whole. Otherwise, what its provider would wrap so; `openFile` knows in the end.
 */
export async function detectUpload(head: Uint8Array): Promise<Format | null> {
  const guess = detect(head)
  if (wrappingOf(head) === null) return guess
  const opened = await openFile(new Blob([new Uint8Array(head)]).stream())
  if ('is' in opened) return opened.why === 'unknown_format' ? null : guess
  await opened.stream.cancel()
  return opened.format
}

async function known(stream: ReadableStream<Uint8Array>): Promise<Omit<Opened, 'wrapping'>> {
  const seen = await peek(stream)
  const utf16 = utf16In(seen.head)
  const { head, whole } = utf16 === null ? seen : await peek(utf8From(seen.whole, utf16))
  if (head.length === 0) throw new BrokenFile('empty', 0)
  const format = wrappingOf(head) === null ? detect(head) : null
  if (format === null) {
    await whole.cancel()
    throw new BrokenFile('unknown_format', 0)
  }
  return { format, stream: whole, head }
}

/** The one file of a ZIP that is a list of movements; Alipay's summary, which may come first, is none. */
async function detailIn(files: readonly Packed[]): Promise<Omit<Opened, 'wrapping'>> {
  if (files.length > mostFiles || files.reduce((sum, { size }) => sum + size, 0) > largestUnpacked) {
    throw new BrokenFile('too_large', 0, `${mostFiles} files, ${largestUnpacked} bytes`)
  }
  const [found, tables]: [Packed[], Packed[]] = [[], []]
  for (const file of files) {
    const { head, whole } = await peek(unpacked(file))
    await whole.cancel()
    const format = wrappingOf(head) === null ? detect(head) : null
    if (format === 'csv') tables.push(file)
    else if (format !== null && (format !== 'alipay_bill' || isAlipayDetail(glance(head)))) found.push(file)
  }
  // A plain table is meant where there is nothing that is known better.
  const [detail, second] = found.length > 0 ? found : tables
  if (detail === undefined) throw new BrokenFile('no_detail', 0)
  if (second !== undefined) return known(await documentsOf(found.length > 0 ? found : tables))
  return known(unpacked(detail))
}
