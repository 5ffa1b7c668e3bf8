/** A sheet as XML, piece by piece, with its first row in view. */
import { columnLetters, looks, sharedCell } from './cells.ts'
import { spreadsheet } from './texts.ts'

export interface SheetColumn {
  /** The place of its header among the shared texts. */
  header: number
  /** In characters. */
  width: number
}

/** How far a sheet goes: Excel's last row, and what a ZIP can say of a file, with room for one more batch. */
export const mostSheetRows = 1_048_576
export const mostSheetBytes = 3_500_000_000

/** What a sheet begins with: widths of its columns, and the row of their headers, which stays in sight. */
export function sheetHead(columns: readonly SheetColumn[]): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const cells = columns.map(({ header }, at) => sharedCell(`${columnLetters(at)}1`, header, looks.header))
  return (
    `<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols>` +
    `<sheetData><row r="1">${cells.join('')}</row>`
  )
}

export const sheetEnd = '</sheetData></worksheet>'
