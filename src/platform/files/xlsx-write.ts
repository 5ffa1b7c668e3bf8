/** A workbook of one sheet, its cells typed: a text is never read as a formula, and no long number loses its end. */

export interface XlsxColumn {
  header: string
  /**
   * What its cells hold: `text` as it stands; `amount` a plain decimal (`20.00`) that becomes a number; `count` a whole
   * number; `day` an ISO day that becomes a date.
   */
  kind: 'text' | 'amount' | 'count' | 'day'
  /** Decimals that are shown of an amount; 2 unless told. */
  places?: number
  /** In characters. */
  width: number
}

/** A cell as its column's kind wants it; null is an empty one. */
export type XlsxCell = string | number | null

/**
 * The file: a header row that stays in view, then the rows. The same rows make the same bytes.
 * @param sheet the sheet's name: at most 31 characters, none of them `[ ] : * ? / \`
 */
export async function xlsxFile(
  sheet: string,
  columns: readonly XlsxColumn[],
  rows: Iterable<readonly XlsxCell[]>,
): Promise<Uint8Array> {
  // The library is half a megabyte of code: it is loaded when a workbook is asked for, here and in the other three.
  const { XlsxStreamWriter } = await import('hucre/xlsx')
  const writer = new XlsxStreamWriter({
    name: sheet,
    columns: columns.map(({ header, kind, places, width }) => ({ header, width, numFmt: formatOf(kind, places) })),
    freezePane: { rows: 1 },
  })
  for (const row of rows) writer.addRow(columns.map(({ kind }, at) => typed(kind, row[at] ?? null)))
  return writer.finish()
}

function formatOf(kind: XlsxColumn['kind'], places = 2): string {
  switch (kind) {
    case 'text':
      return '@'
    case 'amount':
      return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`
    case 'count':
      return '0'
    case 'day':
      return 'yyyy-mm-dd'
  }
}

/** `_x0041_` in a text would be read as the character of that number (ECMA-376, ST_Xstring). */
export const asWritten = (text: string) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

function typed(kind: XlsxColumn['kind'], cell: XlsxCell): string | number | Date | null {
  if (cell === null) return null
  switch (kind) {
    case 'text':
      return asWritten(String(cell))
    case 'day':
      return new Date(`${cell}T00:00:00.000Z`)
    default:
      return Number(cell)
  }
}
