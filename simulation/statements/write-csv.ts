/** A bank's plain CSV, with semicolons, commas for decimals and points between thousands, and its mapping. */

import { formatMinorUnits } from '../../src/platform/money/money.ts'
import { csvMapping } from '../../src/reconciliation/formats/csv/mapping.ts'
import { signedAmount } from '../../src/reconciliation/formats/tally.ts'
import type { Book, StatementRow } from './book.ts'

/** How `csvText` is to be read. */
export const writtenMapping = csvMapping.parse({
  delimiter: ';',
  headerRow: 3,
  endsAt: 'Summe',
  day: { column: 'Buchungstag', format: 'DD.MM.YYYY' },
  decimal: ',',
  amount: { by: 'sign', column: 'Betrag', below: 'debit' },
  currency: { column: 'Währung' },
  key: 'Nummer',
  providerId: 'Bankreferenz',
  reference: 'Referenz',
  type: 'Art',
  balance: { column: 'Saldo', chains: true },
  account: 'Konto',
})

export function csvText({ rows, options }: Book): string {
  const isShort = options.fault === 'missing_column'
  const names = ['Buchungstag', 'Nummer', 'Art', 'Text', ...(isShort ? [] : ['Betrag']), 'Währung', 'Saldo']
  const lines = rows.map((row) =>
    [
      row.day.replace(/(\d+)-(\d+)-(\d+)/, '$3.$2.$1'),
      row.id,
      wordOf(row),
      // A line end within quotes.
      '"Auszahlung ""Umfrage"";\nzweite Zeile"',
      ...(isShort ? [] : [grouped(signedAmount(row), row.currency)]),
      row.currency,
      grouped(row.balanceMinor, row.currency),
      row.providerId,
      row.reference ?? '',
      row.account ?? '',
    ].join(';'),
  )
  const head = [...names, 'Bankreferenz', 'Referenz', 'Konto'].join(';')
  return ['Kontoauszug', '', head, ...lines, `Summe;${rows.length}`, ''].join('\r\n')
}

function grouped(minor: number, currency: string): string {
  const [whole = '', part] = formatMinorUnits(minor, currency).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${part === undefined ? '' : `,${part}`}`
}

function wordOf({ rawType, kind }: StatementRow): string {
  return rawType ?? kind
}
