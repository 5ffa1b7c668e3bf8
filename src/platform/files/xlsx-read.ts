/** Reading the first sheet of a small workbook. */
import { unzippedSize } from './zip.ts'

export interface XlsxRow {
  /** The row's number in the sheet, from 1. */
  line: number
  /** A date is an ISO day, a truth `true` or `false`, an empty cell null. */
  cells: (string | number | null)[]
}

export interface XlsxLimits {
  maxRows: number
  /** Of all files inside, once unpacked. */
  maxUnzippedBytes: number
}

/** A column beyond this one holds nothing that we read. */
const lastColumn = 'CV'

/**
 * The rows of the first sheet; empty ones are left out.
 * - `container`: it is no workbook, or a damaged one
 * - `too_large`: more bytes inside, or more rows, than the limits allow
 */
export async function readXlsx(
  bytes: Uint8Array,
  { maxRows, maxUnzippedBytes }: XlsxLimits,
): Promise<{ rows: XlsxRow[] } | { why: 'container' | 'too_large' }> {
  const size = unzippedSize(bytes)
  if (size === null) return { why: 'container' }
  if (size > maxUnzippedBytes) return { why: 'too_large' }
  const { streamXlsxRows } = await import('hucre/xlsx')
  const rows: XlsxRow[] = []
  try {
    const read = streamXlsxRows(bytes, { sheet: 0, maxRows: maxRows + 1, range: `A1:${lastColumn}1048576` })
    let count = 0
    for await (const { index, values } of read) {
      count += 1
      if (count > maxRows) return { why: 'too_large' }
      const cells = values.map(cellOf)
      if (cells.some((cell) => cell !== null)) rows.push({ line: index + 1, cells })
    }
  } catch {
    // The library has an error of its own for every way in which a file can be broken.
    return { why: 'container' }
  }
  return { rows }
}

function cellOf(value: string | number | boolean | Date | null): string | number | null {
  if (value === null || value === '') return null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  return typeof value === 'boolean' ? String(value) : value
}
