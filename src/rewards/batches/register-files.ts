/** A payment register as files: one line for each payment, by the voucher's reference and never by whose it is. */
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Channel, PayoutState, Provider } from '../../../schema/tables.ts'
import { byteOrderMark, guardedCsvRow } from '../../platform/files/csv.ts'
import { type XlsxColumn, xlsxFile } from '../../platform/files/xlsx-write.ts'
import { currencyExponent } from '../../platform/money/currencies.ts'
import { formatMinorUnits } from '../../platform/money/money.ts'

export interface Register {
  batch: string
  study: string
  costCentre: string
  projectCode: string
  /** `2026-02`, by the day on which the batch was prepared. */
  period: string
  provider: Provider
  currency: string
  /** Names. */
  preparedBy: string
  approvedBy: string[]
  lines: {
    /** What finance calls the voucher. */
    voucher: string
    /** Of the newest attempt; null before the first. */
    reference: string | null
    channel: Channel
    amountMinor: number
    /** Owed to the tax office with it. */
    taxMinor: number
    state: PayoutState
  }[]
}

const columns: readonly XlsxColumn[] = [
  { header: 'batch', kind: 'text', width: 28 },
  { header: 'study', kind: 'text', width: 16 },
  { header: 'cost_centre', kind: 'text', width: 14 },
  { header: 'project_code', kind: 'text', width: 14 },
  { header: 'period', kind: 'text', width: 10 },
  { header: 'voucher', kind: 'text', width: 18 },
  { header: 'reference', kind: 'text', width: 36 },
  { header: 'provider', kind: 'text', width: 12 },
  { header: 'channel', kind: 'text', width: 10 },
  { header: 'currency', kind: 'text', width: 10 },
  { header: 'amount', kind: 'amount', width: 14 },
  { header: 'amount_minor', kind: 'text', width: 14 },
  { header: 'tax', kind: 'amount', width: 12 },
  { header: 'tax_minor', kind: 'text', width: 12 },
  { header: 'state', kind: 'text', width: 12 },
  // What programs read, a code, stands beside what people read.
  { header: 'provider_name', kind: 'text', width: 20 },
  { header: 'channel_name', kind: 'text', width: 20 },
  { header: 'state_name', kind: 'text', width: 20 },
]

function rowsOf(register: Register, language: Language) {
  const { providers, channels, payoutStates } = payoutsMessages(language)
  const { batch, study, costCentre, projectCode, period, provider, currency } = register
  return register.lines.map(({ voucher, reference, channel, amountMinor, taxMinor, state }) => [
    batch,
    study,
    costCentre,
    projectCode,
    period,
    voucher,
    reference,
    provider,
    channel,
    currency,
    formatMinorUnits(amountMinor, currency),
    String(amountMinor),
    formatMinorUnits(taxMinor, currency),
    String(taxMinor),
    state,
    providers[provider],
    channels[channel],
    payoutStates[state],
  ])
}

/** As CSV for people: no cell of it is read as a formula. */
export async function* registerCsv(register: Register, language: Language): AsyncGenerator<string> {
  yield byteOrderMark + guardedCsvRow(columns.map(({ header }) => header))
  for (const row of rowsOf(register, language)) yield guardedCsvRow(row)
}

/** As a workbook: ids as text, amounts as numbers. */
export function registerXlsx(register: Register, language: Language): Promise<Uint8Array> {
  const places = currencyExponent(register.currency)
  return xlsxFile(
    'register',
    columns.map((column) => ({ ...column, places })),
    rowsOf(register, language),
  )
}
