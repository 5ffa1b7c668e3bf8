/** What was counted of two axes, as a table whose every cell says what it is a share of. Pure. */
import type { Axis } from '../axes/axis.ts'
import type { CrossCounts, OptionCounts } from './count.ts'

export interface CrossCell {
  count: number
  /** What it is a share of: its row, its column, or the whole. For an option, those alone who were offered it. */
  ofRow: number
  ofColumn: number
  ofWhole: number
}

export interface CrossTable {
  rows: Axis
  columns: Axis
  /** Those who answered both. */
  base: number
  cells: CrossCell[][]
  /** Of those who answered both: how many are in each category. */
  rowTotals: number[]
  columnTotals: number[]
  /** Outside the shares: by category of the rows, how many had no answer to the columns, by which. */
  besideRows: number[][]
  /** By what they had instead of an answer to the rows: how many in each category of the columns. */
  besideColumns: number[][]
  /** Those with no answer to either: by the missing ones of the rows, then of the columns. */
  outside: number[][]
}

/** The table of `counts`, which were counted of these axes. */
export function tableOf(rows: Axis, columns: Axis, counts: CrossCounts): CrossTable {
  const inside = (axis: Axis) => (axis.kind === 'one' ? axis.categories.length : 1)
  const [r, c] = [inside(rows), inside(columns)]
  const { places } = counts
  const base = sum(places.slice(0, r).map((row) => sum(row.slice(0, c))))
  const outside = places.slice(r).map((row) => row.slice(c))
  const besideRows =
    rows.kind === 'one'
      ? places.slice(0, r).map((row) => row.slice(c))
      : counts.rows.map(({ picked }) => picked.slice(c))
  const besideColumns =
    columns.kind === 'one'
      ? places.slice(r).map((row) => row.slice(0, c))
      : rows.missing.map((_, at) => counts.columns.map(({ picked }) => picked[r + at] ?? 0))
  const totals = (options: readonly OptionCounts[], end: number) =>
    options.map(({ picked }) => sum(picked.slice(0, end)))
  const rowTotals = rows.kind === 'one' ? places.slice(0, r).map((row) => sum(row.slice(0, c))) : totals(counts.rows, c)
  const columnTotals =
    columns.kind === 'one'
      ? columns.categories.map((_, at) => sum(places.slice(0, r).map((row) => row[at] ?? 0)))
      : totals(counts.columns, r)
  return {
    rows,
    columns,
    base,
    cells: cellsOf(rows, columns, counts),
    rowTotals,
    columnTotals,
    besideRows,
    besideColumns,
    outside,
  }
}

function cellsOf(rows: Axis, columns: Axis, counts: CrossCounts): CrossCell[][] {
  if (rows.kind === 'several' && columns.kind === 'several') {
    return counts.pairs.map((line) =>
      line.map(({ both, row, column, offered }) => ({ count: both, ofRow: row, ofColumn: column, ofWhole: offered })),
    )
  }
  if (rows.kind === 'several')
    return turned(ofOptions(columns.categories.length, counts.rows)).map((line) => line.map(turnedCell))
  if (columns.kind === 'several') return ofOptions(rows.categories.length, counts.columns)
  const cells = counts.places.slice(0, rows.categories.length).map((row) => row.slice(0, columns.categories.length))
  const rowTotals = cells.map(sum)
  const columnTotals = columns.categories.map((_, at) => sum(cells.map((row) => row[at] ?? 0)))
  const base = sum(rowTotals)
  return cells.map((row, r) =>
    row.map((count, c) => ({ count, ofRow: rowTotals[r] ?? 0, ofColumn: columnTotals[c] ?? 0, ofWhole: base })),
  )
}

/** Categories by options: a share of a row is of those of the category who were offered the option. */
function ofOptions(categories: number, options: readonly OptionCounts[]): CrossCell[][] {
  return Array.from({ length: categories }, (_, row) =>
    options.map(({ picked, offered }) => ({
      count: picked[row] ?? 0,
      ofRow: offered[row] ?? 0,
      ofColumn: sum(picked.slice(0, categories)),
      ofWhole: sum(offered.slice(0, categories)),
    })),
  )
}

function turned<One>(table: readonly (readonly One[])[]): One[][] {
  return (table[0] ?? []).map((_, column) => table.flatMap((row) => row.slice(column, column + 1)))
}

function turnedCell({ count, ofRow, ofColumn, ofWhole }: CrossCell): CrossCell {
  return { count, ofRow: ofColumn, ofColumn: ofRow, ofWhole }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
