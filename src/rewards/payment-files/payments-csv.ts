import { byteOrderMark, guardedCsvRow } from '../../platform/files/csv.ts'
import { paymentColumns } from './columns.ts'
import { inFileOrder, type PaymentLine } from './line.ts'

/**
 * The payments as CSV for people (UTF-8 with its mark, cells that no spreadsheet runs). Amounts are exact texts, and
 * there is no row of totals: what a bank imports has none.
 */
export async function paymentsCsv(lines: readonly PaymentLine[]): Promise<string> {
  const rows = (await inFileOrder(lines)).map((line) => guardedCsvRow(paymentColumns.map(({ value }) => value(line))))
  return byteOrderMark + guardedCsvRow(paymentColumns.map(({ header }) => header)) + rows.join('')
}
