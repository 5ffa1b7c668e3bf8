import { byteOrderMark, csvRow, guarded } from '../../platform/files/csv.ts'
import { paymentColumns } from './columns.ts'
import { inFileOrder, type PaymentLine } from './line.ts'

/** E.164: digits run nowhere, and whoever pays by it reads it as it is. */
const phoneNumber = /^\+\d{6,15}$/

/**
 * The payments as CSV (UTF-8 with its mark, cells that no spreadsheet runs). Amounts are exact texts, and there is no row
 * of totals: what a bank imports has none. Nothing in a CSV keeps a spreadsheet from dropping leading zeros without being
 * in a bank's way: who opens one takes the workbook, as the page says.
 */
export async function paymentsCsv(lines: readonly PaymentLine[]): Promise<string> {
  const rows = (await inFileOrder(lines)).map((line) =>
    csvRow(
      paymentColumns.map(({ header, value }) => {
        const text = value(line) ?? ''
        return header === 'phone' && phoneNumber.test(text) ? text : guarded(text)
      }),
    ),
  )
  return byteOrderMark + csvRow(paymentColumns.map(({ header }) => header)) + rows.join('')
}
