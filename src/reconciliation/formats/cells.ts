/** A row of a CSV as cells, and the names of its columns. */
import { closingQuote, unquoted } from '../../platform/files/csv-read.ts'
import { mostCells } from '../../platform/files/limits.ts'
import { BrokenFile } from './statement.ts'

/**
 * Cells by RFC 4180, with a delimiter of one character. Spaces and tabs around a cell are no part of it.
 * @throws BrokenFile `quote`, or `too_many`
 */
export function csvCells(row: string, delimiter: string, line: number): string[] {
  if (!row.includes('"')) {
    const plain = row.split(delimiter, mostCells + 1)
    if (plain.length > mostCells) throw tooMany(line)
    return plain.map(trimmed)
  }
  const cells: string[] = []
  for (let at = 0; at <= row.length; ) {
    if (cells.length === mostCells) throw tooMany(line)
    let start = at
    while (start < row.length && row[start] !== delimiter && /\s/.test(row.charAt(start))) start += 1
    if (row[start] === '"') {
      const { value, end } = quoted(row, start, delimiter, line)
      cells.push(value)
      at = end
    } else {
      const found = row.indexOf(delimiter, at)
      const end = found < 0 ? row.length : found
      cells.push(trimmed(row.slice(at, end)))
      at = end + delimiter.length
    }
  }
  return cells
}

function tooMany(line: number): BrokenFile {
  return new BrokenFile('too_many', line, `${mostCells} columns`)
}

function quoted(row: string, start: number, delimiter: string, line: number): { value: string; end: number } {
  const close = closingQuote(row, start)
  if (close < 0) throw new BrokenFile('quote', line)
  const next = row.indexOf(delimiter, close + 1)
  if (row.slice(close + 1, next < 0 ? undefined : next).trim() !== '') throw new BrokenFile('quote', line)
  return { value: trimmed(unquoted(row, start, close)), end: next < 0 ? row.length + 1 : next + delimiter.length }
}

function trimmed(cell: string): string {
  return cell.trim()
}

/**
 * A column's name as the tables here have it: full-width signs as half-width ones, without spaces, quotes, backticks
 * and the unit in brackets. `收入金额（+元）` and `收入金额(+元)` are both `收入金额`.
 */
export function columnName(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\s"'`\ufeff]/g, '')
    .replace(/\([^()]*\)$/, '')
    .toLowerCase()
}

/** Where each column is, by our own name for it; -1 for one that is not there. */
export type ColumnIndexes<Name extends string> = { [name in Name]: number }

/**
 * Finds columns by name, in whatever order they stand.
 * @param wanted our names, each with the names that files have for it, the likeliest first
 * @param required those that must be there
 * @throws BrokenFile `header` when one is missing or two have the same name
 */
export function findColumns<Name extends string>(
  cells: readonly string[],
  wanted: { readonly [name in Name]: readonly string[] },
  required: readonly NoInfer<Name>[],
  line: number,
): ColumnIndexes<Name> {
  const names = cells.map(columnName)
  const entries = Object.entries<readonly string[]>(wanted).map(([name, aliases]) => {
    const found = aliases.map((alias) => names.indexOf(alias)).find((at) => at >= 0) ?? -1
    if (found >= 0 && names.indexOf(names[found] ?? '', found + 1) >= 0) throw new BrokenFile('header', line, name)
    return [name, found] as const
  })
  const columns = Object.fromEntries(entries) as ColumnIndexes<Name>
  const missing = required.find((name) => columns[name] < 0)
  if (missing !== undefined) throw new BrokenFile('header', line, missing)
  return columns
}

/** The cell of a column, null where it is empty, absent, or a dash that stands for nothing. */
export function cellAt(cells: readonly string[], at: number): string | null {
  const cell = at < 0 ? undefined : cells[at]
  return cell === undefined || cell === '' || cell === '-' || cell === '--' ? null : cell
}

/**
 * The same of an amount, for which banks write longer dashes and `N/A`, too. Ids keep theirs, as lines are known again by
 * them.
 */
export function amountAt(cells: readonly string[], at: number): string | null {
  const cell = cellAt(cells, at)
  return cell === null || /^(?:[-\u2012-\u2015\uff0d]{1,3}|n\/a)$/i.test(cell) ? null : cell
}

/**
 * A day or an amount without what keeps a spreadsheet from making something else of it: a backtick or an apostrophe before
 * it, or `="…"` around it. Ids keep theirs, as lines are known again by them.
 */
export function bareCell(cell: string): string {
  const text = cell.trim()
  return text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1).trim() : text.replace(/^[`'’]\s*(?=\S)/, '')
}
