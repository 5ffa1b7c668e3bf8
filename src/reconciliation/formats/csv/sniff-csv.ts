/** What a plain CSV seems to be, for the page on which a person maps its columns. */

import { type Encoding, glance, sniffEncoding } from '../../../platform/files/encoding.ts'
import { type DecimalMark, parseBankMinorUnits } from '../../../platform/money/money.ts'
import { cellsOf } from '../cells.ts'
import { type DateFormat, dateFormats, writtenMoment } from '../dates.ts'
import { filled, isTotal } from './shapes.ts'

export interface Sniffed {
  encoding: Encoding
  delimiter: ',' | ';' | '\t' | '|'
  /** The row that seems to hold the names, from 1. */
  headerRow: number
  names: string[]
  /** The first rows below it. */
  samples: string[][]
  /** By column name: the formats in which all samples are days. Two of them where day and month cannot be told apart. */
  days: { [name: string]: DateFormat[] }
  /** By column name: the marks with which all samples are amounts. */
  amounts: { [name: string]: DecimalMark[] }
}

const delimiters = [',', ';', '\t', '|'] as const

/** What a person says of the file's shape, in the place of a guess. */
export type SaidShape = Partial<Pick<Sniffed, 'encoding' | 'delimiter' | 'headerRow'>>

/**
 * Looks at the first bytes of a file. A guess, to be confirmed by whoever knows the file.
 * @returns null where no delimiter makes a table of it
 */
export function sniffCsv(head: Uint8Array, said: SaidShape = {}): Sniffed | null {
  const text = textOf(head, said.encoding).replace(/^\ufeff/, '')
  const rows = text.split(/\r?\n/)
  // The last row may be cut.
  if (rows.length > 1) rows.pop()
  const possible = said.delimiter === undefined ? delimiters : [said.delimiter]
  const tables = possible.map((delimiter) => tableBy(rows, delimiter, said.headerRow))
  const best = tables.filter((table) => table !== null).sort((one, other) => other.score - one.score)[0]
  if (best === undefined) return null
  const { delimiter, headerRow, cells } = best
  const [names = [], ...samples] = cells
  const lines = samples.filter((row) => !row.some((cell, at) => cell === '' && isTotal(row, at, [])))
  const columns = names.map((name, at) => ({
    name,
    values: lines.map((row) => row[at] ?? '').filter((v) => v !== ''),
  }))
  const marks = ['.', ','] as const
  return {
    encoding: said.encoding ?? sniffEncoding(head),
    delimiter,
    headerRow,
    names,
    samples,
    days: Object.fromEntries(
      columns.map(({ name, values }) => [
        name,
        fitting(dateFormats, values, (value, format) => isDayIn(value, format)),
      ]),
    ),
    amounts: Object.fromEntries(
      columns.map(({ name, values }) => [
        name,
        fitting(marks, values, (value, mark) => parseBankMinorUnits(value, 'CNY', mark) !== null),
      ]),
    ),
  }
}

function textOf(head: Uint8Array, encoding: Encoding | undefined): string {
  return encoding === undefined ? glance(head) : new TextDecoder(encoding).decode(head, { stream: true })
}

function isDayIn(value: string, format: DateFormat): boolean {
  return writtenMoment(value, format, 'Asia/Shanghai') !== null
}

function fitting<Way>(ways: readonly Way[], values: string[], fits: (value: string, way: Way) => boolean): Way[] {
  return values.length === 0 ? [] : ways.filter((way) => values.every((value) => fits(value, way)))
}

/** The widest run of rows of one width; its first row has the names, unless a person says which one has. */
function tableBy(rows: readonly string[], delimiter: (typeof delimiters)[number], headerRow?: number) {
  const cut = rows.slice(0, 60).map((row, at) => {
    try {
      return cellsOf(row, delimiter, at + 1)
    } catch {
      return [row]
    }
  })
  const said = headerRow === undefined ? undefined : cut[headerRow - 1]
  if (headerRow !== undefined && said === undefined) return null
  const width = said === undefined ? Math.max(...cut.map((cells) => filled(cells).length)) : filled(said).length
  if (width < 2) return null
  const first = said === undefined ? cut.findIndex((cells) => filled(cells).length === width) : cut.indexOf(said)
  const isRow = (row: string[]) => row.length >= width && row.some((cell) => cell !== '')
  const cells = cut
    .slice(first)
    .filter(isRow)
    .map((row) => row.slice(0, width))
  return { delimiter, headerRow: first + 1, cells: cells.slice(0, 11), score: width * cells.length }
}
