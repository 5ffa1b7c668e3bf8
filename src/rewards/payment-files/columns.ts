/**
 * The columns of the files that people open: what to pay, then empty ones for what came of it. Filled in, the same file
 * is read back by `readResultsFile`.
 */

import type { XlsxColumn } from '../../platform/files/xlsx-write.ts'
import { formatMinorUnits } from '../../platform/money/money.ts'
import type { PaymentLine } from './line.ts'

interface Column extends XlsxColumn {
  value(line: PaymentLine): string | null
}

const payeeColumn = (field: string, width: number): Column => ({
  header: field,
  kind: 'text',
  width,
  value: ({ payee }) => payee[field] ?? null,
})
const toFillIn = (header: string, kind: XlsxColumn['kind'], width: number): Column => ({
  header,
  kind,
  width,
  value: () => null,
})

export const paymentColumns: readonly Column[] = [
  { header: 'reference', kind: 'text', width: 26, value: ({ reference }) => reference },
  { header: 'voucher', kind: 'text', width: 18, value: ({ voucherReference }) => voucherReference },
  { header: 'channel', kind: 'text', width: 10, value: ({ channel }) => channel },
  payeeColumn('name', 24),
  payeeColumn('account', 26),
  payeeColumn('phone', 18),
  payeeColumn('email', 28),
  payeeColumn('bank', 20),
  { header: 'currency', kind: 'text', width: 10, value: ({ currency }) => currency },
  {
    header: 'amount',
    kind: 'amount',
    width: 14,
    value: ({ amountMinor, currency }) => formatMinorUnits(amountMinor, currency),
  },
  { header: 'amount_minor', kind: 'count', width: 14, value: ({ amountMinor }) => String(amountMinor) },
  { header: 'title', kind: 'text', width: 20, value: ({ title }) => title },
  toFillIn('result', 'text', 12),
  toFillIn('bank_id', 'text', 26),
  toFillIn('reason_code', 'text', 14),
  toFillIn('paid_on', 'day', 12),
]
