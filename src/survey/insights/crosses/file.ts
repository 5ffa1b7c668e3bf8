/** A crossed table as a CSV file: a line a cell, with what it is a share of. */
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { byteOrderMark, type CsvCell, guardedCsvRow } from '../../../platform/files/csv.ts'
import type { Axis, Category } from '../axes/axis.ts'
import { linesBelow } from '../downloads.ts'
import { rounded } from '../questions/figure-text.ts'
import { worthOf } from './base-words.ts'
import type { ReadCross } from './read-cross.ts'

/**
 * Every cell of the table, the empty ones too, then those outside the shares.
 * @param weighted what the file says of its weights; null for none
 * @param about of which study it is, whom it counts and when, below the table
 */
export function crossFile(
  crossed: Pick<ReadCross, 'table' | 'weighed'>,
  language: Language,
  weighted: string | null,
  about: readonly string[],
): string {
  const { rows, columns, ...table } = crossed.table
  const worth = worthOf(crossed)
  const words = crossesMessages(language).file
  const { row, rowLabel, column, columnLabel, count, ofRow, ofColumn, ofWhole, isOutside } = words
  const cellsOf = (axis: Axis, { key, label }: Category): CsvCell[] => [`${axis.key} ${key}`.trim(), label[language]]
  const line = (r: Category, c: Category, figures: CsvCell[]) =>
    guardedCsvRow([...cellsOf(rows, r), ...cellsOf(columns, c), ...figures])
  const head = [row, rowLabel, column, columnLabel, count, ofRow, ofColumn, ofWhole, isOutside]
  const outside = (counted: number) => [rounded(counted), null, null, null, 1]
  return (
    byteOrderMark +
    [
      guardedCsvRow(head),
      ...rows.categories.flatMap((r, at) => [
        ...columns.categories.map((c, to) => {
          const cell = table.cells[at]?.[to]
          return line(r, c, [
            ...[cell?.count, cell?.ofRow, cell?.ofColumn, cell?.ofWhole].map((of = 0) => rounded(of)),
            0,
          ])
        }),
        ...columns.missing.map((c, to) => line(r, c, outside(table.besideRows[at]?.[to] ?? 0))),
      ]),
      ...rows.missing.flatMap((r, at) => [
        ...columns.categories.map((c, to) => line(r, c, outside(table.besideColumns[at]?.[to] ?? 0))),
        ...columns.missing.map((c, to) => line(r, c, outside(table.outside[at]?.[to] ?? 0))),
      ]),
      ...(worth === null || weighted === null ? [] : [guardedCsvRow([weighted, null, null, null, rounded(worth)])]),
      ...linesBelow(about, head.length).map(guardedCsvRow),
    ].join('')
  )
}
