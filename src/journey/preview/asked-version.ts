import * as z from 'zod'
import type { Ports } from '../../ports.ts'
import { readableDraft } from '../../survey/drafts/draft.ts'
import { readDraft } from '../../survey/drafts/save.ts'
import type { ContentError } from '../../survey/questionnaire/checks/content-error.ts'
import { missingTranslations } from '../../survey/questionnaire/checks/texts.ts'
import { findDocument, findQuestionnaire } from '../../survey/studies/store.ts'
import { versionsOfStudy } from '../../survey/studies/versions.ts'
import type { StudyWithOffers } from '../study.ts'

/** What is looked at: the version that people are asked, what is being written beside it, or one that was asked before, by its hash. */
export const previewedVersionSchema = z.union([z.enum(['live', 'draft']), z.hash('sha256')])
export type PreviewedVersion = z.infer<typeof previewedVersionSchema>

export type VersionToPreview =
  | { study: StudyWithOffers; missing: readonly ContentError[] }
  /** A draft that is no questionnaire yet: why. For a version that the study never asked: nothing. */
  | { faults: readonly ContentError[] }

/** The study with the questionnaire that is looked at, and the texts that it lacks; a draft may have gaps. */
export async function askedVersion(
  ports: Ports,
  study: StudyWithOffers,
  of: PreviewedVersion,
): Promise<VersionToPreview> {
  const { languages } = study.settings
  if (of === 'live') {
    // What was set up from a file may lack texts until the study opens.
    const given = JSON.parse((await findDocument(ports.db, study.version)) ?? 'null')
    return { study, missing: missingTranslations(study.questionnaire, given, languages) }
  }
  if (of !== 'draft') {
    const isAsked = (await ports.db.read(versionsOfStudy({ studyId: study.id }))).some(({ version }) => version === of)
    if (!isAsked) return { faults: [] }
    return { study: { ...study, version: of, questionnaire: await findQuestionnaire(ports.db, of) }, missing: [] }
  }
  const draft = await readDraft(ports.db, study.id)
  if (draft === undefined) return { study, missing: [] }
  const read = readableDraft(draft.document)
  if (!read.ok) return { faults: read.errors }
  const { questionnaire } = read
  return { study: { ...study, questionnaire }, missing: missingTranslations(questionnaire, draft.document, languages) }
}
