/** One row of a plain CSV as a line: its day, its amount and direction, and what names it. */

import { isCurrency } from '../../../platform/money/currencies.ts'
import { amountAt, cellAt } from '../cells.ts'
import { hasNoYear, writtenMoment } from '../dates.ts'
import { movementKind } from '../kinds.ts'
import { type FileClaims, lineDraft, type ParseOptions } from '../parser.ts'
import { keyAmongSame, type LineNames } from '../same.ts'
import { BrokenFile, type Direction } from '../statement.ts'
import { type WithFee, withFee } from './fees.ts'
import type { CsvMapping } from './mapping.ts'
import { feeColumns } from './shapes.ts'
import { currencyIn, type WrittenAmount, writtenAmount } from './written-amount.ts'

/** Which lines there were, to tell those that say the same apart; JSON. */
export interface Seen {
  lineNames?: LineNames
  /** By column of what went, of what came, or of fees: whether its amounts stand below zero; absent where none came yet. */
  below?: { [column: string]: boolean }
  /** The last day that was written, for rows that have none; absent before it. */
  above?: string
  /** The balance before the next row, in minor units, where that says where money went; absent as long as none is known. */
  beforeMinor?: number
}

/**
 * The row's movement, and that of its fee.
 * @param columns the places of the columns by their names
 * @throws BrokenFile with what the row is missing
 */
export function mappedLines(
  state: Seen,
  columns: { [name: string]: number },
  cells: readonly string[],
  line: number,
  mapping: CsvMapping,
  { kinds, claims }: ParseOptions,
): WithFee {
  const cell = (name: string | null) => (name === null ? null : cellAt(cells, columns[name] ?? -1))
  const above = mapping.day.above ? state.above : undefined
  const { format } = mapping.day
  const period = hasNoYear(format) ? periodSaid(claims, line) : null
  const moment = writtenMoment(cell(mapping.day.column) ?? above ?? '', format, mapping.zone, period)
  if (moment === null) throw new BrokenFile('day', line)
  const currency = currencyOf(mapping, cell, line)
  saysStatus(mapping, cell, line)
  const amountIn = (name: string): WrittenAmount | null => {
    const text = amountAt(cells, columns[name] ?? -1)
    const found = text === null ? null : writtenAmount(text, currency, mapping.decimal)
    if (text !== null && found === null) throw new BrokenFile('amount', line)
    const isOneSided = mapping.amount.by === 'columns' || feeColumns(mapping).includes(name)
    if (isOneSided && found !== null) keepsSide(state, name, found.minor, line)
    return found
  }
  const balance = mapping.balance === null ? null : balanceIn(cell(mapping.balance.column), currency, mapping, line)
  const isNothing = movesNothing(mapping, cell)
  const feesMinor = feeColumns(mapping).map((name) => (isNothing ? 0 : Math.abs(amountIn(name)?.minor ?? 0)))
  const feeMinor = feesMinor.reduce((sum, minor) => sum + minor, 0)
  const { direction, amountMinor } = isNothing
    ? { direction: 'credit' as const, amountMinor: 0 }
    : mapping.amount.by === 'balance'
      ? byBalance(state, amountIn(mapping.amount.column), balance, claims?.openingMinor ?? null, line)
      : movementOf(mapping.amount, cell, amountIn, line)
  const [providerId, reference] = [cell(mapping.providerId), cell(mapping.reference)]
  const rawType = cell(mapping.type) ?? ''
  const own = cell(mapping.key)
  if (mapping.key !== null && own === null) throw new BrokenFile('key', line)
  const bits = `${direction === 'debit' ? 'd' : 'c'}${amountMinor}`
  const identity = [moment.bookedAt ?? moment.day, bits, providerId ?? '', reference ?? '', balance ?? ''].join('|')
  // A reference that comes again within a day is told apart by its order there.
  const key = keyAmongSame(state, moment.day, own ?? identity)
  const draft = lineDraft({
    line,
    key,
    // No bank's message calls a booking so.
    booking: `csv|${key}`,
    ...moment,
    direction,
    amountMinor,
    currency,
    providerId,
    reference,
    // Without a column of types, money that left is a payment; money that came could be anything.
    kind:
      mapping.type === null && direction === 'debit' ? 'payment' : movementKind(rawType, direction, new Map(), kinds),
    rawType,
    balanceMinor: balance,
    account: cell(mapping.account),
  })
  return withFee(draft, feeMinor, mapping.fee?.inside ?? false)
}

/** @throws BrokenFile where days without a year have nothing that says it: in a period of a year and more, one name may be of two */
function periodSaid(claims: FileClaims | undefined, line: number): { from: string; to: string } {
  const { fromDay, toDay } = claims ?? {}
  if (fromDay == null || toDay == null || toDay >= yearAfter(fromDay)) throw new BrokenFile('day', line, 'no_year')
  return { from: fromDay, to: toDay }
}

const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

/**
 * Where an amount without a sign went, by the balances before and behind it.
 * @throws BrokenFile where no balance is known before the first row, or the amount is not what lies between them
 */
function byBalance(
  state: Seen,
  found: WrittenAmount | null,
  afterMinor: number | null,
  openingMinor: number | null,
  line: number,
): { direction: Direction; amountMinor: number } {
  const beforeMinor = state.beforeMinor ?? openingMinor
  if (found === null) throw new BrokenFile('amount', line)
  if (afterMinor === null) throw new BrokenFile('balance', line)
  if (beforeMinor === null) throw new BrokenFile('balance', line, 'no_opening')
  const movedMinor = afterMinor - beforeMinor
  if (Math.abs(movedMinor) !== Math.abs(found.minor)) throw new BrokenFile('balance', line, 'chain')
  state.beforeMinor = afterMinor
  return { direction: movedMinor < 0 ? 'debit' : 'credit', amountMinor: Math.abs(movedMinor) }
}

