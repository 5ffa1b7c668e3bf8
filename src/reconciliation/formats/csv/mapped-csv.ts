/** A plain CSV by a mapping. It shows nowhere that it is whole: a person has to say how many lines it should have. */

import { currencyExponent } from '../../../platform/money/currencies.ts'
import { cellAt, csvCells } from '../cells.ts'
import { writtenMoment } from '../dates.ts'
import { checkedTotals, noTotals } from '../file-checks.ts'
import { nothing, type ParsedItem, type ParseOptions, type Parser } from '../parser.ts'
import { BrokenFile, type Heading, newHeading } from '../statement.ts'
import { countNeither, newTally, type StatementTally, tallyLine } from '../tally.ts'
import { balanceBehind, mappedLines, movesNothing, noteCarried, type Seen } from './mapped-line.ts'
import type { CsvMapping } from './mapping.ts'
import { columnNames } from './names.ts'
import { amountColumns, feeColumns, isNoteRow, isTotal, withoutEmptyEnd } from './shapes.ts'

interface State extends Seen {
  rows: number
  /** By the file's name for it; null until the row of names. */
  columns: { [name: string]: number } | null
  width: number
  /** Up to the last column that has a name; null for a table without names, absent in older checkpoints. */
  named?: number | null
  /** Rows of names, as far as they have come. */
  names?: string[][]
  /** The first currency that is not the account's. */
  other?: string
  isOver: boolean
  /** Where the newest row stands first: the last one, of which the next row's balance says where its amount went. */
  held?: { cells: string[]; line: number }
  currency: string | null
  tally: StatementTally
}

