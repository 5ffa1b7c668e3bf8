import type { Database } from '../../platform/db/together.ts'
import { findQuestionnaire } from '../studies/store.ts'
import { type StudyVersion, sameData } from '../studies/versions.ts'
import type { AskedVersion } from '../variables/variable.ts'

/**
 * A version and those whose answers are the same data, each with its questionnaire, in the order of asking.
 * @param asked every version of the study
 */
export async function askedVersions(
  db: Database,
  asked: readonly Pick<StudyVersion, 'n' | 'version' | 'dataVersion'>[],
  version: string,
): Promise<AskedVersion[]> {
  const { dataVersion, versions } = sameData(asked, version)
  return Promise.all(
    versions.map(async (one) => ({
      // A version from before versions were listed has no number.
      n: asked.find((known) => known.version === one)?.n ?? 0,
      version: one,
      dataVersion,
      questionnaire: await findQuestionnaire(db, one),
    })),
  )
}
