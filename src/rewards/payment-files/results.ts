/**
 * What came of payments that were made by hand, read from a file that staff upload: the file of payments with its
 * empty columns filled in, a bank's own list, or a payment status report (pain.002). It is read whole or not at all.
 */
import { AsideFailed } from '../../platform/aside/job.ts'
import { largestResults } from '../../platform/files/limits.ts'
import type { Job, Ports } from '../../ports.ts'
import { decodeText } from './decode-text.ts'
import { refuse } from './result-line.ts'
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
export async function readResults({ bytes, currency }: ResultsFile): Promise<StatusReport> {
  if (bytes.length === 0) return refuse(null, 'empty')
  if (bytes.length > largestResults) return refuse(null, 'too_large')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsxResults(bytes, currency)
  // Excel before 2007, and any workbook with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse(null, 'old_excel')
  const text = decodeText(bytes)
  if (text === null) return refuse(null, 'encoding')
  return /^\s*</.test(text) ? readStatusReport(text, currency) : readCsvResults(text, currency)
}

/** The same as a job. */
export const readingResults: Job<ResultsFile, StatusReport> = { name: 'read results', run: readResults }

/** The same, aside: a file that takes more time or memory than any other is refused. */
export async function resultsOf({ aside }: Pick<Ports, 'aside'>, file: ResultsFile): Promise<StatusReport> {
  try {
    return await aside(readingResults, file)
  } catch (error) {
    if (error instanceof AsideFailed) return refuse(null, 'limits')
    throw error
  }
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte)
}
