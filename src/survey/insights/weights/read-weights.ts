/** The weights of a version's data: counted and raked whenever they are asked for, of everybody who is in the base then. */
import type { Ports } from '../../../ports.ts'
import type { Stored } from '../axes/places.ts'
import { matcherOf, selecting } from '../filter/matcher.ts'
import { readSegments } from '../segments/read.ts'
import type { DataKey } from '../segments/store.ts'
import { rakingCells, weightingCells } from './cells.ts'
import type { Margin } from './margins.ts'
import { type Raked, rake, unitsOfOne } from './rake.ts'

export interface RakedData {
  raked: Raked
  /** By cell, of one that nobody is in 1; null where there are no weights to be used. */
  units: Float64Array | null
}

/** Who weights are of: the base, those whom a review holds among them, whatever a page filters by. */
export const everybodyInBase = matcherOf({ variables: [], questions: [] }, { held: 'in', clauses: [] })

/** Rakes the data to margins that have no problem. */
export async function rakeData(
  ports: Pick<Ports, 'db' | 'keys'>,
  of: DataKey,
  stored: Stored,
  margins: readonly Margin[],
): Promise<RakedData> {
  const cells = weightingCells(margins, stored)
  const select = selecting(everybodyInBase, stored)
  const counts = new Float64Array(cells.size)
  for await (const segment of readSegments(ports, of, [...everybodyInBase.columns, ...cells.columns])) {
    const [selected, own] = [select(segment), cells.read(segment)]
    for (let at = 0; at < segment.size; at += 1) (counts[own[at] as number] as number) += selected[at] as number
  }
  return rakeCells(margins, cells, counts)
}

/** The weights of each cell. @param counts people by cell */
export function rakeCells(
  margins: readonly Margin[],
  cells: ReturnType<typeof weightingCells>,
  counts: ArrayLike<number>,
): RakedData {
  const found = rakingCells(cells, counts)
  const raked = rake(
    found,
    margins.map(({ targets }) => targets.map(({ share }) => share)),
  )
  if (raked.refused !== null) return { raked, units: null }
  const units = new Float64Array(cells.size).fill(unitsOfOne)
  for (const [at, { cell }] of found.entries()) units[cell] = raked.units[at] ?? unitsOfOne
  return { raked, units }
}
