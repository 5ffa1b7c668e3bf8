/** Counting a study's responses for viewers: everybody, and those of one answer, over every answer. Pure. */
import type { CountedCell } from './perturb.ts'

/** Some responses by column, as slots (0: not shown). */
export interface SlotColumns {
  size: number
  slots(column: string): ArrayLike<number>
}

/** A column with so many slots, the one for "not shown" among them. */
export interface TallyColumn {
  column: string
  slots: number
}

/** The cells of a column, by slot. */
export type FigureRow = CountedCell[]

/** Those who gave some of the answers to a question (0: were not asked), or everybody (null). */
export interface TallyGroup {
  by: { column: string; slots: number[] } | null
  base: CountedCell
  /** By column. */
  rows: ReadonlyMap<string, FigureRow>
}

/** Several groups of one question as one. */
export function joinGroups(groups: readonly TallyGroup[]): TallyGroup {
  const [first, ...more] = groups
  if (first === undefined) throw new RangeError('a group is of some people')
  return more.reduce((sum, { by, base, rows }): TallyGroup => {
    const slots = [...(sum.by?.slots ?? []), ...(by?.slots ?? [])].sort((a, b) => a - b)
    const both = [...sum.rows].map(([column, cells]): [string, FigureRow] => [
      column,
      cells.map((cell, at) => plus(cell, rows.get(column)?.[at])),
    ])
    return { by: sum.by && { ...sum.by, slots }, base: plus(sum.base, base), rows: new Map(both) }
  }, first)
}

const plus = (a: CountedCell, b: CountedCell = { count: 0, keys: 0 }): CountedCell => ({
  count: a.count + b.count,
  keys: a.keys + b.keys,
})

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
export function tally(counted: readonly TallyColumn[], by: readonly TallyColumn[]) {
  const splits = [null, ...by].map((split) => {
    const groups = split?.slots ?? 1
    return { split, base: empty(groups), tables: counted.map(({ slots }) => empty(groups * slots)) }
  })

  /** @param isIn whether a response belongs to the base, by its place */
  function add(columns: SlotColumns, keys: ArrayLike<number>, isIn: Uint8Array): void {
    let size = 0
    for (const one of isIn) size += one
    /** Those of the base, in an array of one kind, which is counted several times as fast. */
    function taken<Into extends Uint8Array | Float64Array>(from: ArrayLike<number>, into: Into): Into {
      let to = 0
      for (let place = 0; place < columns.size; place += 1) {
        if (isIn[place] !== 1) continue
        into[to] = from[place] ?? 0
        to += 1
      }
      return into
    }
    const of = (column: string) => taken(columns.slots(column), new Uint8Array(size))
    const own = taken(keys, new Float64Array(size))
    const nothing = new Uint8Array(size)
    const groupsOf = splits.map(({ split }) => (split === null ? nothing : of(split.column)))
    splits.forEach(({ base }, at) => {
      count(base, own, groupsOf[at] ?? nothing, nothing, 1)
    })
    counted.forEach(({ column, slots }, at) => {
      const slotOf = of(column)
      splits.forEach(({ tables }, nth) => {
        const table = tables[at]
        if (table !== undefined) count(table, own, groupsOf[nth] ?? nothing, slotOf, slots)
      })
    })
  }

  /** Everybody, and the groups of each column in `by`, of which each response is in one. */
  function groups(): { everybody: TallyGroup; splits: TallyGroup[][] } {
    const all = splits.map(({ split, base, tables }) =>
      Array.from(
        { length: split?.slots ?? 1 },
        (_, slot): TallyGroup => ({
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
  keys: Float64Array,
  groupOf: Uint8Array,
  slotOf: Uint8Array,
  slots: number,
): void {
  for (let at = 0; at < keys.length; at += 1) {
    const cell = (groupOf[at] ?? 0) * slots + (slotOf[at] ?? 0)
    counts[cell] = (counts[cell] ?? 0) + 1
    sums[cell] = (sums[cell] ?? 0) + (keys[at] ?? 0)
  }
}

function cellAt({ counts, keys }: Table, at: number): CountedCell {
  return { count: counts[at] ?? 0, keys: keys[at] ?? 0 }
}
