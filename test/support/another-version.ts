/** A study that asks another version of its questionnaire. */
import { canonicalJson, versionOf } from '../../src/platform/crypto/version.ts'
import { addQuestionnaire } from '../../src/survey/studies/store.ts'
import { addStudyVersion, versionsOfStudy } from '../../src/survey/studies/versions.ts'
import { made } from './export-rows.ts'
import type { World } from './world.ts'

/**
 * Asks the same with "Taipa" in the place of "Macao, China": the code 3 of Q03 says something else from then on.
 * @returns the version
 */
export async function askTaipa({ study, ports: { db } }: World, at: string): Promise<string> {
  const document = canonicalJson(study.questionnaire).replaceAll('"Macao, China"', '"Taipa"')
  const version = versionOf(JSON.parse(document))
  const n = (await db.read(versionsOfStudy({ studyId: study.id }))).length
  await made(db, [
    addQuestionnaire({ version, document, at }),
    addStudyVersion({
      ...{ n: n + 1, before: n, kind: 'new', corrects: null, note: '', publishedBy: 'system', publishedAt: at },
      ...{ studyId: study.id, version, dataVersion: version },
    }),
  ])
  return version
}
