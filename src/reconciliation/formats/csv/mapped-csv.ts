/** A plain CSV by a mapping. It shows nowhere that it is whole: a person has to say how many lines it should have. */

import { currencyExponent, isCurrency } from '../../../platform/money/currencies.ts'
import { parseBankMinorUnits } from '../../../platform/money/money.ts'
import { cellAt, cellsOf } from '../cells.ts'
import { writtenMoment } from '../dates.ts'
import { noTotals, totalsOf } from '../file-checks.ts'
import { kindOf } from '../kinds.ts'
import { type Draft, nothing, type ParseOptions, type Parser } from '../parser.ts'
import { keyAmongRecent, keyAmongSame, noneRecent, noneSame, type Recent, type Same } from '../same.ts'
import { BrokenFile, type Direction, type Heading } from '../statement.ts'
import { countIn, newTally, type Tally } from '../tally.ts'
import type { CsvMapping } from './mapping.ts'
import { amountColumns, filled, isTotal } from './shapes.ts'

interface State {
  rows: number
  /** By the file's name for it; null until the row of names. */
  columns: { [name: string]: number } | null
  width: number
  isOver: boolean
  currency: string | null
  same: Same
  /** Absent in a checkpoint that was made before there was one. */
  recent?: Recent
  tally: Tally
}

export const mappedCsv: Parser<State, string> = {
  begin: ({ mapping }) => ({
    rows: 0,
    columns: null,
    width: 0,
    isOver: false,
    currency: mapping !== undefined && 'code' in mapping.currency ? mapping.currency.code : null,
    same: noneSame,
    recent: noneRecent,
    tally: newTally(mapping?.balance?.chains ?? false),
  }),

  take(state, { value, line, isOpen = false }, options) {
    const mapping = mappingOf(options)
    state.rows += 1
    if (state.columns === null) {
      // Blank lines count: people count rows as a spreadsheet shows them.
      if (line < mapping.headerRow) return nothing
      const cells = cellsOf(value, mapping.delimiter, line)
      state.columns = columnsIn(cells, mapping, line)
      state.width = filled(cells).length
      return state.currency === null ? nothing : [headingOf(state.currency)]
    }
    if (value.trim() === '' || state.isOver) return nothing
    const cells = cellsOf(value, mapping.delimiter, line)
    const said = filled(cells)
    if (said.length === 0) return nothing
    const { endsAt } = mapping
    if (endsAt !== null && said.find((cell) => cell !== '')?.startsWith(endsAt)) {
      state.isOver = true
      return nothing
    }
    const { columns } = state
    const amounts = amountColumns(mapping).map((name) => columns[name] ?? -1)
    if (isTotal(cells, columns[mapping.day.column] ?? -1, amounts)) return nothing
    // A delimiter at the end of the rows, or of the names alone, makes a column of nothing.
    if (said.length > state.width || cells.length < state.width) {
      throw new BrokenFile('columns', line, `${cells.length} of ${state.width}`)
    }
    if (isOpen && mapping.lastRowEnds && !isWhole(value, said, state, mapping)) throw new BrokenFile('truncated', line)
    const draft = lineOf(state, state.columns, cells, line, mapping, options)
    countIn(state.tally, draft)
    if (state.currency !== null) {
      if (draft.currency !== state.currency) throw new BrokenFile('currency', line, draft.currency)
      return [draft]
    }
    state.currency = draft.currency
    return [headingOf(state.currency), draft]
  },

  end({ columns, currency, tally }, place, { claims }) {
    if (columns === null) throw new BrokenFile('header', place.line)
    const heading = headingOf(currency)
    const totals = totalsOf({ heading, own: noTotals, tally, claims, isClosed: false }, place.line)
    return currency === null ? [heading, totals] : [totals]
  },
}

/** Whether a last row without a line end shows that nothing of it is cut: a quote that is closed, or all decimals. */
function isWhole(value: string, said: readonly string[], { width, columns, currency }: State, mapping: CsvMapping) {
  if (said.length !== width) return false
  if (value.trimEnd().endsWith('"')) return true
  const isAmount = [...amountColumns(mapping), mapping.balance?.column].some(
    (name) => name !== undefined && columns?.[name] === width - 1,
  )
  const places = currency === null ? 0 : currencyExponent(currency)
  return isAmount && places > 0 && new RegExp(`[.,]\\d{${places}}$`).test(said.at(-1) ?? '')
}

function mappingOf({ mapping }: ParseOptions): CsvMapping {
  if (mapping === undefined) throw new RangeError('A plain CSV is read by a mapping.')
  return mapping
}

function headingOf(currency: string | null): Heading {
  return {
    is: 'heading',
    section: 1,
    format: 'csv',
    version: null,
    statementId: null,
    account: null,
    currency,
    fromDay: null,
    toDay: null,
    openingMinor: null,
    closingMinor: null,
  }
}

