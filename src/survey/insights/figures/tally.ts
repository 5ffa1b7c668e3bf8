/** Counting a study's responses for viewers: everybody, and those of one answer, over every answer. Pure. */
import type { Cell } from './perturb.ts'

/** Some responses by column, as slots (0: not shown). */
export interface Columns {
  size: number
  slots(column: string): ArrayLike<number>
}

/** A column with so many slots, the one for "not shown" among them. */
export interface Counted {
  column: string
  slots: number
}

/** The cells of a column, by slot. */
export type Row = Cell[]

/** Those who gave some of the answers to a question (0: were not asked), or everybody (null). */
export interface Group {
  by: { column: string; slots: number[] } | null
  base: Cell
  /** By column. */
  rows: ReadonlyMap<string, Row>
}

/** Several groups of one question as one. */
export function joined(groups: readonly Group[]): Group {
  const [first, ...more] = groups
  if (first === undefined) throw new RangeError('a group is of some people')
  return more.reduce((sum, { by, base, rows }): Group => {
    const slots = [...(sum.by?.slots ?? []), ...(by?.slots ?? [])].sort((a, b) => a - b)
    const both = [...sum.rows].map(([column, cells]): [string, Row] => [
      column,
      cells.map((cell, at) => plus(cell, rows.get(column)?.[at])),
    ])
    return { by: sum.by && { ...sum.by, slots }, base: plus(sum.base, base), rows: new Map(both) }
  }, first)
}

const plus = (a: Cell, b: Cell = { count: 0, keys: 0 }): Cell => ({ count: a.count + b.count, keys: a.keys + b.keys })

interface Table {
  counts: Float64Array
  keys: Float64Array
}

const empty = (cells: number): Table => ({ counts: new Float64Array(cells), keys: new Float64Array(cells) })

/**
 * Adds up cells.
 * @param counted the columns that are counted
 * @param by the columns by whose answers they are counted apart
 */
export function tally(counted: readonly Counted[], by: readonly Counted[]) {
  const splits = [null, ...by].map((split) => {
    const groups = split?.slots ?? 1
    return { split, base: empty(groups), tables: counted.map(({ slots }) => empty(groups * slots)) }
  })

  /** @param isIn whether a response belongs to the base, by its place */
  function add(columns: Columns, keys: ArrayLike<number>, isIn: Uint8Array): void {
    const read = counted.map(({ column }) => columns.slots(column))
    for (const { split, base, tables } of splits) {
      const groupOf = split === null ? null : columns.slots(split.column)
      count(base, columns.size, keys, isIn, groupOf, null, 1)
      counted.forEach(({ slots }, at) => {
        const table = tables[at]
        if (table !== undefined) count(table, columns.size, keys, isIn, groupOf, read[at] ?? [], slots)
      })
    }
  }

  /** Everybody, and the groups of each column in `by`, of which each response is in one. */
  function groups(): { everybody: Group; splits: Group[][] } {
    const all = splits.map(({ split, base, tables }) =>
      Array.from(
        { length: split?.slots ?? 1 },
        (_, slot): Group => ({
          by: split === null ? null : { column: split.column, slots: [slot] },
          base: cellAt(base, slot),
          rows: new Map(
            counted.map(({ column, slots }, at) => [
              column,
              Array.from({ length: slots }, (_, own) => cellAt(tables[at] ?? base, slot * slots + own)),
            ]),
          ),
        }),
      ),
    )
    const [[everybody] = [], ...others] = all
    if (everybody === undefined) throw new RangeError('everybody is a group')
    return { everybody, splits: others }
  }

  return { add, groups }
}

function count(
  { counts, keys: sums }: Table,
  size: number,
  keys: ArrayLike<number>,
  isIn: Uint8Array,
  groupOf: ArrayLike<number> | null,
  slotOf: ArrayLike<number> | null,
  slots: number,
): void {
  for (let place = 0; place < size; place += 1) {
    if (isIn[place] !== 1) continue
    const cell = (groupOf === null ? 0 : (groupOf[place] ?? 0)) * slots + (slotOf === null ? 0 : (slotOf[place] ?? 0))
    counts[cell] = (counts[cell] ?? 0) + 1
    sums[cell] = (sums[cell] ?? 0) + (keys[place] ?? 0)
  }
}

function cellAt({ counts, keys }: Table, at: number): Cell {
  return { count: counts[at] ?? 0, keys: keys[at] ?? 0 }
}
