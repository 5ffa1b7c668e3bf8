/** Files of sums, and what of an address stays when a form is sent. */
import type { Context } from 'hono'
import { type Chart, chartFile } from '../../platform/charts/chart.ts'
import type { CsvCell } from '../../platform/files/csv.ts'
import { safeFileName } from '../../platform/http/download.ts'
import type { AppEnv } from '../../ports.ts'

/** A table as a CSV file to keep. `name` is without its ending. */
export function tableDownload(c: Context<AppEnv>, name: string, csv: string): Response {
  return download(c, `${name}.csv`, 'text/csv; charset=utf-8; header=present', csv)
}

/** What a table is of, a line each below it: each as wide as the table is, which programs that read it expect. */
export function linesBelow(about: readonly string[], columns: number): CsvCell[][] {
  return about.map((line) => [line, ...new Array<null>(columns - 1).fill(null)])
}

/** A chart as an SVG file to keep. `name` is without its ending; `about` stands in it below its title. */
export async function chartDownload(
  c: Context<AppEnv>,
  name: string,
  chart: Chart,
  about: readonly string[],
): Promise<Response> {
  return download(c, `${name}.svg`, 'image/svg+xml; charset=utf-8', await chartFile(chart, about))
}

/** A table as a workbook to keep. `name` is without its ending. */
export function workbookDownload(c: Context<AppEnv>, name: string, workbook: Uint8Array): Response {
  return download(c, `${name}.xlsx`, xlsxType, workbook.slice())
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function download(c: Context<AppEnv>, name: string, type: string, body: string | Uint8Array<ArrayBuffer>): Response {
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${safeFileName(name)}"`,
    'Cache-Control': 'private, no-store',
  })
}

/** What stands in an address besides the fields of a form, which come with it anew. */
export function keptOf(url: string, fields: readonly string[]): (readonly [name: string, value: string])[] {
  return [...new URL(url).searchParams].filter(([name]) => !fields.includes(name) && name !== 'lang' && name !== 'add')
}
