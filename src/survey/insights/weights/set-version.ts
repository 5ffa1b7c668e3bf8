/** What the codes of kept margins said when they were kept. */
import type { Ports } from '../../../ports.ts'
import { askedVersions } from '../../exports/asked-versions.ts'
import { type Study, startFacts } from '../../studies/study.ts'
import { askedAt, type StudyVersion } from '../../studies/versions.ts'
import { dictionaryOf } from '../../variables/dictionary.ts'
import { axesOf } from '../axes/axes-of.ts'
import type { OneAxis } from '../axes/axis.ts'
import { rakingAxes, versionOfMargins } from './margins.ts'
import type { MarginSet } from './store.ts'

type Asked = Pick<StudyVersion, 'n' | 'version' | 'dataVersion' | 'publishedAt'>

/** The number of the version whose codes a set of margins names: what it says itself, or what was asked when it was kept. */
export function versionOfSet({ margins, madeAt }: Pick<MarginSet, 'margins' | 'madeAt'>, asked: readonly Asked[]) {
  return versionOfMargins(new URLSearchParams(margins)) ?? askedAt(asked, madeAt)?.n ?? null
}

/**
 * The questions that margins of a version can be of, as that version has them.
 * @param asked every version of the study
 * @returns null where the version has the data that they weight, or is not known
 */
export async function axesOfVersion(
  { db }: Pick<Ports, 'db'>,
  study: Pick<Study, 'settings' | 'opensAt'>,
  asked: readonly Asked[],
  n: number | null,
  dataVersion: string,
): Promise<OneAxis[] | null> {
  const then = asked.find((one) => one.n === n)
  if (then === undefined || then.dataVersion === dataVersion) return null
  const versions = await askedVersions(db, asked, then.version)
  return rakingAxes(axesOf(dictionaryOf(versions, startFacts(study.settings, study.opensAt))))
}
