/** What may be tested of two axes that were crossed. Pure. */
import { type Association, associationOf } from '../statistics/association.ts'
import { holm } from '../statistics/holm.ts'
import { weightedAssociationOf } from '../statistics/rao-scott.ts'
import type { ReadCross } from './read-cross.ts'
import type { CrossTable } from './table.ts'

/** An option against the other side, with its p after Holm's correction for all of them. */
export interface OptionTest {
  /** Where the option stands among the rows, and among the columns; null for a side that is tested as a whole. */
  row: number | null
  column: number | null
  association: Association
  adjusted: number
}

/**
 * - `none`: ranks, and numbers in bands, whose order a chi-square does not see
 * - `nothing`: fewer than two rows or columns with anybody in them
 * - `few`: people with weights, and too few of them are expected in some cells
 */
export type CrossTests =
  | { kind: 'none' | 'nothing' | 'few' }
  | { kind: 'whole'; association: Association }
  /** `few`: of how many more there is no test, as above. */
  | { kind: 'options'; options: OptionTest[]; few: number }

/** Two questions of one answer are tested as a whole; one of several picks option by option. */
export function testsOf(table: CrossTable, weighed: ReadCross['weighed'] = null): CrossTests {
  const { rows, columns } = table
  if ([rows, columns].some((axis) => axis.kind === 'one' && !axis.isTested)) return { kind: 'none' }
  const isWhole = rows.kind === 'one' && columns.kind === 'one'
  const tables = testedOf(table)
  const [squares, people] = [weighed && testedOf(weighed.squares), weighed && testedOf(weighed.people)]
  let few = 0
  const found = tables.flatMap(({ row, column, counts }, at) => {
    if (squares !== null && people !== null) {
      const all = (people[at]?.counts ?? []).flat().reduce((sum, count) => sum + count, 0)
      const tested = weightedAssociationOf(counts, squares[at]?.counts ?? [], all)
      if (tested === 'few') few += 1
      return tested === null || tested === 'few' ? [] : [{ row, column, association: tested.association }]
    }
    const association = associationOf(counts, isWhole ? {} : { tests: tables.length, isExact: true })
    return association === null ? [] : [{ row, column, association }]
  })
  const [first] = found
  if (first === undefined) return { kind: few > 0 ? 'few' : 'nothing' }
  if (isWhole) return { kind: 'whole', association: first.association }
  const adjusted = holm(found.map(({ association }) => association.p))
  return { kind: 'options', options: found.map((one, at) => ({ ...one, adjusted: adjusted[at] ?? 1 })), few }
}

/** The tables that are tested: of two questions of one answer the whole, otherwise one of each option. */
function testedOf(table: CrossTable): Tested[] {
  const { rows, columns, cells } = table
  if (rows.kind === 'one' && columns.kind === 'one') {
    return [{ row: null, column: null, counts: cells.map((row) => row.map(({ count }) => count)) }]
  }
  return columns.kind === 'one' ? optionsAsRows(table) : rows.kind === 'one' ? optionsAsColumns(table) : pairs(table)
}

interface Tested {
  row: number | null
  column: number | null
  counts: number[][]
}

function optionsAsColumns({ columns, cells }: CrossTable): Tested[] {
  return columns.categories.map((_, column) => ({
    row: null,
    column,
    counts: cells.map((line) => pickedOrNot(line[column]?.count ?? 0, line[column]?.ofRow ?? 0)),
  }))
}

function optionsAsRows({ cells }: CrossTable): Tested[] {
  return cells.map((line, row) => ({
    row,
    column: null,
    counts: line.map(({ count, ofColumn }) => pickedOrNot(count, ofColumn)),
  }))
}

/** Those who were offered both options. */
function pairs({ cells }: CrossTable): Tested[] {
  return cells.flatMap((line, row) =>
    line.map(({ count, ofRow, ofColumn, ofWhole }, column) => ({
      row,
      column,
      counts: [
        [count, ofRow - count],
        [ofColumn - count, ofWhole - ofRow - ofColumn + count],
      ],
    })),
  )
}

function pickedOrNot(picked: number, offered: number): number[] {
  return [picked, offered - picked]
}
