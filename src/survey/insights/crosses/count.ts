/** Counts two axes against each other, a segment at a time. Pure. */
import type { Axis } from '../axes/axis.ts'
import { type OptionGroup, type Reading, readingOf, type Slots, type Stored } from '../axes/places.ts'
import { type CountCall, type PatternCounts, patternCounts } from './pattern-counts.ts'

/** How many people of an option stand where on the other side. */
export interface OptionCounts {
  offered: number[]
  picked: number[]
}

export interface Counts {
  /** By the place of the row, then of the column. */
  places: number[][]
  /** For a side of several picks: each option by the places of the other side. */
  rows: OptionCounts[]
  columns: OptionCounts[]
  /** Where both sides are of several picks: each option of the rows with each of the columns. */
  pairs: PairCounts[][]
}

/** Those who were offered both: how many picked both, the row's, the column's; and all. */
export interface PairCounts {
  both: number
  row: number
  column: number
  offered: number
}

/** What each response counts: 1 in the base, or its weight, or the square of that; 0 outside. */
export type By = Uint8Array | Float64Array

export interface Counting {
  add(segment: Slots, by: By): void
  /** 1 for each response of the segment added last that answered both; used again for the next. */
  answeredBoth: Uint8Array
  counts(): Counts
}

/** Two axes that are read together. */
export interface ReadBoth {
  rows: Reading
  columns: Reading
  /** Reads a segment, for everything that counts it. */
  read(segment: Slots): void
}

/** Reads two axes, for several countings of them. */
export function readingBoth(rowAxis: Axis, columnAxis: Axis, stored: Stored): ReadBoth {
  const [rows, columns] = [readingOf(rowAxis, stored), readingOf(columnAxis, stored)]
  return {
    rows,
    columns,
    read: (segment) => {
      rows.read(segment)
      columns.read(segment)
    },
  }
}

/** Counts the segment that was read last. */
export function countingRead({ rows, columns }: ReadBoth, stored: Pick<Stored, 'size'>): Counting {
  const places = new Float64Array(rows.size * columns.size)
  const answeredBoth = new Uint8Array(stored.size)
  // Where both sides are of several picks, those who answered both are counted by each two options: beside them stand the others.
  const areBothOfSeveral = rows.options > 0 && columns.options > 0
  const some = new Uint16Array(stored.size)
  const pairs = pairsOf(rows, columns)
  const byRows = optionsBy(rows, columns, pairs.eachOfRow)
  const byColumns = optionsBy(columns, rows, pairs.eachOfColumn)
  return {
    add: ({ size }, by) => {
      let count = 0
      for (let at = 0; at < size; at++) {
        const much = by[at] as number
        const [row, column] = [rows.places[at] as number, columns.places[at] as number]
        ;(places[row * columns.size + column] as number) += much
        const both = much !== 0 && row < rows.inside && column < columns.inside ? 1 : 0
        answeredBoth[at] = both
        some[count] = at
        count += areBothOfSeveral ? 1 - both : 1
      }
      byRows.add(some, count, by)
      byColumns.add(some, count, by)
      pairs.add(size, answeredBoth, by)
    },
    answeredBoth,
    counts: () => ({
      places: Array.from({ length: rows.size }, (_, row) => [
        ...places.subarray(row * columns.size, (row + 1) * columns.size),
      ]),
      rows: byRows.counts(),
      columns: byColumns.counts(),
      pairs: pairs.counts(),
    }),
  }
}

/** Calls back with how many of a group's patterns there are of those who answered both. */
type EachOfGroup = (group: OptionGroup, call: (count: number, pattern: number) => void) => void

/** Each option of a side of several picks by the places of the other side. @param answered those whom `add` leaves out */
function optionsBy(side: Reading, other: Reading, answered: EachOfGroup) {
  const found = side.groups.map((group) => ({ group, counts: patternCounts() }))
  return {
    /** Adds those who are named. */
    add: (named: Uint16Array, count: number, by: By) => {
      for (const { group, counts } of found) {
        counts.make(other.size, group.patterns())
        countOptions(counts, side, other, group, named, count, by)
      }
    },
    counts: (): OptionCounts[] => {
      const all = Array.from({ length: side.options }, (): OptionCounts => {
        const nobody = () => new Array<number>(other.size).fill(0)
        return { offered: nobody(), picked: nobody() }
      })
      for (const { group, counts } of found) {
        const addTo = (count: number, place: number, pattern: number) => {
          for (const { option, stateIn } of group.options) {
            const [into, state] = [all[option], stateIn(pattern)]
            if (into === undefined || state === 0) continue
            into.offered[place] = (into.offered[place] ?? 0) + count
            if (state === 2) into.picked[place] = (into.picked[place] ?? 0) + count
          }
        }
        counts.each(addTo)
        answered(group, (count, pattern) => addTo(count, 0, pattern))
      }
      return all
    },
  }
}

function countOptions(
  { table, width }: PatternCounts,
  { places: own }: Reading,
  { places: others }: Reading,
  { read }: OptionGroup,
  named: Uint16Array,
  count: number,
  by: By,
): void {
  for (let n = 0; n < count; n++) {
    const at = named[n] as number
    if (own[at] !== 0) continue
    ;(table[(others[at] as number) * width + (read[at] as number)] as number) += by[at] as number
  }
}

/** Options with options: by each two of the patterns that they stand in. */
function pairsOf(rows: Reading, columns: Reading) {
  const found = rows.groups.flatMap((row) => columns.groups.map((column) => ({ row, column, counts: patternCounts() })))
  const eachOf = (row: OptionGroup | undefined, column: OptionGroup | undefined) => (call: CountCall) =>
    found.find((one) => one.row === row && one.column === column)?.counts.each(call)
  return {
    add: (size: number, answeredBoth: Uint8Array, by: By) => {
      for (const { row, column, counts } of found) {
        counts.make(row.patterns(), column.patterns())
        countPairs(counts, row.read, column.read, size, answeredBoth, by)
      }
    },
    eachOfRow: ((group, call) => eachOf(group, columns.groups[0])(call)) satisfies EachOfGroup,
    eachOfColumn: ((group, call) =>
      eachOf(rows.groups[0], group)((count, _, pattern) => call(count, pattern))) satisfies EachOfGroup,
    counts: (): PairCounts[][] => {
      const nobody = (): PairCounts => ({ both: 0, row: 0, column: 0, offered: 0 })
      const all = Array.from({ length: rows.options }, () => Array.from({ length: columns.options }, nobody))
      for (const { row, column, counts } of found) {
        counts.each((count, rowPattern, columnPattern) => {
          for (const one of row.options) {
            const picked = one.stateIn(rowPattern)
            if (picked === 0) continue
            for (const other of column.options) {
              const state = other.stateIn(columnPattern)
              const into = all[one.option]?.[other.option]
              if (state === 0 || into === undefined) continue
              into.offered += count
              if (picked === 2) into.row += count
              if (state === 2) into.column += count
              if (picked === 2 && state === 2) into.both += count
            }
          }
        })
      }
      return all
    },
  }
}

function countPairs(
  { table, width }: PatternCounts,
  rows: Uint16Array,
  columns: Uint16Array,
  size: number,
  answeredBoth: Uint8Array,
  by: By,
): void {
  for (let at = 0; at < size; at++) {
    if (answeredBoth[at] === 0) continue
    ;(table[(rows[at] as number) * width + (columns[at] as number)] as number) += by[at] as number
  }
}
