/** In which cell of the margins everybody stands: those with the same answers to each question that is raked on. */
import { type ColumnSlots, readingOf, type Stored } from '../axes/places.ts'
import type { Block } from '../segments/columns.ts'
import type { Margin } from './margins.ts'
import type { RakingCell } from './rake.ts'

export interface Celled {
  /** The columns that are read. */
  columns: readonly string[]
  /** How many cells there are, with people in them or not. */
  size: number
  /** The cell of each response of a segment; used again for the next. */
  read(segment: ColumnSlots): Uint32Array
  /** By margin: which of its targets a cell has, or the place behind them. */
  placesOf(cell: number): number[]
}

export function weightingCells(margins: readonly Margin[], stored: Stored): Celled {
  const cells = new Uint32Array(stored.size)
  let step = 1
  const sides = margins.map(({ axis, targets }) => {
    const reading = readingOf(axis, stored)
    const places = Uint32Array.from({ length: reading.size }, (_, place) => {
      const target = targets.findIndex((one) => one.place === place)
      return (target < 0 ? targets.length : target) * step
    })
    const { byCode } = reading
    // Of one character: what a cell has from it, without a place in between.
    const steps = byCode && Uint32Array.from(byCode.places, (place) => places[place] as number)
    const side = { column: axis.column, reading, places, step, size: targets.length + 1, at: byCode?.at ?? 0, steps }
    step *= side.size
    return side
  })
  return {
    columns: margins.map(({ axis }) => axis.column),
    size: step,
    read: (segment) => {
      cells.fill(0, 0, segment.size)
      for (const { column, reading, places, at, steps } of sides) {
        if (steps !== null) {
          addSteps(cells, segment.size, segment.block(column), at, steps)
          continue
        }
        reading.read(segment)
        for (let at = 0; at < segment.size; at += 1) {
          cells[at] = (cells[at] as number) + (places[reading.places[at] as number] as number)
        }
      }
      return cells
    },
    placesOf: (cell) => sides.map((side) => Math.floor(cell / side.step) % side.size),
  }
}

function addSteps(cells: Uint32Array, size: number, { bytes, width }: Block, at: number, steps: Uint32Array): void {
  for (let place = 0, from = at; place < size; place += 1, from += width) {
    cells[place] = (cells[place] as number) + (steps[(bytes[from] as number) & 127] as number)
  }
}

/** The cells with anybody in them, with their numbers. @param counts people by cell */
export function rakingCells({ placesOf }: Pick<Celled, 'placesOf'>, counts: ArrayLike<number>) {
  const found: (RakingCell & { cell: number })[] = []
  for (let cell = 0; cell < counts.length; cell += 1) {
    const people = counts[cell] as number
    if (people > 0) found.push({ cell, people, places: placesOf(cell) })
  }
  return found
}
