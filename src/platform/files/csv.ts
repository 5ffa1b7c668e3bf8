/** CSV as RFC 4180 has it: comma, CRLF, quotes where they are needed. */

/** A cell: a number is written as it is, null as nothing. */
export type CsvCell = string | number | null

/** Excel reads a file without it in the code page of the machine, and Chinese turns to noise. */
export const byteOrderMark = '\uFEFF'

// Quotes in front are taken along: so no two texts are guarded to the same one.
const formulaStart = /^(?:[\s\uFEFF"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/
// A spreadsheet that takes `;` or a tab for the separator begins a cell in the middle of our text, quoted or not.
const innerStart = /([;\t\r\n][\s"']*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g
const innerFormula = /(?<=[;\t\r\n][\s"']*)[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/g

/**
 * The same for a machine that knows escapes: each character that could begin a formula is written by `write`, and so
 * is a blank before the first.
 */
export function escapeFormulas(text: string, write: (character: string) => string): string {
  const safe = text.replace(innerFormula, write)
  if (!formulaStart.test(text)) return safe
  const [first = ''] = text
  return write(first) + safe.slice(first.length)
}

/**
 * Makes a text harmless in a spreadsheet, as OWASP advises: a single quote goes before what could be a formula
 * (`=`, `+`, `-`, `@`, also full-width; a leading tab or line break too). Only for files that people open: a machine
 * would read the quote as part of the text.
 */
export function guarded(text: string): string {
  const safe = text.replace(innerStart, "$1'")
  return formulaStart.test(text) ? `'${safe}` : safe
}

const needsQuotes = /[",\r\n]|^\s|\s$/

/** One row of raw cells, for machines. Most cells are numbers or nothing, so the row is copied only when it must be. */
export function csvRow(cells: readonly CsvCell[]): string {
  let row = cells
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at]
    if (typeof cell !== 'string' || !needsQuotes.test(cell)) continue
    row = row.with(at, `"${cell.replaceAll('"', '""')}"`)
  }
  return `${row.join(',')}\r\n`
}

/** One row for people: every text is guarded, a number stays a number. */
export function guardedCsvRow(cells: readonly CsvCell[]): string {
  return csvRow(cells.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell)))
}
