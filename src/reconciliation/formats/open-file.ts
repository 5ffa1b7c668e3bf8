/** From the file as it was uploaded to the bytes that a parser reads: unpacked, and known for what they are. */

import { allBytes, peek } from '../../platform/files/bytes.ts'
import { glance } from '../../platform/files/encoding.ts'
import { inflated } from '../../platform/files/inflate.ts'
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'
import { filesIn, type Packed, unpacked } from '../../platform/files/zip.ts'
import { isAlipayDetail } from './alipay/alipay.ts'
import { detect, wrappingOf } from './detect.ts'
import { type Broken, BrokenFile, brokenItem, type Format } from './statement.ts'

/** A ZIP is held whole while it is read (its directory is at its end); unpacked bytes never are. */
const largestZip = 64 * 1_048_576

export interface Opened {
  format: Format
  /** The unpacked bytes. Its reading fails with a `BrokenFile` where the wrapping is damaged further on. */
  stream: ReadableStream<Uint8Array>
  /** The first bytes of it, for `sniffCsv`. */
  head: Uint8Array
  wrapping: 'gzip' | 'zip' | null
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
    return { ...(await known(wrapping === 'gzip' ? inflated(whole, 'gzip') : whole)), wrapping }
  } catch (error) {
    if (error instanceof UnreadableFile) return brokenItem(error)
    throw error
  }
}

async function known(stream: ReadableStream<Uint8Array>): Promise<Omit<Opened, 'wrapping'>> {
  const { head, whole } = await peek(stream)
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
  const found: Packed[] = []
  for (const file of files) {
    const { head, whole } = await peek(unpacked(file))
    await whole.cancel()
    const format = wrappingOf(head) === null ? detect(head) : null
    const isDetail = format === 'alipay_bill' ? isAlipayDetail(glance(head)) : format !== null && format !== 'csv'
    if (isDetail) found.push(file)
  }
  const [detail, second] = found
  if (detail === undefined) throw new BrokenFile('no_detail', 0)
  if (second !== undefined) throw new BrokenFile('several_details', 0)
  return known(unpacked(detail))
}