/** What a row says that is no movement: the day of the rows below it, and a balance that is carried over. */
export function noteCarried(
  state: Seen,
  columns: { [name: string]: number },
  cells: readonly string[],
  mapping: CsvMapping,
): void {
  const day = cellAt(cells, columns[mapping.day.column] ?? -1)
  if (day !== null && writtenMoment(day, mapping.day.format, mapping.zone) !== null) state.above = day
  if (mapping.amount.by !== 'balance' || mapping.balance === null || !('code' in mapping.currency)) return
  const carried = cellAt(cells, columns[mapping.balance.column] ?? -1)
  const found = carried === null ? null : writtenAmount(carried, mapping.currency.code, mapping.decimal)
  const minor = found === null ? null : found.direction === 'debit' ? -found.minor : found.minor
  if (minor !== null && mapping.amount.newest === true) state.beforeMinor = minor
  else if (minor !== null) state.beforeMinor ??= minor
}

/**
 * A bank that has what went in a column of its own writes all of it with a minus, or none. The other among them may be
 * money that came back, and nothing says so.
 * @throws BrokenFile `amount`
 */
function keepsSide(state: Seen, column: string, minor: number, line: number): void {
  if (minor === 0) return
  const before = state.below?.[column]
  if (before === undefined) state.below = { ...state.below, [column]: minor < 0 }
  else if (before !== minor < 0) throw new BrokenFile('amount', line, 'both_signs')
}

function currencyOf({ currency }: CsvMapping, cell: (name: string) => string | null, line: number): string {
  const found = 'code' in currency ? currency.code : currencyIn(cell(currency.column) ?? '')
  if (found === null || !isCurrency(found)) throw new BrokenFile('currency', line)
  return found
}

/** The balance behind a row. @throws BrokenFile where it has none */
export function balanceBehind(
  columns: { [name: string]: number },
  cells: readonly string[],
  line: number,
  mapping: CsvMapping,
): number {
  const cell = (name: string) => cellAt(cells, columns[name] ?? -1)
  const text = mapping.balance === null ? null : cell(mapping.balance.column)
  const minor = balanceIn(text, currencyOf(mapping, cell, line), mapping, line)
  if (minor === null) throw new BrokenFile('balance', line)
  return minor
}

/** An account that is overdrawn may say so by a word. */
function balanceIn(text: string | null, currency: string, { decimal }: CsvMapping, line: number): number | null {
  const found = text === null ? null : writtenAmount(text, currency, decimal)
  if (text !== null && found === null) throw new BrokenFile('balance', line)
  return found === null ? null : found.direction === 'debit' ? -found.minor : found.minor
}

/** @throws BrokenFile where no amount is written, or two; one of zero is said and moves nothing */
function movementOf(
  amount: Exclude<CsvMapping['amount'], { by: 'balance' }>,
  cell: (name: string) => string | null,
  amountIn: (name: string) => WrittenAmount | null,
  line: number,
): { direction: Direction; amountMinor: number } {
  if (amount.by === 'columns') {
    const [debit, credit] = [amountIn(amount.debit)?.minor ?? null, amountIn(amount.credit)?.minor ?? null]
    const isBoth = (debit ?? 0) !== 0 && (credit ?? 0) !== 0
    if ((debit === null && credit === null) || isBoth) throw new BrokenFile('amount', line)
    const isDebit = (debit ?? 0) !== 0 || credit === null
    return { direction: isDebit ? 'debit' : 'credit', amountMinor: Math.abs((isDebit ? debit : credit) ?? 0) }
  }
  const found = amountIn(amount.column)
  if (found === null) throw new BrokenFile('amount', line)
  if (amount.by === 'sign') {
    const above = amount.below === 'debit' ? 'credit' : 'debit'
    return {
      direction: found.direction ?? (found.minor < 0 ? amount.below : above),
      amountMinor: Math.abs(found.minor),
    }
  }
  const word = cell(amount.direction)
  const direction = amount.debit.includes(word ?? '') ? 'debit' : amount.credit.includes(word ?? '') ? 'credit' : null
  if (direction === null) throw new BrokenFile('direction', line)
  // A sign or a word beside the amount would say it twice, and may say the other.
  if (found.minor < 0 || (found.direction ?? direction) !== direction) throw new BrokenFile('amount', line)
  return { direction, amountMinor: found.minor }
}

/** @throws BrokenFile where nobody said whether a row that stands so is booked */
function saysStatus({ status }: CsvMapping, cell: (name: string) => string | null, line: number): void {
  if (status === null) return
  const word = cell(status.column) ?? '-'
  if (!status.booked.includes(word) && !status.unbooked.includes(word)) throw new BrokenFile('status', line, word)
}

/** Whether a row's word for its direction or its status says that no money of the account moved. */
export function movesNothing({ amount, status }: CsvMapping, cell: (name: string) => string | null): boolean {
  const isNeither = amount.by === 'word' && amount.neither.includes(cell(amount.direction) ?? '-')
  return isNeither || (status?.unbooked.includes(cell(status.column) ?? '-') ?? false)
}
