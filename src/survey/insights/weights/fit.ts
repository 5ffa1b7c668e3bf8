/** Margins against a version's data: whether they fit it, and what everybody's weight is then. */
import { first } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { insightsQueryOf } from '../asked.ts'
import { axesOf } from '../axes/axes-of.ts'
import type { Here } from '../here.ts'
import { mostNamed } from '../saved/named.ts'
import { weightingCells } from './cells.ts'
import {
  checkMargins,
  type Margin,
  type MarginProblem,
  marginsFromQuery,
  rakingAxes,
  type TypedMargins,
} from './margins.ts'
import type { Raked } from './rake.ts'
import { rakeData } from './read-weights.ts'
import { axesOfVersion, versionOfSet } from './set-version.ts'
import { type ListedSet, type MarginSet, marginSet, marginSets } from './store.ts'
import { type Weighing, weighingOf } from './weighing.ts'

export interface WeightFit {
  margins: readonly Margin[]
  problems: readonly MarginProblem[]
  /** Null where there is a problem. */
  raked: Raked | null
  /** Null where there are no weights to be used. */
  weighing: Weighing | null
}

type FitPorts = Pick<Ports, 'db' | 'keys'>

/**
 * Rakes the data of a page to margins, where nothing is wrong with them.
 * @param keptFor the questions as they were when the margins were kept, where that is another version's data
 */
export async function fitMargins(
  ports: FitPorts,
  here: Here,
  typed: TypedMargins,
  keptFor: Awaited<ReturnType<typeof axesOfVersion>> = null,
): Promise<WeightFit> {
  const { margins, problems } = checkMargins(typed, rakingAxes(axesOf(here.dictionary)), keptFor)
  if (problems.length > 0) return { margins, problems, raked: null, weighing: null }
  const { data, stored } = insightsQueryOf(here)
  const { raked, units } = await rakeData(ports, data, stored, margins)
  return { margins, problems, raked, weighing: units && weighingOf(weightingCells(margins, stored), units) }
}

/** The weights of a page's address; `set` is null for one that there is not. */
export interface Weighted {
  /** Those to choose from. */
  sets: readonly ListedSet[]
  chosen: (WeightFit & { set: MarginSet }) | { set: null } | null
  weighing: Weighing | null
}

/** The sets of margins of a page's study, and the weights that its address asks for. */
export async function weightedHere(ports: FitPorts, here: Here): Promise<Weighted> {
  const { study, asked, filter } = here
  const sets = await ports.db.read(marginSets({ studyId: study.id, limit: mostNamed }))
  if (filter.weight === undefined) return { sets, chosen: null, weighing: null }
  const set = await first(ports.db, marginSet({ studyId: study.id, id: filter.weight }))
  if (set === undefined) return { sets, chosen: { set: null }, weighing: null }
  const keptFor = await axesOfVersion(ports, study, asked, versionOfSet(set, asked), here.choice.dataVersion)
  const fit = await fitMargins(ports, here, marginsFromQuery(new URLSearchParams(set.margins)), keptFor)
  return { sets, chosen: { ...fit, set }, weighing: fit.weighing }
}
