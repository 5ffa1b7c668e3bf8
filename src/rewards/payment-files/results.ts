/**
 * What came of payments that were made by hand, read from a file that staff upload: the file of payments with its
 * empty columns filled in, a bank's own list, or a payment status report (pain.002). It is read whole or not at all.
 */

import { decoded } from '../../platform/files/encoding.ts'
import { inMemory } from '../../platform/files/file-bytes.ts'
import { largestResults } from '../../platform/files/limits.ts'
import { onlyFileIn } from '../../platform/files/packed/files-inside.ts'
import { isPacked } from '../../platform/files/packed/wrapping.ts'
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'
import { xmlBeginning } from '../../platform/files/xml/declaration.ts'
import { OffloadFailed } from '../../platform/offload/job.ts'
import type { Job, Ports } from '../../ports.ts'
import { decodeText } from './decode-text.ts'
import { refuseResults } from './result-line.ts'
import { readStatusReport, type StatusReport } from './results-pain002.ts'
import { readCsvResults, readXlsxResults } from './results-table.ts'

/** A file of results; amounts that name no currency are in this one (ISO 4217). */
export interface ResultsFile {
  name: string
  bytes: Uint8Array
  currency: string
}

/**
 * Reads a file of results. Its kind is told by its content, never by its name. The lines are in the file's order, each
 * reference once; a line that is there again, the same in everything, counts once.
 * @param file the name is for people; the bytes as they were sent; the currency for amounts that name none, which is
 * the batch's
 * @returns with `whole` what a status report says of all payments together
 */
export async function readResultsFile({ bytes: given, currency }: ResultsFile): Promise<StatusReport> {
  if (given.length === 0) return refuseResults(null, 'empty')
  if (given.length > largestResults) return refuseResults(null, 'too_large')
  const bytes = await unpacked(given)
  if (typeof bytes === 'string') return refuseResults(null, bytes)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsxResults(bytes, currency)
  // Excel before 2007, and any workbook with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuseResults(null, 'old_excel')
  const text = textOf(bytes)
  if (text === null) return refuseResults(null, 'encoding')
  return /^\s*</.test(text) ? readStatusReport(text, currency) : readCsvResults(text, currency)
}

/** Portals of banks pack what they send. A ZIP of several files is a workbook, or nothing that is read. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array | 'container' | 'too_large'> {
  if (!isPacked(bytes)) return bytes
  try {
    return (await onlyFileIn(inMemory(bytes), largestResults)) ?? bytes
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return /^too_/.test(error.why) ? 'too_large' : 'container'
  }
}

/** XML says its encoding by itself; what it says wrongly, and all other text, is known by its words. */
function textOf(bytes: Uint8Array): string | null {
  const { length, encoding } = xmlBeginning(bytes)
  const isXml = bytes[length] === '<'.charCodeAt(0)
  const text = isXml && encoding !== null ? decoded(bytes.subarray(length), encoding) : null
  return text ?? decodeText(isXml ? bytes.subarray(length) : bytes)
}

/** The same as a job. */
export const readingResults: Job<ResultsFile, StatusReport> = { name: 'read results', run: readResultsFile }

/** The same, offloaded: a file that takes more time or memory than any other is refused. */
export async function resultsOf({ offload }: Pick<Ports, 'offload'>, file: ResultsFile): Promise<StatusReport> {
  try {
    return await offload(readingResults, file)
  } catch (error) {
    if (error instanceof OffloadFailed) return refuseResults(null, 'limits')
    throw error
  }
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte)
}
