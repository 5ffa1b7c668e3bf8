/** Results in a table, CSV or XLSX: the columns by their names, in any order, others left alone. */
import { readCsv } from '../../platform/files/csv-read.ts'
import { largestUnpackedResults } from '../../platform/files/limits.ts'
import { readXlsx } from '../../platform/files/xlsx-read.ts'
import { parseTypedMinorUnits } from '../../platform/money/money.ts'
import {
  gathered,
  maxLines,
  type ResultFileLine,
  type ResultLine,
  type ResultsRefused,
  readCode,
  readReference,
  refuseResults,
} from './result-line.ts'
import { outcomeOf, type ResultField, resultFieldOf } from './result-words.ts'

type Cell = string | number | null
interface Row {
  line: number
  cells: readonly Cell[]
}
type Columns = Partial<Record<ResultField, number>>
type Read = { lines: ResultLine[] } | ResultsRefused

/** Banks put a few lines of their own above the names of the columns. */
const searchedForHeader = 20

/**
 * @param text with commas, semicolons or tabs between its cells
 * @param currency of amounts that name none
 */
export function readCsvResults(text: string, currency: string): Read {
  const delimiters = [',', ';', '\t']
  let first: Read | null = null
  for (const delimiter of delimiters) {
    const csv = readCsv(text, delimiter, maxLines + searchedForHeader)
    const read = 'why' in csv ? refuseResults(csv.line, csv.why) : readTable(csv.rows, currency)
    if (!isWithoutHeader(read)) return read
    first ??= read
  }
  return first ?? refuseResults(null, 'columns')
}

function isWithoutHeader(read: Read): boolean {
  return 'refused' in read && read.refused[0]?.why === 'columns'
}

/** Reads a workbook of results in one currency, within the limits of rows and bytes. */
export async function readXlsxResults(bytes: Uint8Array, currency: string): Promise<Read> {
  const xlsx = await readXlsx(bytes, {
    maxRows: maxLines + searchedForHeader,
    maxUnzippedBytes: largestUnpackedResults,
  })
  return 'why' in xlsx ? refuseResults(null, xlsx.why) : readTable(xlsx.rows, currency)
}

function readTable(rows: readonly Row[], currency: string): Read {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== null && String(cell).trim() !== ''))
  const at = filled.slice(0, searchedForHeader).findIndex(({ cells }) => {
    const fields = cells.map((cell) => resultFieldOf(String(cell ?? '')))
    return fields.includes('reference') && fields.includes('result')
  })
  const header = filled[at]
  if (header === undefined) return refuseResults(filled[0]?.line ?? null, 'columns')
  const columns = columnsOf(header)
  if (columns === null) return refuseResults(header.line, 'column_twice')
  const lines = filled.slice(at + 1)
  if (lines.length > maxLines) return refuseResults(null, 'too_many')
  return gathered(lines.map((row) => readRow(row, columns, currency)).filter((read) => read !== null))
}

/** Banks list several days and several reasons; no money depends on which of them is read. */
const firstCounts: readonly ResultField[] = ['day', 'code']

function columnsOf({ cells }: Row): Columns | null {
  const columns: Columns = {}
  for (const [at, cell] of cells.entries()) {
    const field = resultFieldOf(String(cell ?? ''))
    if (field === undefined) continue
    if (columns[field] === undefined) columns[field] = at
    else if (!firstCounts.includes(field)) return null
  }
  return columns
}

/** One row; null for one that reports nothing, such as a row of totals. */
function readRow({ line, cells }: Row, columns: Columns, currency: string): ResultFileLine | null {
  const cellOf = (field: ResultField): Cell => {
    const at = columns[field]
    return at === undefined ? null : (cells[at] ?? null)
  }
  const textOf = (field: ResultField) => String(cellOf(field) ?? '').trim()
  if (textOf('reference') === '' && textOf('result') === '') return null

  const reference = readReference(textOf('reference'))
  if (reference === null) return { line, why: 'reference' }
  const outcome = outcomeOf(textOf('result'))
  if (outcome === null) return { line, why: 'result' }
  const amountMinor = readAmount(cellOf('amount'), cellOf('amountMinor'), textOf('currency') || currency)
  if (amountMinor === undefined) return { line, why: 'amount' }
  const providerId = readId(cellOf('providerId'))
  if (providerId === undefined) return { line, why: 'rounded' }
  const day = readDay(textOf('day'))
  if (day === undefined) return { line, why: 'day' }
  const result = { reference, outcome, amountMinor, providerId, code: readCode(textOf('code')), day }
  return { line, result }
}

/** Minor units from an amount, or a count of minor units, or both if they agree; undefined when it is unreadable. */
function readAmount(amount: Cell, minor: Cell, currency: string): number | null | undefined {
  const written = amountText(amount)
  const fromAmount = written === '' ? null : parseTypedMinorUnits(written, currency.toUpperCase())
  const count = amountText(minor)
  const fromMinor = count === '' ? null : /^\d{1,15}$/.test(count) ? Number(count) : undefined
  if ((written !== '' && fromAmount === null) || fromMinor === undefined) return undefined
  if (fromAmount !== null && fromMinor !== null && fromAmount !== fromMinor) return undefined
  return fromAmount ?? fromMinor
}

/** A number of a sheet may have come out of a sum, and be off by a hair. */
function amountText(cell: Cell): string {
  if (typeof cell === 'number') return String(Number(cell.toFixed(6)))
  return (cell ?? '').normalize('NFKC').trim().replace(/^'/, '')
}

/** The bank's id of a payment; undefined where a spreadsheet has made a number of it that lost its end. */
function readId(cell: Cell): string | null | undefined {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell < 1e15 ? String(cell) : undefined
  const text = (cell ?? '').trim().replace(/^'/, '')
  if (text === '') return null
  return /^\d(?:\.\d+)?E\+\d+$/i.test(text) || text.length > 64 ? undefined : text
}

const writtenDay = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/

/** As spreadsheets write days again: `26/2/2026`, `2/26/2026`, `26.02.2026`. */
const rewrittenDay = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/

/**
 * `2026-02-26`, `2026/2/26`, `20260226`, `2026年2月26日`, with a time behind it or not, and the same day or month first; null
 * where it could be either, as no money depends on it; undefined for anything else.
 */
function readDay(text: string): string | null | undefined {
  if (text === '') return null
  const rewritten = rewrittenDay.exec(text)
  if (rewritten !== null) {
    const [, one, , other, written] = rewritten
    const days = [`${written}-${other}-${one}`, `${written}-${one}-${other}`].map(readDay)
    const known = new Set(days.filter((day) => day !== undefined))
    return known.size === 2 ? null : [...known][0]
  }
  const [, year, month = '', date = ''] = writtenDay.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  if (year === undefined) return undefined
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = Date.parse(`${day}T00:00:00.000Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : undefined
}
