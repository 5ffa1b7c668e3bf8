/** What each of the people of a segment counts. */
import type { SegmentColumns } from '../segments/columns.ts'
import type { Celled } from './cells.ts'

export interface Weighing {
  /** What has to be read of a response to know its weight. */
  columns: readonly string[]
  /** In units by the place, 0 for whoever is not selected; used again for the next segment. */
  weigh(segment: SegmentColumns, selected: Uint8Array): Float64Array
}

/** @param units by the cell */
export function weighingOf({ columns, read }: Celled, units: Float64Array): Weighing {
  let weights = new Float64Array(0)
  return {
    columns,
    weigh: (segment, selected) => {
      if (weights.length < segment.size) weights = new Float64Array(segment.size)
      const cells = read(segment)
      for (let at = 0; at < segment.size; at += 1) {
        weights[at] = (selected[at] as number) * (units[cells[at] as number] as number)
      }
      return weights
    },
  }
}
