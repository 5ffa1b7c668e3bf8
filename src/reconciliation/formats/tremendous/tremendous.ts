/**
 * Tremendous's balance transactions: the JSON of `GET /balance_transactions` as it comes (api.ts of tremendous-node:
 * created_at, amount, currency_code, balance, action, description, order), or a CSV of the same. Amounts are decimal
 * numbers with a sign; an order's fees are inside its total, and become a line of their own.
 *
 * The CSV's columns are not documented anywhere. Assumed, by these names in any order: created_at, amount,
 * currency_code, balance, action, order_id, external_id, subtotal, fees, discount; the first two are required.
 */
import { type ColumnIndexes, cellAt, csvCells, findColumns } from '../cells.ts'
import { checkedTotals, noTotals } from '../file-checks.ts'
import { jsonSource } from '../json-source.ts'
import type { Parser, Source } from '../parser.ts'
import { nothing, type ParsedItem } from '../parser.ts'
import { rowSource } from '../rows.ts'
import type { LineNames } from '../same.ts'
import { BrokenFile, type Heading, newHeading } from '../statement.ts'
import { newTally, type StatementTally, tallyLine } from '../tally.ts'
import { type TremendousTransaction, transactionIn, transactionLines } from './tremendous-lines.ts'

const wanted = {
  createdAt: ['created_at', 'date'],
  amount: ['amount'],
  currency: ['currency_code', 'currency'],
  balance: ['balance'],
  action: ['action', 'type'],
  orderId: ['order_id', 'order'],
  externalId: ['external_id', 'order_external_id'],
  subtotal: ['subtotal'],
  fees: ['fees', 'fee'],
  discount: ['discount'],
} as const
type Column = keyof typeof wanted

interface State {
  isJson: boolean | null
  columns: ColumnIndexes<Column> | null
  width: number
  currency: string | null
  /** What the document says of the number of its transactions. */
  count: number | null
  transactions: number
  lineNames?: LineNames
  moment?: string
  tally: StatementTally
}

/** A record is the text of one transaction (`{…}`), the shell of the JSON around them (`[` or `{` with none), or a row. */
export const tremendousSource: Source<string> = {
  begin: (head, options) => {
    const isJson = /^[\s\ufeff]*[[{]/.test(new TextDecoder().decode(head.subarray(0, 256)))
    return { isJson, inner: (isJson ? jsonSource : csvRows).begin(head, options) }
  },
  async *batches(stream, place, memory) {
    const { isJson, inner } = memory as { isJson: boolean; inner: unknown }
    for await (const batch of (isJson ? jsonSource : csvRows).batches(stream, place, inner)) {
      yield { ...batch, memory: { isJson, inner: batch.memory } }
    }
  },
}
const csvRows = rowSource(true)

export const tremendousParser: Parser<State, string> = {
  begin: () => ({
    isJson: null,
    columns: null,
    width: 0,
    currency: null,
    count: null,
    transactions: 0,
    tally: newTally(true),
  }),

  take(state, { value, line, isOpen = false }, options) {
    if (state.isJson === null) {
      if (value.trim() === '') return nothing
      state.isJson = value.startsWith('{') || value.startsWith('[')
      if (!state.isJson) {
        const cells = csvCells(value, ',', line)
        state.columns = findColumns(cells, wanted, ['createdAt', 'amount'], line)
        state.width = cells.length
        return nothing
      }
    }
    if (state.isJson && value.startsWith('[')) {
      state.count = shellCount(value)
      return nothing
    }
    if (value.trim() === '') return nothing
    if (isOpen) throw new BrokenFile('truncated', line)
    const transaction = state.isJson ? transactionIn(value, line) : rowOf(state, value, line)
    const drafts = transactionLines(transaction, state, line, options)
    const made: ParsedItem[] = []
    if (state.currency === null) {
      state.currency = drafts[0]?.currency ?? null
      made.push(headingOf(state.currency))
    }
    for (const draft of drafts) {
      if (draft.currency !== state.currency) throw new BrokenFile('currency', line, draft.currency)
      tallyLine(state.tally, draft)
      made.push(draft)
    }
    state.transactions += 1
    return made
  },

  end(state, place, { claims, currency = 'USD' }) {
    if (state.isJson === null) throw new BrokenFile('header', place.line)
    if (state.count !== null && state.count !== state.transactions) {
      throw new BrokenFile('totals', place.line, `total_count: ${state.count}, counted ${state.transactions}`)
    }
    const heading = headingOf(state.currency ?? currency)
    const isClosed = state.isJson
    const totals = checkedTotals({ heading, own: noTotals, tally: state.tally, claims, isClosed }, place.line)
    return state.currency === null ? [heading, totals] : [totals]
  },
}

function headingOf(currency: string | null): Heading {
  return newHeading({ format: 'tremendous', currency })
}

/** `["transactions shell", count]`, as the source gives it at the end. */
function shellCount(value: string): number | null {
  const [, count] = JSON.parse(value) as [string, number | null]
  return count
}

function rowOf({ columns, width }: State, row: string, line: number): TremendousTransaction {
  const cells = csvCells(row, ',', line)
  if (cells.length !== width) throw new BrokenFile('columns', line, `${cells.length} of ${width}`)
  const cell = (name: Column) => (columns === null ? null : cellAt(cells, columns[name]))
  const isOrder = cell('subtotal') !== null || cell('fees') !== null
  return {
    createdAt: cell('createdAt') ?? '',
    amount: cell('amount') ?? '',
    currency: cell('currency'),
    balance: cell('balance'),
    action: cell('action') ?? '',
    orderId: cell('orderId'),
    externalId: cell('externalId'),
    payment: isOrder
      ? { subtotal: cell('subtotal') ?? '', fees: cell('fees') ?? '0', discount: cell('discount') ?? '0' }
      : null,
  }
}
