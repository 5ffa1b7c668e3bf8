/** The weights of an export: raked over those who were there when it was asked for, as they stand whenever it is written. */
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { axesOf } from '../insights/axes/axes-of.ts'
import type { OneAxis } from '../insights/axes/axis.ts'
import type { Stored } from '../insights/axes/places.ts'
import { selecting } from '../insights/filter/matcher.ts'
import type { SegmentColumns } from '../insights/segments/columns.ts'
import { weightingCells } from '../insights/weights/cells.ts'
import { checkMargins, type Margin, marginsFromQuery, rakingAxes } from '../insights/weights/margins.ts'
import { unitsOfOne } from '../insights/weights/rake.ts'
import { everybodyInBase, rakeCells } from '../insights/weights/read-weights.ts'
import { type MarginSet, marginSet } from '../insights/weights/store.ts'
import type { Dictionary } from '../variables/variable.ts'

/** What an export is weighted by; without margins where the set does not fit what is exported. */
export interface ExportWeights {
  set: MarginSet
  margins: readonly Margin[] | null
}

/** The set of margins that a filter names; null for one that there is not. */
export async function setOfExport(
  { db }: Pick<Ports, 'db'>,
  studyId: string,
  weight: string | undefined,
): Promise<MarginSet | null> {
  return weight === undefined ? null : ((await first(db, marginSet({ studyId, id: weight }))) ?? null)
}

/**
 * @param dictionary of the one version's data that is exported; null for several, which have no weights in common
 * @param keptFor the questions as they were when the margins were kept, where that is another version's data
 */
export function weightsOfExport(
  set: MarginSet,
  dictionary: Dictionary | null,
  keptFor: readonly OneAxis[] | null,
): ExportWeights {
  if (dictionary === null) return { set, margins: null }
  const typed = marginsFromQuery(new URLSearchParams(set.margins))
  const { margins, problems } = checkMargins(typed, rakingAxes(axesOf(dictionary)), keptFor)
  return { set, margins: problems.length > 0 ? null : margins }
}

/** Finds the weight of each place of a version's data, in one reading. */
export function placedWeights(margins: readonly Margin[], stored: Stored, places: number) {
  const cells = weightingCells(margins, stored)
  const select = selecting(everybodyInBase, stored)
  const counts = new Float64Array(cells.size)
  // The cell of each place; what is in no base is in none.
  const nowhere = 2 ** 32 - 1
  const cellAt = new Uint32Array(places).fill(nowhere)
  return {
    columns: [...everybodyInBase.columns, ...cells.columns],
    /** @param from the place of its first response; `size` of them count */
    add: (segment: SegmentColumns, from: number, size: number): void => {
      const [selected, own] = [select(segment), cells.read(segment)]
      for (let at = 0; at < size; at += 1) {
        if (selected[at] === 0) continue
        const cell = own[at] as number
        ;(counts[cell] as number) += 1
        cellAt[from + at] = cell
      }
    },
    /** Each place's weight in units, 0 for whoever has none; null where there are no weights to be used. */
    units: (): Uint16Array | null => {
      const { units } = rakeCells(margins, cells, counts)
      return units && Uint16Array.from(cellAt, (cell) => (cell === nowhere ? 0 : (units[cell] ?? 0)))
    },
  }
}

/** As it stands in a file: with four digits behind the point, as pages count with it; null for whoever has none. */
export function weightIn(units: number | undefined): number | null {
  return units === undefined || units === 0 ? null : units / unitsOfOne
}
