/** Where a program read something else than our own pages and codebook say; nothing where it did not. */
import type { Language } from '../../schema/questionnaire.ts'
import { readCsv } from '../../src/platform/files/csv-read.ts'
import { havenLines, type Program } from './haven.ts'
import { comparedWithPages, requests } from './page.ts'
import { psppCounts } from './pspp.ts'
import { type Answered, dictionary } from './records.ts'
import { sheetRows } from './workbook.ts'

export async function pageFindings(printed: string, all: readonly Answered[]): Promise<string[]> {
  return comparedWithPages(psppCounts(printed, requests), all)
}

export function havenFindings(
  program: Program,
  printed: string,
  all: readonly Answered[],
  language: Language,
): string[] {
  const wanted = new Set(havenLines(program, dictionary, all, language))
  const found = new Set(printed.split('\n').filter((line) => line !== ''))
  return [
    ...[...wanted].filter((line) => !found.has(line)).map((line) => `not read: ${line}`),
    ...[...found].filter((line) => !wanted.has(line)).map((line) => `read: ${line}`),
  ]
}

export function workbookFindings(sheet: string, all: readonly Answered[], language: Language): string[] {
  const read = readCsv(sheet, ',', 1_000_000)
  if (!('rows' in read)) return [`line ${read.line}: ${read.why}`]
  const wanted = sheetRows(dictionary, all, language)
  if (read.rows.length !== wanted.length) return [`${read.rows.length} rows, not ${wanted.length}`]
  return wanted.flatMap((row, line) =>
    row.flatMap((cell, at) => {
      const found = read.rows[line]?.cells[at] ?? ''
      return found === cell ? [] : [`row ${line + 1}, column ${at + 1}: ${found}, not ${cell}`]
    }),
  )
}
