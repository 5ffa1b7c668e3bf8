/** CSV as RFC 4180 has it: comma, CRLF, quotes where they are needed. */

/** A cell: a number is written as it is, null as nothing. */
export type CsvCell = string | number | null

/** Excel reads a file without it in the code page of the machine, and Chinese turns to noise. */
export const byteOrderMark = '\uFEFF'

const formulaStart = /^(?:[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/
// A spreadsheet that takes `;` or a tab for the separator begins a cell in the middle of our text.
const innerStart = /([;\t\r\n]\s*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g

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

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** One row of raw cells, for machines. */
export function csvRow(cells: readonly CsvCell[]): string {
  let row = ''
  for (let at = 0; at < cells.length; at += 1) row += (at === 0 ? '' : ',') + csvCell(cells[at] ?? null)
  return `${row}\r\n`
}

/** One row for people: every text is guarded, a number stays a number. */
export function guardedCsvRow(cells: readonly CsvCell[]): string {
  return csvRow(cells.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell)))
}
