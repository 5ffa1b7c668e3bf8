/** The questions of a study that people answered in their own words. */
import type { Text } from '../../../../schema/questionnaire.ts'
import type { Database } from '../../../platform/db/together.ts'
import { findQuestionnaire } from '../../studies/store.ts'
import { type Study, startFacts } from '../../studies/study.ts'
import { versionsOfStudy } from '../../studies/versions.ts'
import { dictionaryOf } from '../../variables/dictionary.ts'
import { type AskedVersion, isTyped } from '../../variables/variable.ts'

export interface TextQuestion {
  /** The name of its column, by which it stands in addresses. */
  name: string
  label: Text
}

export interface TextQuestions {
  questions: readonly TextQuestion[]
  versions: readonly AskedVersion[]
}

/** The questions of all versions, the newest one's first; a question that several of them ask is one. */
export async function textQuestions(db: Database, study: Study): Promise<TextQuestions> {
  const asked = await db.read(versionsOfStudy({ studyId: study.id }))
  const known = asked.some(({ version }) => version === study.version)
    ? asked
    : [...asked, { n: 0, version: study.version, dataVersion: study.version }]
  const versions = await Promise.all(
    known.map(async ({ n, version, dataVersion }) => ({
      n,
      version,
      dataVersion,
      questionnaire: await findQuestionnaire(db, version),
    })),
  )
  const { variables } = dictionaryOf(versions, startFacts(study.settings, study.opensAt))
  const questions = new Map<string, TextQuestion>()
  for (const variable of variables) {
    const { column, label } = variable
    if (column === null || !isTyped(variable) || questions.has(column.name)) continue
    questions.set(column.name, { name: column.name, label })
  }
  return { questions: [...questions.values()], versions }
}
