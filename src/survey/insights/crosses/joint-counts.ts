/** How many people have a number on one side and another on the other, or what they weigh: a table that grows with both. Pure. */
import type { Part } from '../axes/several.ts'
import type { Weights } from '../segments/counting-characters.ts'

type Numbers = Pick<Part, 'numbers' | 'count'>

/** What is counted of people: how many they are, their weights, and the squares of these. */
export const [people, weight, square] = [0, 1, 2] as const
export type CountMeasure = typeof people | typeof weight | typeof square

export interface JointCounts {
  /** Adds those who are selected, by their numbers. @param weights null where nobody has any */
  add(rows: Numbers, columns: Numbers, selected: Uint8Array, weights: Weights | null): void
  /** Calls back for each cell that is not empty, row by row. */
  each(measure: CountMeasure, call: (count: number, row: number, column: number) => void): void
}

/** @param isWeighed whether people have weights: then these and their squares stand beside each count of people */
export function jointCounts(isWeighed: boolean): JointCounts {
  const measures = isWeighed ? 3 : 1
  let table = new Float64Array(0)
  let [height, width] = [0, 0]
  const make = (rows: number, columns: number) => {
    if (rows <= height && columns <= width) return
    const [higher, wider] = [Math.max(roomFor(rows), height), Math.max(roomFor(columns), width)]
    const more = new Float64Array(higher * wider * measures)
    for (let at = 0; at < height; at++) {
      more.set(table.subarray(at * width * measures, (at + 1) * width * measures), at * wider * measures)
    }
    ;[table, height, width] = [more, higher, wider]
  }
  return {
    add: (rows, columns, selected, weights) => {
      make(rows.count(), columns.count())
      if (weights === null) addPeople(table, width, rows.numbers, columns.numbers, selected)
      else addWeighted(table, width, rows.numbers, columns.numbers, selected, weights)
    },
    each: (measure, call) => {
      for (let at = measure, cell = 0; at < table.length; at += measures, cell++) {
        const count = table[at] as number
        if (count !== 0) call(count, Math.floor(cell / width), cell % width)
      }
    },
  }
}

/** A few more than are needed, so that it is seldom made anew. */
const roomFor = (needed: number) => Math.ceil(needed / 32) * 32

function addPeople(
  table: Float64Array,
  width: number,
  rows: Uint16Array,
  columns: Uint16Array,
  selected: Uint8Array,
): void {
  for (let at = 0; at < selected.length; at++) {
    ;(table[(rows[at] as number) * width + (columns[at] as number)] as number) += selected[at] as number
  }
}

function addWeighted(
  table: Float64Array,
  width: number,
  rows: Uint16Array,
  columns: Uint16Array,
  selected: Uint8Array,
  { units, which }: Weights,
): void {
  for (let at = 0; at < selected.length; at++) {
    const cell = 3 * ((rows[at] as number) * width + (columns[at] as number))
    const unit = units[which[at] as number] as number
    ;(table[cell] as number) += selected[at] as number
    ;(table[cell + 1] as number) += unit
    ;(table[cell + 2] as number) += unit * unit
  }
}
