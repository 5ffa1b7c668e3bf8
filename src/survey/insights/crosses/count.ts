/** Counts two axes against each other, a segment at a time. Pure. */
import type { Axis } from '../axes/axis.ts'
import { type ColumnSlots, readingOf, type Stored } from '../axes/places.ts'
import { type Part, readingSeveral } from '../axes/several.ts'
import type { Weights } from '../segments/counting-characters.ts'
import { type CountMeasure, type JointCounts, jointCounts } from './joint-counts.ts'

/** How many people of an option stand where on the other side. */
export interface OptionCounts {
  offered: number[]
  picked: number[]
}

export interface CrossCounts {
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

export interface Counting {
  /** Adds those who are selected. @param weights null where nobody has any */
  add(segment: ColumnSlots, selected: Uint8Array, weights: Weights | null): void
  /** How many answered both of those who are marked by a 1 in each, of the segment that was added last. */
  answeredBoth(selected: Uint8Array, marked: Uint8Array): number
  /** The people, or of weighted people what they weigh, or the squares of that. */
  counts(measure: CountMeasure): CrossCounts
}

/** @param isWeighed whether those who are added have weights */
export function countingOf(rowAxis: Axis, columnAxis: Axis, stored: Stored, isWeighed: boolean): Counting {
  const [rows, columns] = [sideOf(rowAxis, stored), sideOf(columnAxis, stored)]
  const tables = new Map<Part, Map<Part, JointCounts>>()
  let first: [Part, Part] | undefined
  return {
    add: (segment, selected, weights) => {
      const [rowParts, columnParts] = [rows.read(segment), columns.read(segment)]
      for (const row of rowParts) {
        const ofRow = tables.get(row) ?? new Map<Part, JointCounts>()
        tables.set(row, ofRow)
        for (const column of columnParts) {
          const table = ofRow.get(column) ?? jointCounts(isWeighed)
          ofRow.set(column, table)
          table.add(row, column, selected, weights)
          if (row.isFirst && column.isFirst) first = [row, column]
        }
      }
    },
    answeredBoth: (selected, marked) => {
      const [row, column] = first ?? []
      return row && column ? countAnswered(row.numbers, rows, column.numbers, columns, selected, marked) : 0
    },
    counts: (measure) => {
      const found = emptyCounts(rows, columns)
      for (const [row, ofRow] of tables) {
        for (const [column, table] of ofRow) {
          const each: EachCell = (call) => table.each(measure, call)
          const turned: EachCell = (call) => table.each(measure, (count, r, c) => call(count, c, r))
          if (row.isFirst && column.isFirst) {
            each((count, r, c) => addTo(found.places[row.placeOf(r)], column.placeOf(c), count))
          }
          if (column.isFirst) addOptions(found.rows, row, column, columns.size, each)
          if (row.isFirst) addOptions(found.columns, column, row, rows.size, turned)
          addPairs(found.pairs, row, column, columns.options, each)
        }
      }
      return found
    },
  }
}

/** A side that is being read: of one place it is a part without options, whose numbers are places. */
interface Side {
  size: number
  options: number
  read(segment: ColumnSlots): readonly Part[]
  /** Whoever answered has a number of its first part from here on, and before that. */
  from: number
  to: number
}

function sideOf(axis: Axis, stored: Stored): Side {
  if (axis.kind === 'one') {
    const { size, inside, places, read } = readingOf(axis, stored)
    const parts: Part[] = [
      { numbers: places, count: () => size, placeOf: (number) => number, options: [], isFirst: true },
    ]
    const readPlaces = (segment: ColumnSlots) => {
      read(segment)
      return parts
    }
    return { size, options: 0, from: 0, to: inside, read: readPlaces }
  }
  const { size, read } = readingSeveral(axis, stored)
  return { size, options: axis.categories.length, from: size, to: 1 << 16, read }
}

function countAnswered(
  rows: Uint16Array,
  of: Side,
  columns: Uint16Array,
  by: Side,
  selected: Uint8Array,
  marked: Uint8Array,
): number {
  const [from, span, begin, length] = [of.from, of.to - of.from, by.from, by.to - by.from]
  let count = 0
  for (let at = 0; at < selected.length; at++) {
    const [row, column] = [((rows[at] as number) - from) >>> 0, ((columns[at] as number) - begin) >>> 0]
    count += +(row < span) & +(column < length) & (selected[at] as number) & (marked[at] as number)
  }
  return count
}

function emptyCounts(rows: Side, columns: Side): CrossCounts {
  const line = (length: number) => new Array<number>(length).fill(0)
  const options = (side: Side, other: Side) =>
    Array.from({ length: side.options }, () => ({ offered: line(other.size), picked: line(other.size) }))
  return {
    places: Array.from({ length: rows.size }, () => line(columns.size)),
    rows: options(rows, columns),
    columns: options(columns, rows),
    pairs: Array.from({ length: columns.options === 0 ? 0 : rows.options }, () =>
      Array.from({ length: columns.options }, () => ({ both: 0, row: 0, column: 0, offered: 0 })),
    ),
  }
}

/** Calls back for each cell of a table, with the numbers of both sides. */
type EachCell = (call: (count: number, own: number, other: number) => void) => void

const addTo = (counts: number[] | undefined, at: number, count: number) => {
  if (counts !== undefined) counts[at] = (counts[at] ?? 0) + count
}

/** Each option of a part by the places of the other side. @param size how many places that has */
function addOptions(found: readonly OptionCounts[], part: Part, other: Part, size: number, each: EachCell): void {
  if (part.options.length === 0) return
  const byNumber: number[][] = []
  each((count, own, of) => {
    byNumber[own] ??= new Array<number>(size).fill(0)
    addTo(byNumber[own], other.placeOf(of), count)
  })
  byNumber.forEach((counts, number) => {
    if (part.placeOf(number) !== 0) return
    for (const { option, stateIn } of part.options) {
      const state = stateIn(number)
      for (const [place, count] of counts.entries()) {
        if (state !== 0) addTo(found[option]?.offered, place, count)
        if (state === 2) addTo(found[option]?.picked, place, count)
      }
    }
  })
}

/** Each option of one part with each of the other, of those who answered both. @param all how many options the columns have */
function addPairs(found: readonly PairCounts[][], row: Part, column: Part, all: number, each: EachCell): void {
  if (row.options.length === 0 || column.options.length === 0) return
  // By the number of the row: of each option of the columns, how many were offered it and how many picked it.
  const byNumber: OptionCounts[] = []
  each((count, r, c) => {
    if (row.placeOf(r) !== 0 || column.placeOf(c) !== 0) return
    byNumber[r] ??= { offered: new Array<number>(all).fill(0), picked: new Array<number>(all).fill(0) }
    const of = byNumber[r]
    for (const { option, stateIn } of column.options) {
      const state = stateIn(c)
      if (state !== 0) addTo(of.offered, option, count)
      if (state === 2) addTo(of.picked, option, count)
    }
  })
  byNumber.forEach(({ offered, picked }, number) => {
    for (const { option, stateIn } of row.options) {
      const state = stateIn(number)
      if (state === 0) continue
      for (const { option: other } of column.options) {
        const into = found[option]?.[other]
        if (into === undefined) continue
        into.offered += offered[other] ?? 0
        into.column += picked[other] ?? 0
        if (state !== 2) continue
        into.row += offered[other] ?? 0
        into.both += picked[other] ?? 0
      }
    }
  })
}
