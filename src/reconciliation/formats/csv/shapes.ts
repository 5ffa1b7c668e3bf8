/** What tables of banks have beside their lines: columns of nothing, empty rows, rows of totals. */
import type { CsvMapping } from './mapping.ts'

/** A row without the empty cells at its end. */
export function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

/** How a row of totals or of a balance carried over begins, in the languages that banks here write. */
const total =
  /^(sub-?|grand )?(total|sum|summe|gesamt)s?\b|^(opening|closing|brought|carried|beginning|ending|balance) (balance|forward|b\/f|c\/f)|^balance (brought|carried) (forward|down)|^(b\/f|c\/f)\b|^(previous|last) balance\b|^balance from (previous|last)\b|^balance$|^\S{0,4}(合计|总计|小计|合計|總計|小計)|^(总额|總額|期初|期末|[承接](上|前|上期|前期)|[转轉](承|下|次)|[结結][转轉]|过次|過次|上日|本日|余额|結餘|餘額)/i

/**
 * A row that names itself a total, and has no day or no amount. One that has both is a line, whatever it says; `合计：2笔` and
 * `Total debits: 2` in the column of days are no day.
 */
export function isTotal(cells: readonly string[], day: number, amounts: readonly number[]): boolean {
  const isLine =
    /\d/.test(cells[day] ?? '') &&
    !total.test(cells[day] ?? '') &&
    (amounts.length === 0 || amounts.some((at) => /\d/.test(cells[at] ?? '')))
  return !isLine && cells.some((cell) => total.test(cell))
}

/**
 * A row with one cell that is no day, or without any figure, which each day and amount has: a note below the table, a text
 * that goes on from the row above, or the names once more on the next page.
 */
export function isNoteRow(cells: readonly string[], day: number, isDay: (cell: string) => boolean): boolean {
  const isText = cells.every((cell) => !/\p{Nd}/u.test(cell))
  return isText || (cells.filter((cell) => cell !== '').length === 1 && !isDay(cells[day] ?? ''))
}

/** The columns that hold what a row cost. */
export function feeColumns({ fee }: Pick<CsvMapping, 'fee'>): string[] {
  return fee === null ? [] : [fee.column, fee.second ?? null].filter((name) => name !== null)
}

/** The columns that hold the amount. */
export function amountColumns({ amount }: CsvMapping): string[] {
  return amount.by === 'columns' ? [amount.debit, amount.credit] : [amount.column]
}