export const mappedCsv: Parser<State, string> = {
  begin: ({ mapping }) => ({
    rows: 0,
    columns: null,
    width: 0,
    isOver: false,
    currency: mapping !== undefined && 'code' in mapping.currency ? mapping.currency.code : null,
    tally: newTally(mapping?.balance?.chains ?? false),
  }),

  take(state, { value, line, isOpen = false }, options) {
    const mapping = mappingOf(options)
    state.rows += 1
    const { headerRow, headerRows } = mapping
    // Blank lines count: people count rows as a spreadsheet shows them.
    if (state.columns === null && line < headerRow) return nothing
    const given: ParsedItem[] = []
    if (state.columns === null) {
      const names = headerRow === 0 ? [] : [...(state.names ?? []), csvCells(value, mapping.delimiter, line)]
      state.names = names
      if (headerRow > 0 && names.length < headerRows) return nothing
      const header = columnNames(names)
      state.columns = columnsIn(header, mapping, line)
      state.width = header.length
      state.named = headerRow === 0 ? null : header.findLastIndex((name) => !/^#\d+$/.test(name)) + 1
      if (state.currency !== null) given.push(headingOf(state.currency))
      if (headerRow > 0) return given
    }
    if (value.trim() === '' || state.isOver) return given
    const cells = csvCells(value, mapping.delimiter, line)
    const filledCells = withoutEmptyEnd(cells)
    if (filledCells.length === 0) return given
    const { endsAt } = mapping
    if (endsAt !== null && filledCells.find((cell) => cell !== '')?.startsWith(endsAt)) {
      state.isOver = true
      return given
    }
    const { columns } = state
    const day = columns[mapping.day.column] ?? -1
    const amounts = amountColumns(mapping).map((name) => columns[name] ?? -1)
    const isSum = isTotal(cells, day, amounts)
    if (isSum || mapping.day.above) noteCarried(state, columns, cells, mapping)
    if (isSum) return given
    const isDay = (cell: string) => writtenMoment(cell, mapping.day.format, mapping.zone) !== null
    if (isNoteRow(filledCells, day, isDay) && (!isOpen || !mayBeDay(filledCells))) return given
    // A delimiter at the end of the rows, or of the names alone, makes a column of nothing; what a row ends with may be
    // left out where nothing is said.
    const needed = Math.max(...neededColumns(mapping).map((name) => columns[name] ?? 0)) + 1
    if (filledCells.length > state.width || cells.length < needed) {
      throw new BrokenFile('columns', line, `${cells.length} of ${state.width}`)
    }
    if (isOpen && mapping.lastRowEnds && !isWhole(value, cells, state, mapping)) throw new BrokenFile('truncated', line)
    // What moves nothing, and may have no balance, waits for none.
    const isAlone = movesNothing(mapping, (name) => cellAt(cells, columns[name] ?? -1))
    if (mapping.amount.by !== 'balance' || mapping.amount.newest !== true || isAlone) {
      return [...given, ...itemsOf(state, columns, cells, line, options)]
    }
    const pending = [...cells]
    if (mapping.day.above) pending[day] ||= state.above ?? ''
    const items = heldItems(state, options, balanceBehind(columns, cells, line, mapping))
    state.held = { cells: pending, line }
    return [...given, ...items]
  },

  end(state, place, options) {
    const { columns } = state
    if (columns === null) throw new BrokenFile('header', place.line)
    const last = heldItems(state, options)
    const { currency, tally, other } = state
    if (tally.rows === 0 && other !== undefined) throw new BrokenFile('currency', place.line, other)
    const heading = headingOf(currency)
    const totals = checkedTotals({ heading, own: noTotals, tally, claims: options.claims, isClosed: false }, place.line)
    return currency === null ? [heading, totals] : [...last, totals]
  },
}

/**
 * The row that waited for the balance before it.
 * @param beforeMinor that balance; of the file's last row, one that was carried over or that a person says
 */
export function heldItems(state: State, options: ParseOptions, beforeMinor?: number): ParsedItem[] {
  const { held, columns } = state
  delete state.held
  if (beforeMinor !== undefined && held !== undefined) state.beforeMinor = beforeMinor
  const items = held === undefined || columns === null ? [] : itemsOf(state, columns, held.cells, held.line, options)
  // Below it, a balance may be carried over.
  delete state.beforeMinor
  return items
}

/** What a row comes to, counted in; before the first of a file that names its currency in each, the heading. */
function itemsOf(
  state: State,
  columns: { [name: string]: number },
  cells: readonly string[],
  line: number,
  options: ParseOptions,
): ParsedItem[] {
  const mapping = mappingOf(options)
  const given: ParsedItem[] = []
  const { lines, moved: draft } = mappedLines(state, columns, cells, line, mapping, options)
  const isOurs = draft.currency === (options.currency ?? state.currency ?? draft.currency)
  if (state.currency === null) {
    state.currency = options.currency ?? draft.currency
    given.push(headingOf(state.currency))
  }
  // Of another currency than the account's: it is of another account, and is said to be left out.
  if (!isOurs && !('column' in mapping.currency && options.currency !== undefined)) {
    throw new BrokenFile('currency', line, draft.currency)
  }
  const isNothing = movesNothing(mapping, (name) => cellAt(cells, columns[name] ?? -1))
  if (isOurs && isNothing) countNeither(state.tally, draft)
  else if (isOurs) tallyLine(state.tally, draft)
  else state.other ??= draft.currency
  // A row of nothing, such as a tax of zero, is a row of the file and moves no money.
  given.push(...lines)
  return given
}

/** Without these, a row is no line. */
function neededColumns(mapping: CsvMapping): string[] {
  const { day, amount, currency, balance, key, status } = mapping
  const isBalanceNeeded = balance?.chains || amount.by === 'balance'
  const others = [key, status?.column ?? null, isBalanceNeeded ? (balance?.column ?? null) : null].filter(
    (name) => name !== null,
  )
  const word = amount.by === 'word' ? [amount.direction] : []
  const money = amount.by === 'columns' ? [] : [amount.column]
  return [day.column, ...money, ...word, ...('column' in currency ? [currency.column] : []), ...others]
}

/** Whether a row may be the beginning of one with a day, which begins with a figure wherever it is cut. */
function mayBeDay(cells: readonly string[]): boolean {
  return /^[^\p{L}\p{N}#]*\p{Nd}/u.test(cells.find((cell) => cell !== '') ?? '')
}

/**
 * Whether a last row without a line end shows that nothing that is read of it is cut: a delimiter behind the last column
 * that is read, a quote that is closed, or all decimals.
 */
function isWhole(
  value: string,
  cells: readonly string[],
  { width, named, columns, currency }: State,
  mapping: CsvMapping,
) {
  if (Math.max(...Object.values(columns ?? {})) < cells.length - 1) return true
  const filledCells = withoutEmptyEnd(cells)
  if (named !== null && filledCells.length !== (named ?? width)) return false
  if (value.trimEnd().endsWith('"')) return true
  const isAmount = [...amountColumns(mapping), mapping.balance?.column].some(
    (name) => name !== undefined && columns?.[name] === filledCells.length - 1,
  )
  const places = currency === null ? 0 : currencyExponent(currency)
  return isAmount && places > 0 && new RegExp(`[.,]\\d{${places}}$`).test(filledCells.at(-1) ?? '')
}

function mappingOf({ mapping }: ParseOptions): CsvMapping {
  if (mapping === undefined) throw new RangeError('A plain CSV is read by a mapping.')
  return mapping
}

function headingOf(currency: string | null): Heading {
  return newHeading({ format: 'csv', currency })
}

/** The columns that a mapping names, each of which must be there once. */
function columnsIn(cells: readonly string[], mapping: CsvMapping, line: number): { [name: string]: number } {
  const { day, amount, currency, balance, key, providerId, reference, type, account, status, fee } = mapping
  const amounts = [...amountColumns(mapping), ...(amount.by === 'word' ? [amount.direction] : [])]
  const ofMore = [status?.column ?? null, balance?.column ?? null, ...feeColumns({ fee })]
  const others = [key, providerId, reference, type, account, ...ofMore].filter((name) => name !== null)
  const names = [day.column, ...amounts, ...('column' in currency ? [currency.column] : []), ...others]
  return Object.fromEntries(
    names.map((name) => {
      const at = cells.indexOf(name.trim())
      if (at < 0 || cells.indexOf(name.trim(), at + 1) >= 0) throw new BrokenFile('header', line, name)
      return [name, at]
    }),
  )
}
