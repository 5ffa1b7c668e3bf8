import { type XlsxCell, xlsxFile } from '../../platform/files/xlsx-write.ts'
import { currencyExponent } from '../../platform/money/currencies.ts'
import { formatMinorUnits } from '../../platform/money/money.ts'
import { paymentColumns } from './columns.ts'
import { inFileOrder, type PaymentLine, totalsByCurrency } from './line.ts'

/** What a file of payments says of itself. */
export interface FileMeta {
  /** The day it is handed out, `2026-02-26`. */
  day: string
  /** The day on which it is to be paid: a working day of the place whose currency it is. */
  payOn: string
}

const handedOut = { header: 'handed_out', kind: 'day', width: 12 } as const
const toPayOn = { header: 'pay_on', kind: 'day', width: 12 } as const

/**
 * The payments as a workbook: ids, accounts and phones as texts, amounts as numbers, days as dates, and behind the
 * payments a row of totals for each currency, which has no reference.
 */
export async function paymentsXlsx(lines: readonly PaymentLine[], { day, payOn }: FileMeta): Promise<Uint8Array> {
  const totals = totalsByCurrency(lines)
  const places = Math.max(0, ...totals.map(({ currency }) => currencyExponent(currency)))
  const columns = [...paymentColumns.map((column) => ({ ...column, places })), handedOut, toPayOn]
  const rows: XlsxCell[][] = (await inFileOrder(lines)).map((line) => [
    ...paymentColumns.map(({ value }) => value(line)),
    day,
    payOn,
  ])
  for (const { currency, count, amountMinor } of totals) {
    const total: Record<string, XlsxCell> = {
      voucher: `total of ${count}`,
      currency,
      amount: formatMinorUnits(amountMinor, currency),
      amount_minor: String(amountMinor),
    }
    rows.push(columns.map(({ header }) => total[header] ?? null))
  }
  return xlsxFile('payments', columns, rows)
}
