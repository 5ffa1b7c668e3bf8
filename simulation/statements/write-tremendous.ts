/** Tremendous's balance transactions, newest first, as JSON or CSV. */
import { formatMinorUnits } from '../../src/platform/money/money.ts'
import { signedAmount } from '../../src/reconciliation/formats/tally.ts'
import { type Book, type StatementRow, words } from './book.ts'

export function tremendousText(book: Book): string {
  const rows = book.rows.toReversed()
  return book.options.as === 'csv' ? csvText(rows, book) : jsonText(rows, book)
}

function jsonText(rows: readonly StatementRow[], { options, random }: Book): string {
  const space = random() < 0.5 ? '\n  ' : ''
  const transactions = rows.map((row) => {
    const bits = [
      `"created_at":"${row.at}"`,
      // A number, as the API has it: read as a float it would be another one.
      ...(options.fault === 'missing_column' ? [] : [`"amount":${shortest(signedAmount(row), row.currency)}`]),
      `"currency_code":"${row.currency}"`,
      `"balance":${shortest(row.balanceMinor, row.currency)}`,
      `"action":${JSON.stringify(tremendousWord(row))}`,
      '"description":"Rewards, \\"spring\\" {1}"',
      `"order":{"id":"${row.providerId}","external_id":${JSON.stringify(row.reference)}}`,
    ]
    return `{${bits.join(',')}}`
  })
  const count = rows.length + (options.fault === 'totals' ? 1 : 0)
  return `{"transactions":[${space}${transactions.join(`,${space}`)}],"total_count":${count}}\n`
}

function csvText(rows: readonly StatementRow[], { options }: Book): string {
  const amount = options.fault === 'missing_column' ? [] : ['amount']
  const lines = rows.map((row) =>
    [
      row.at,
      ...amount.map(() => formatMinorUnits(signedAmount(row), row.currency)),
      row.currency,
      formatMinorUnits(row.balanceMinor, row.currency),
      tremendousWord(row),
      '"Rewards, ""spring"""',
      row.providerId,
      row.reference ?? '',
    ].join(','),
  )
  const names = [
    'created_at',
    ...amount,
    'currency_code',
    'balance',
    'action',
    'description',
    'order_id',
    'external_id',
  ]
  return [names.join(','), ...lines, ''].join('\r\n')
}

/** JSON's numbers have no trailing zeros. */
function shortest(minor: number, currency: string): string {
  const decimal = formatMinorUnits(minor, currency)
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}

export function tremendousWord({ rawType, kind }: StatementRow): string {
  return rawType ?? words.tremendous[kind]
}
