/** Sections of lines as files: one table, so that a spreadsheet can filter it. Amounts come exactly, as text, too. */
import type { ReportsMessages } from '../../../../messages/generated/reports.ts'
import { byteOrderMark, csvRow, guarded } from '../../../platform/files/csv.ts'
import { type XlsxColumn, xlsxFile } from '../../../platform/files/xlsx-write.ts'
import { formatMinorUnits } from '../../../platform/money/money.ts'
import type { Money, ReportLine, ReportSection } from '../section.ts'

const header = [
  'section',
  'item',
  'reference',
  'provider_id',
  'day',
  'count',
  'currency',
  'amount',
  'amount_minor',
  'before_minor',
  'provider_minor',
  'detail',
] as const

const exact = (money: Money | null | undefined) => (money === undefined || money === null ? null : String(money.minor))

function cells(section: string, of: string | undefined, line: ReportLine) {
  const item = [of, line.item].filter((part) => part !== undefined).join(' · ')
  return {
    section,
    item: item === '' ? null : item,
    reference: line.reference ?? null,
    provider_id: line.providerId ?? null,
    day: line.day ?? null,
    count: line.count ?? null,
    currency: line.money?.currency ?? null,
    amount: line.money === undefined ? null : formatMinorUnits(line.money.minor, line.money.currency),
    amount_minor: exact(line.money),
    before_minor: exact(line.opening),
    provider_minor: exact(line.beside),
    detail: line.detail ?? null,
  }
}

function rowsOf(sections: readonly ReportSection[], words: ReportsMessages) {
  return sections.flatMap((section) => [
    ...section.lines.map((line) => cells(words.sections[section.name], section.of, line)),
    ...(section.more === 0
      ? []
      : [cells(words.sections[section.name], section.of, { detail: words.more({ count: section.more }) })]),
  ])
}

/** The report as CSV for people: no cell of it is read as a formula. A plain number below zero is none. */
export async function* reportCsv(sections: readonly ReportSection[], words: ReportsMessages): AsyncGenerator<string> {
  yield byteOrderMark + csvRow(header)
  for (const row of rowsOf(sections, words)) yield csvRow(header.map((name) => safe(row[name])))
}

function safe(cell: string | number | null): string | number | null {
  return typeof cell === 'string' && !/^-\d+(\.\d+)?$/.test(cell) ? guarded(cell) : cell
}

/** The report as a workbook: ids and exact amounts as text, amounts and counts as numbers. */
export function reportXlsx(sections: readonly ReportSection[], words: ReportsMessages): Promise<Uint8Array> {
  const columns = header.map((name): XlsxColumn => {
    const kind = name === 'amount' ? 'amount' : name === 'count' ? 'count' : 'text'
    return { header: name, kind, width: name === 'item' || name === 'detail' || name === 'reference' ? 36 : 16 }
  })
  return xlsxFile(
    'report',
    columns,
    rowsOf(sections, words).map((row) => header.map((name) => row[name])),
  )
}
