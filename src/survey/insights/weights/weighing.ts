/** What each person in a segment weighs. */
import type { SegmentColumns } from '../segments/columns.ts'
import type { Weights } from '../segments/counting-characters.ts'
import type { Celled } from './cells.ts'

export interface Weighing {
  /** What has to be read of a response to know its weight. */
  columns: readonly string[]
  /** Every weight that there is, as `weigh` says which. */
  units: Float64Array
  /** The weights of a segment, 0 for whoever is not selected; used again for the next. */
  weigh(segment: SegmentColumns, selected: Uint8Array): Weights
}

/** @param unitsOf by the cell: whole numbers between two bounds, so that fewer than 65,536 are different */
export function weighingOf({ columns, read }: Celled, unitsOf: Float64Array): Weighing {
  const different = [...new Set([0, ...unitsOf])].sort((a, b) => a - b)
  const places = new Map(different.map((unit, at) => [unit, at]))
  const whichOf = Uint16Array.from(unitsOf, (unit) => places.get(unit) ?? 0)
  const units = Float64Array.from(different)
  let which = new Uint16Array(0)
  return {
    columns,
    units,
    weigh: (segment, selected) => {
      if (which.length < segment.size) which = new Uint16Array(segment.size)
      const cells = read(segment)
      for (let at = 0; at < segment.size; at += 1) {
        which[at] = (selected[at] as number) * (whichOf[cells[at] as number] as number)
      }
      return { units, which }
    },
  }
}
