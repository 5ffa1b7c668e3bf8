/**
 * What came of payments that were made by hand, read from a file that staff upload: the file of payments with its
 * empty columns filled in, a bank's own list, or a payment status report (pain.002). It is read whole or not at all.
 */
import { largestResults } from '../../platform/files/limits.ts'
import { decodeText } from './decode-text.ts'
import { refuse } from './result-line.ts'
import { readStatusReport, type StatusReport } from './results-pain002.ts'
import { readCsvResults, readXlsxResults } from './results-table.ts'

/**
 * Reads a file of results. Its kind is told by its content, never by its name. The lines are in the file's order, each
 * reference once; a line that is there again, the same in everything, counts once.
 * @param file the name is for people; the bytes as they were sent; the currency for amounts that name none, which is
 * the batch's
 * @returns with `whole` what a status report says of all payments together
 */
export async function readResults({
  bytes,
  currency,
}: {
  name: string
  bytes: Uint8Array
  currency: string
}): Promise<StatusReport> {
  if (bytes.length === 0) return refuse(null, 'empty')
  if (bytes.length > largestResults) return refuse(null, 'too_large')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsxResults(bytes, currency)
  // Excel before 2007, and any workbook with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse(null, 'old_excel')
  const text = decodeText(bytes)
  if (text === null) return refuse(null, 'encoding')
  return /^\s*</.test(text) ? readStatusReport(text, currency) : readCsvResults(text, currency)
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte)
}