/** The columns that a mapping names, each of which must be there once. */
function columnsIn(cells: readonly string[], mapping: CsvMapping, line: number): { [name: string]: number } {
  const { day, amount, currency, balance, key, providerId, reference, type, account } = mapping
  const amounts = [...amountColumns(mapping), ...(amount.by === 'word' ? [amount.direction] : [])]
  const others = [key, providerId, reference, type, account, balance?.column ?? null].filter((name) => name !== null)
  const names = [day.column, ...amounts, ...('column' in currency ? [currency.column] : []), ...others]
  return Object.fromEntries(
    names.map((name) => {
      const at = cells.indexOf(name.trim())
      if (at < 0 || cells.indexOf(name.trim(), at + 1) >= 0) throw new BrokenFile('header', line, name)
      return [name, at]
    }),
  )
}

function lineOf(
  state: Pick<State, 'same' | 'recent'>,
  columns: { [name: string]: number },
  cells: readonly string[],
  line: number,
  mapping: CsvMapping,
  { kinds }: ParseOptions,
): Draft {
  const cell = (name: string | null) => (name === null ? null : cellAt(cells, columns[name] ?? -1))
  const moment = writtenMoment(cell(mapping.day.column) ?? '', mapping.day.format, mapping.zone)
  if (moment === null) throw new BrokenFile('day', line)
  const currency = 'code' in mapping.currency ? mapping.currency.code : (cell(mapping.currency.column) ?? '')
  if (!isCurrency(currency)) throw new BrokenFile('currency', line)
  const minor = (name: string) => {
    const text = cell(name)
    if (text === null) return 0
    const found = parseBankMinorUnits(text, currency, mapping.decimal)
    if (found === null) throw new BrokenFile('amount', line)
    return found
  }
  const { direction, amountMinor } = movementOf(mapping, cell, minor, line)
  const balance = cell(mapping.balance?.column ?? null)
  const balanceMinor = balance === null ? null : parseBankMinorUnits(balance, currency, mapping.decimal)
  if (balance !== null && balanceMinor === null) throw new BrokenFile('balance', line)
  const [providerId, reference] = [cell(mapping.providerId), cell(mapping.reference)]
  const rawType = cell(mapping.type) ?? ''
  const own = cell(mapping.key)
  if (mapping.key !== null && own === null) throw new BrokenFile('key', line)
  const bits = `${direction === 'debit' ? 'd' : 'c'}${amountMinor}`
  const told = [moment.bookedAt ?? moment.day, bits, providerId ?? '', reference ?? '', balanceMinor ?? ''].join('|')
  return {
    is: 'line',
    section: 1,
    line,
    key: own === null ? keyAmongSame(state, moment.day, told) : keyOf(state, moment.day, own),
    entry: null,
    parts: null,
    ...moment,
    direction,
    amountMinor,
    currency,
    providerId,
    reference,
    // Without a column of types, money that left is a payment; money that came could be anything.
    kind: mapping.type === null && direction === 'debit' ? 'payment' : kindOf(rawType, direction, new Map(), kinds),
    rawType,
    balanceMinor,
    account: cell(mapping.account),
  }
}

/** A reference that comes again within a day is told apart by its order there. */
function keyOf(state: Pick<State, 'recent'>, day: string, own: string): string {
  const remembered = { recent: state.recent ?? noneRecent }
  const key = keyAmongRecent(remembered, day, own)
  state.recent = remembered.recent
  return key
}

function movementOf(
  { amount }: CsvMapping,
  cell: (name: string) => string | null,
  minor: (name: string) => number,
  line: number,
): { direction: Direction; amountMinor: number } {
  if (amount.by === 'columns') {
    const [debit, credit] = [minor(amount.debit), minor(amount.credit)]
    if ((debit === 0) === (credit === 0)) throw new BrokenFile('amount', line)
    return { direction: debit === 0 ? 'credit' : 'debit', amountMinor: Math.abs(debit === 0 ? credit : debit) }
  }
  const found = minor(amount.column)
  if (found === 0) throw new BrokenFile('amount', line)
  if (amount.by === 'sign') {
    const above = amount.below === 'debit' ? 'credit' : 'debit'
    return { direction: found < 0 ? amount.below : above, amountMinor: Math.abs(found) }
  }
  const word = cell(amount.direction) ?? ''
  const direction = amount.debit.includes(word) ? 'debit' : amount.credit.includes(word) ? 'credit' : null
  if (direction === null) throw new BrokenFile('direction', line)
  if (found < 0) throw new BrokenFile('amount', line)
  return { direction, amountMinor: found }
}
