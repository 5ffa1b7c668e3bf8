/** Tables that chance alone would give, drawn with the margins of one that was seen. */
import { hypergeometric } from './hypergeometric.ts'

/** A column of so few people is dealt one by one; one of more, a cell at a time. */
const fewPeople = 24

/**
 * Draws tables with these margins, each as often as chance gives it when rows and columns have nothing to do with each
 * other (R: `r2dtable`). Exact: a column is a draw without replacement from what is left of the rows.
 * @param rows how many people are in each row; the shorter side, for speed
 * @param columns the same of columns; both come to the same sum
 * @returns one drawn table after another, column by column, in an array that is used again
 */
export function tablesWithMargins(
  rows: readonly number[],
  columns: readonly number[],
  random: () => number,
): () => Int32Array {
  const drawn = new Int32Array(rows.length * columns.length)
  const left = new Float64Array(rows.length)
  const base = rows.reduce((sum, count) => sum + count, 0)
  // Small columns first: who is left for the large ones, and the last, which is what remains, cost least.
  const order = columns.map((count, at) => ({ count, at })).sort((a, b) => a.count - b.count)
  const last = order.pop()
  return () => {
    drawn.fill(0)
    left.set(rows)
    let everybody = base
    for (const { count, at } of order) {
      const from = at * rows.length
      if (count <= fewPeople) dealOneByOne(drawn, from, left, count, everybody, random)
      else dealByCells(drawn, from, left, count, everybody, random)
      everybody -= count
    }
    if (last !== undefined)
      for (let row = 0; row < left.length; row++) drawn[last.at * rows.length + row] = left[row] ?? 0
    return drawn
  }
}

/** What drawing one table costs, in steps of some nanoseconds. */
export function costOfTable(rows: readonly number[], columns: readonly number[]): number {
  const base = rows.reduce((sum, count) => sum + count, 0)
  const scan = rows.length / 2 + 4
  return columns.reduce((cost, column) => {
    if (column <= fewPeople) return cost + column * scan + rows.length
    const spread = rows.reduce((sum, row) => sum + Math.sqrt((column * row * (base - row)) / base / base), 0)
    return cost + rows.length * 60 + 3 * spread
  }, 0)
}

function dealOneByOne(
  drawn: Int32Array,
  from: number,
  left: Float64Array,
  count: number,
  everybody: number,
  random: () => number,
): void {
  for (let person = 0; person < count; person++) {
    let at = Math.floor(random() * (everybody - person))
    let row = 0
    while (row < left.length - 1 && at >= (left[row] ?? 0)) {
      at -= left[row] ?? 0
      row += 1
    }
    left[row] = (left[row] ?? 0) - 1
    drawn[from + row] = (drawn[from + row] ?? 0) + 1
  }
}

function dealByCells(
  drawn: Int32Array,
  from: number,
  left: Float64Array,
  count: number,
  everybody: number,
  random: () => number,
): void {
  let [wanted, rest] = [count, everybody]
  for (let row = 0; row < left.length && wanted > 0; row++) {
    const here = left[row] ?? 0
    const taken = row === left.length - 1 ? wanted : hypergeometric(here, rest - here, wanted, random)
    drawn[from + row] = taken
    left[row] = here - taken
    wanted -= taken
    rest -= here
  }
}
