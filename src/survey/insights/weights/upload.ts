/** Margins as a table that somebody uploads: a question's code, an answer's code and its share in a line. */

import { readCsv } from '../../../platform/files/csv-read.ts'
import { decoded, sniffEncoding, utf16Text } from '../../../platform/files/encoding.ts'
import { readXlsx } from '../../../platform/files/xlsx-read.ts'
import { OffloadFailed } from '../../../platform/offload/job.ts'
import type { Job, Ports } from '../../../ports.ts'
import { numberText, type TypedMargins, type TypedTarget } from './margins.ts'

/** Bytes of the file, and of everything inside a workbook; rows with anything in them. */
export const mostMarginBytes = 512 * 1024
const mostUnzipped = 8 * 1_048_576
const mostRows = 1_000

/** `line`: a row that has no question, answer and number in its first three cells. */
export type UploadRefused = { why: 'empty' | 'file' | 'large' } | { why: 'line'; line: number }

type Row = { line: number; cells: readonly (string | number | null)[] }

/**
 * Reads a table, CSV or a workbook's first sheet, whose kind is told by its content. The first three columns count: question,
 * answer, share. A first row whose third cell is no number names the columns, and says by it whether shares are counts.
 */
export async function readMargins(bytes: Uint8Array): Promise<TypedMargins | UploadRefused> {
  if (bytes.length === 0) return { why: 'empty' }
  if (bytes.length > mostMarginBytes) return { why: 'large' }
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  const rows = isWorkbook ? await rowsOfWorkbook(bytes) : rowsOfText(bytes)
  return 'why' in rows ? rows : marginsOf(rows)
}

async function rowsOfWorkbook(bytes: Uint8Array): Promise<readonly Row[] | UploadRefused> {
  const read = await readXlsx(bytes, { maxRows: mostRows, maxUnzippedBytes: mostUnzipped })
  return 'why' in read ? { why: read.why === 'container' ? 'file' : 'large' } : read.rows
}

function rowsOfText(bytes: Uint8Array): readonly Row[] | UploadRefused {
  const utf16 = utf16Text(bytes)
  const text = utf16 === undefined ? decoded(bytes, sniffEncoding(bytes)) : utf16
  if (text === null) return { why: 'file' }
  for (const delimiter of [',', ';', '\t']) {
    const read = readCsv(text, delimiter, mostRows)
    if ('why' in read) return read.why === 'too_many' ? { why: 'large' } : { why: 'line', line: read.line }
    if (read.rows.some(({ cells }) => cells.length >= 3)) return read.rows
  }
  return { why: 'line', line: 1 }
}

function marginsOf(rows: readonly Row[]): TypedMargins | UploadRefused {
  const filled = rows
    .map(({ line, cells }) => ({ line, cells: cells.slice(0, 3).map((cell) => String(cell ?? '').trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [head] = filled
  if (head === undefined) return { why: 'empty' }
  const isHeaded = !/\d/.test(head.cells[2] ?? '')
  const unit = isHeaded && /count|number|people|人数|人數|数量|數量/i.test(head.cells[2] ?? '') ? 'count' : 'percent'
  const targets: TypedTarget[] = []
  for (const { line, cells } of isHeaded ? filled.slice(1) : filled) {
    const [on = '', code = '', value = ''] = cells
    // Whatever else is wrong with it is said on the page, question by question.
    if (!/^[A-Za-z]\w{0,72}$/.test(on) || !/^-?\w{1,64}$/.test(code) || value === '') return { why: 'line', line }
    targets.push({ on, code, value: numberText(value) })
  }
  return targets.length === 0 ? { why: 'empty' } : { unit, targets }
}

/** The same as a job. */
export const readingMargins: Job<Uint8Array, TypedMargins | UploadRefused> = { name: 'read margins', run: readMargins }

/** The same, offloaded: a file that takes more time or memory than any other is refused. */
export async function readMarginsOffloaded(
  { offload }: Pick<Ports, 'offload'>,
  bytes: Uint8Array,
): Promise<TypedMargins | UploadRefused> {
  if (bytes.length > mostMarginBytes) return { why: 'large' }
  try {
    return await offload(readingMargins, bytes)
  } catch (error) {
    if (error instanceof OffloadFailed) return { why: 'large' }
    throw error
  }
}
