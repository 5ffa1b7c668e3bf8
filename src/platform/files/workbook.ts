/** Workbooks of several sheets whose cells are texts: what people fill in by hand, and upload again. */
import { cellText } from './xlsx-text.ts'
import { asWritten } from './xlsx-write.ts'
import { unzippedSize } from './zip.ts'

/** A sheet as its rows of texts, null for an empty cell. A row's place is its number, less one. */
export interface TextSheet {
  name: string
  rows: (string | null)[][]
}

export interface WorkbookLimits {
  /** Of each sheet. Rows at the end that hold nothing do not count. */
  maxRows: number
  maxColumns: number
  /** Of all files inside, once unpacked. */
  maxUnzippedBytes: number
}

export type WorkbookFault = { why: 'container' | 'too_large' } | { why: 'rows' | 'columns'; sheet: string }

/** Rows without anything are looked at up to here: spreadsheets keep a thousand of them, or all 65,536 of a sheet of Excel 97. */
const mostEmpty = 100_000

/**
 * The sheets that are wanted, and the names of the others. What a formula gives is its last value, a rich text its
 * words, a date its ISO day, a truth `true` or `false`; of merged cells the first has what they say.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: WorkbookLimits,
): Promise<{ sheets: TextSheet[]; others: string[] } | WorkbookFault> {
  const size = unzippedSize(bytes)
  if (size === null) return { why: 'container' }
  if (size > limits.maxUnzippedBytes) return { why: 'too_large' }
  const { readXlsx } = await import('hucre/xlsx')
  try {
    const names: string[] = []
    await readXlsx(bytes, { sheets: ({ name }) => names.push(name) < 0 })
    const sheets: TextSheet[] = []
    for (const name of names.filter(isWanted)) {
      const sheet = await readSheet(bytes, name, limits)
      if ('why' in sheet) return sheet
      sheets.push(sheet)
    }
    return { sheets, others: names.filter((name) => !isWanted(name)) }
  } catch {
    // The library has an error of its own for every way in which a file can be broken.
    return { why: 'container' }
  }
}

async function readSheet(
  bytes: Uint8Array,
  name: string,
  { maxRows, maxColumns }: WorkbookLimits,
): Promise<TextSheet | WorkbookFault> {
  const { streamXlsxRows } = await import('hucre/xlsx')
  const rows: (string | null)[][] = []
  let seen = 0
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: name })) {
    seen += 1
    if (seen > mostEmpty) return { why: 'rows', sheet: name }
    const cells = values.map((value) => cellText(value) || null)
    const width = cells.findLastIndex((cell) => cell !== null) + 1
    if (width === 0) continue
    if (width > maxColumns) return { why: 'columns', sheet: name }
    if (index >= maxRows) return { why: 'rows', sheet: name }
    // Rows that are left out of the file stand empty in the sheet, and people count them.
    while (rows.length < index) rows.push([])
    rows[index] = cells.slice(0, width)
  }
  return { name, rows }
}

/**
 * The file. Each first row is bold and stays in view; every cell is a text, so none is read as a formula, a number or a day.
 * @param sheets whose names are at most 31 characters, none of them `[ ] : * ? / \`
 */
export async function workbookFile(sheets: readonly { name: string; rows: readonly (readonly (string | null)[])[] }[]) {
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map((cell) => (cell === null ? null : asWritten(cell)))),
      columns: (rows[0] ?? []).map((header) => ({ width: widthFor(header ?? ''), numFmt: '@' })),
      freezePane: { rows: 1 },
    })),
  })
}

/** Wide where sentences stand. */
const widthFor = (header: string) => (/::|label|hint|when|relevant/.test(header) ? 40 : 16)
