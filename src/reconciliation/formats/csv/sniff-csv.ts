/** What a plain CSV seems to be, for the page on which a person maps its columns. */

import { quotedRows } from '../../../platform/files/csv-read.ts'
import { decodePrefix, type Encoding, sniffEncoding } from '../../../platform/files/encoding.ts'
import { headSize } from '../../../platform/files/packed/files-inside.ts'
import type { DecimalMark } from '../../../platform/money/money.ts'
import { booksZone } from '../../../platform/time/zone.ts'
import { amountAt, csvCells } from '../cells.ts'
import { type DateFormat, guessedFormats, writtenMoment } from '../dates.ts'
import { columnNames } from './names.ts'
import { isTotal, withoutEmptyEnd } from './shapes.ts'
import { currencyIn, writtenAmount } from './written-amount.ts'

export interface Sniffed {
  encoding: Encoding
  delimiter: ',' | ';' | '\t' | '|'
  /** The row that seems to hold the names, from 1; 0 where none does. */
  headerRow: number
  /** How many rows of names there seem to be. */
  headerRows: number
  names: string[]
  /** The first rows below it. */
  samples: string[][]
  /** By column name: the formats in which all samples are days. Two of them where day and month cannot be told apart. */
  days: { [name: string]: DateFormat[] }
  /** By column name: the marks with which all samples are amounts. */
  amounts: { [name: string]: DecimalMark[] }
  /** The columns in which every sample is a currency. */
  currencies: string[]
}

const delimiters = [',', ';', '\t', '|'] as const

/** What a person says of the file's shape, in the place of a guess. */
export type GivenShape = Partial<Pick<Sniffed, 'encoding' | 'delimiter' | 'headerRow' | 'headerRows'>>

/**
 * Looks at the first bytes of a file. A guess, to be confirmed by whoever knows the file.
 * @returns null where no delimiter makes a table of it
 */
export function sniffCsv(head: Uint8Array, given: GivenShape = {}): Sniffed | null {
  const text = textOf(head, given.encoding).replace(/^\ufeff/, '')
  const rows = text.split(/\r?\n/)
  // The last row may be cut, unless so few bytes are the whole file.
  if (rows.length > 1 && (head.length >= headSize || rows.at(-1) === '')) rows.pop()
  const possible = given.delimiter === undefined ? delimiters : [given.delimiter]
  const tables = possible.map((delimiter) => tableBy(rows, delimiter, given))
  const best = tables.filter((table) => table !== null).sort((one, other) => other.score - one.score)[0]
  if (best === undefined) return null
  const { delimiter, headerRow, headerRows, names, samples } = best
  const movements = samples.filter((row) => dayOfLine(row) >= 0)
  const lines =
    movements.length > 0
      ? movements
      : samples.filter((row) => !row.some((cell, at) => cell === '' && isTotal(row, at, [])))
  const columns = names.map((name, at) => ({
    name,
    // A dash stands for nothing.
    values: lines.map((row) => amountAt(row, at) ?? '').filter((value) => value !== ''),
  }))
  return {
    encoding: given.encoding ?? sniffEncoding(head),
    delimiter,
    headerRow,
    headerRows,
    names,
    samples,
    days: Object.fromEntries(columns.map(({ name, values }) => [name, fitting(guessedFormats, values, isDayIn)])),
    amounts: Object.fromEntries(columns.map(({ name, values }) => [name, fitting(marks, values, isAmountIn)])),
    currencies: columns
      .filter(({ values }) => values.length > 0 && values.every((value) => currencyIn(value) !== null))
      .map(({ name }) => name),
  }
}

function textOf(head: Uint8Array, encoding: Encoding | undefined): string {
  return encoding === undefined ? decodePrefix(head) : new TextDecoder(encoding).decode(head, { stream: true })
}

const marks = ['.', ','] as const

function isAmountIn(value: string, mark: DecimalMark): boolean {
  return writtenAmount(value, null, mark) !== null
}

function isDayIn(value: string, format: DateFormat): boolean {
  return writtenMoment(value, format, booksZone) !== null
}

function fitting<Way>(ways: readonly Way[], values: string[], fits: (value: string, way: Way) => boolean): Way[] {
  return values.length === 0 ? [] : ways.filter((way) => values.every((value) => fits(value, way)))
}

/** The widest run of rows of one width, and the names above it, unless a person says where those are. */
function tableBy(rows: readonly string[], delimiter: (typeof delimiters)[number], given: GivenShape) {
  const cut = quotedRows(rows.slice(0, mostRows), delimiter).map((row, at) => {
    try {
      return csvCells(row, delimiter, at + 1)
    } catch {
      return [row]
    }
  })
  const width = Math.max(...cut.map((cells) => withoutEmptyEnd(cells).length))
  if (width < 2) return null
  const widest = cut.findIndex((cells) => withoutEmptyEnd(cells).length === width)
  const line = firstLine(cut)
  const guess = line < 0 ? { headerRow: widest + 1, headerRows: 1 } : namesAbove(cut, line)
  const { headerRow = guess.headerRow } = given
  const { headerRows = headerRow === guess.headerRow ? guess.headerRows : 1 } = given
  if (headerRow > cut.length) return null
  const header = headerRow === 0 ? [] : cut.slice(headerRow - 1, headerRow - 1 + headerRows)
  const below = cut.slice(headerRow === 0 ? Math.max(0, line) : headerRow - 1 + headerRows)
  const columns = Math.max(width, ...header.map((row) => withoutEmptyEnd(row).length))
  const samples = below.filter((row) => withoutEmptyEnd(row).length > 0).map((row) => row.slice(0, columns))
  const names = columnNames(header).slice(0, columns)
  return { delimiter, headerRow, headerRows, names, samples: samples.slice(0, 20), score: width * samples.length }
}

/** So many rows are looked at. */
const mostRows = 80

/** Where the day stands in a row that seems to be a movement, as it has an amount beside it; -1 for any other row. */
function dayOfLine(cells: readonly string[]): number {
  const day = cells.findIndex((cell) => guessedFormats.some((format) => isDayIn(cell, format)))
  const hasAmount = cells.some((cell, at) => at !== day && marks.some((mark) => isAmountIn(cell, mark)))
  return day >= 0 && hasAmount ? day : -1
}

/** The first movement: a head that names a day and a balance has its day in another column than the rows below. */
function firstLine(cut: readonly string[][]): number {
  const days = cut.map(dayOfLine)
  const counted = Map.groupBy(
    days.filter((day) => day >= 0),
    (day) => day,
  )
  const [column = -1] = [...counted].sort(([, one], [, other]) => other.length - one.length)[0] ?? []
  return column < 0 ? -1 : days.indexOf(column)
}

/** The rows of names right above the first movement: one, or several of which the upper ones fill the gaps of the lower. */
function namesAbove(cut: readonly string[][], line: number): { headerRow: number; headerRows: number } {
  let at = line - 1
  // Blank rows and notes may stand between.
  while (at >= 0 && withoutEmptyEnd(cut[at] ?? []).length < 2) at -= 1
  if (at < 0) return { headerRow: 0, headerRows: 1 }
  const last = at
  for (; at > 0 && last - at < 3; at -= 1) {
    const [lower = [], upper = []] = [cut[at], cut[at - 1]]
    const fills = lower.some((cell, column) => cell === '' && (upper[column] ?? '') !== '')
    if (!fills || upper.length !== lower.length || withoutEmptyEnd(upper).length < 2) break
  }
  return { headerRow: at + 1, headerRows: last - at + 1 }
}
