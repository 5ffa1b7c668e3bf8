import type { Ports } from '../../ports.ts'
import { readableDraft } from '../../survey/drafts/draft.ts'
import { readDraft } from '../../survey/drafts/save.ts'
import type { ContentError } from '../../survey/questionnaire/checks/content-error.ts'
import { missingTranslations } from '../../survey/questionnaire/checks/texts.ts'
import type { StudyWithOffers } from '../study.ts'

/** What is looked at: the version that people are asked, or what is being written beside it. */
export const looked = ['live', 'draft'] as const
export type Looked = (typeof looked)[number]

export type AskedVersion =
  | { study: StudyWithOffers; missing: readonly ContentError[] }
  /** A draft that is no questionnaire yet: why. */
  | { faults: readonly ContentError[] }

/** The study with the questionnaire that is looked at, and the texts that it lacks; a draft may have gaps. */
export async function askedVersion(ports: Ports, study: StudyWithOffers, of: Looked): Promise<AskedVersion> {
  if (of === 'live') return { study, missing: [] }
  const draft = await readDraft(ports.db, study.id)
  if (draft === undefined) return { study, missing: [] }
  const read = readableDraft(draft.document)
  if (!read.ok) return { faults: read.errors }
  const { questionnaire } = read
  return { study: { ...study, questionnaire }, missing: missingTranslations(questionnaire, draft.document) }
}
