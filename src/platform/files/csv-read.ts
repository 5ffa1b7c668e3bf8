/** Reading a small CSV, RFC 4180 and what spreadsheets make of it. */

import { mostCells } from './limits.ts'

export interface CsvRow {
  /** The line of the file that the row begins in, from 1. */
  line: number
  cells: string[]
}

/**
 * The rows of a text, with any delimiter and any line ends; a quoted cell may hold both. Refused, with its line:
 * - `quote`: a quote is never closed or has more behind it
 * - `too_many`: more rows that are not empty than are wanted; `columns`: more cells than any table has
 */
export function readCsv(
  text: string,
  delimiter: string,
  maxRows: number,
): { rows: CsvRow[] } | { line: number; why: 'quote' | 'too_many' | 'columns' } {
  const rows: CsvRow[] = []
  const plainEnd = new RegExp(`[${delimiter}\\r\\n]`, 'g')
  let line = 1
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    const row: CsvRow = { line, cells: [] }
    for (let isRowOpen = true; isRowOpen; ) {
      let cell: string
      if (text[at] === '"') {
        const end = closingQuote(text, at)
        if (end < 0) return { line, why: 'quote' }
        cell = unquoted(text, at, end)
        line += lineEndsIn(cell)
        at = end + 1
        if (at < text.length && !`${delimiter}\r\n`.includes(text.charAt(at))) return { line, why: 'quote' }
      } else {
        plainEnd.lastIndex = at
        const end = plainEnd.exec(text)?.index ?? text.length
        cell = text.slice(at, end)
        at = end
      }
      row.cells.push(cell)
      if (row.cells.length > mostCells) return { line, why: 'columns' }
      if (text[at] === delimiter) at += 1
      else isRowOpen = false
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    line += 1
    if (row.cells.length === 1 && row.cells[0] === '') continue
    rows.push(row)
    if (rows.length > maxRows) return { line: row.line, why: 'too_many' }
  }
  return { rows }
}

/** Where the quote that is open at `from` is closed; -1 where it never is. A doubled quote closes nothing. */
export function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

/** What stands between a quote and the one that closes it. */
export function unquoted(text: string, from: number, closing: number): string {
  return text.slice(from + 1, closing).replaceAll('""', '"')
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

/**
 * Whether a row ends within a quoted cell. A quote opens one only where a cell begins: `5" pipe` has none. Without a
 * delimiter, as in checkpoints of before, each quote counts.
 * @param isOpen whether it begins within one
 */
export function endsWithin(row: string, delimiter: string, isOpen: boolean): boolean {
  if (delimiter === '') return hasOddQuotes(row) !== isOpen
  let within = isOpen
  for (let at = 0; ; ) {
    if (within) {
      const close = closingQuote(row, at - 1)
      if (close < 0) return true
      at = close + 1
      within = false
    } else {
      while (at < row.length && row[at] !== delimiter && /\s/.test(row.charAt(at))) at += 1
      if (row[at] === '"') {
        within = true
        at += 1
        continue
      }
    }
    const next = row.indexOf(delimiter, at)
    if (next < 0) return false
    at = next + delimiter.length
  }
}

/** Line ends of one cell that are looked at where a table is only guessed at. */
const mostLinesOfARow = 30

/**
 * The lines of a text as rows: those that quotes hold together are one, with an empty one for each line more, so that each
 * row keeps its number. Quotes that stay open hold nothing together.
 */
export function quotedRows(lines: readonly string[], delimiter: string): string[] {
  const rows: string[] = []
  for (let at = 0; at < lines.length; ) {
    let row = lines[at] ?? ''
    let count = 1
    while (count < mostLinesOfARow && at + count < lines.length && endsWithin(row, delimiter, false)) {
      row += `\n${lines[at + count]}`
      count += 1
    }
    const isOne = count > 1 && !endsWithin(row, delimiter, false)
    rows.push(isOne ? row : (lines[at] ?? ''), ...Array.from({ length: isOne ? count - 1 : 0 }, () => ''))
    at += isOne ? count : 1
  }
  return rows
}

function hasOddQuotes(text: string): boolean {
  let isOdd = false
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOdd = !isOdd
  return isOdd
}
