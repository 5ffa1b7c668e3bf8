/** Beginning a response: the first write that a student causes. */
import type { Circumstances, Facts } from '../../schema/answers.ts'
import type { Language } from '../../schema/questionnaire.ts'
import type { Ports } from '../ports.ts'
import { checkPage } from '../questionnaire/check-answers.ts'
import { endOf } from '../questionnaire/route.ts'
import { withPage } from '../questionnaire/settle.ts'
import type { Fault, Posted } from '../questionnaire/view.ts'
import { resumeHash } from '../respondents/actions.ts'
import { addRespondent } from '../respondents/store.ts'
import { factsOf, type Study } from '../studies/study.ts'
import { addResponse, savePage } from './store.ts'

export type Started =
  | { started: string }
  | { faults: Fault[] }
  /** Nothing has been stored. */
  | { end: 'under_age' | 'screened_out' }
  /** The invitation was begun by another browser a moment ago. */
  | { refused: 'invitation_begun' }

/** What the first page is shown by before anybody has begun: no seed yet, since nothing on it is drawn by one. */
export function firstCircumstances(study: Study, now: string): { circumstances: Circumstances; facts: Facts } {
  const facts = factsOf(study.settings, now)
  return { circumstances: { seed: '', facts }, facts }
}

/**
 * Begins the response of a new respondent with the first page's answers. The id came with the form, so that sending
 * the form again meets the respondent who is there.
 */
export async function startResponse(
  { db, clock, ids, keys }: Ports,
  study: Study,
  respondentId: string,
  invitationId: string | null,
  posted: Posted,
  language: Language,
): Promise<Started> {
  const at = clock.now()
  const { questionnaire } = study
  const page = questionnaire.pages[0]?.code ?? ''
  const { circumstances, facts } = firstCircumstances(study, at)
  const checked = checkPage(questionnaire, page, {}, posted, circumstances)
  if (!checked.ok) return { faults: checked.faults }
  const end = endOf(questionnaire, page, withPage(questionnaire, page, {}, checked.answers), circumstances)
  if (end !== null) return { end }

  const outcome = await db.together(
    addRespondent({
      id: respondentId,
      studyId: study.id,
      invitationId,
      resumeHash: await resumeHash(keys, respondentId),
      at,
    }),
    addResponse({
      respondentId,
      studyId: study.id,
      version: study.version,
      seed: ids.random(16),
      facts: JSON.stringify(facts),
      language,
      exportRef: ids.random(13),
      at,
    }),
    savePage({ respondentId, page, revision: 1, answers: JSON.stringify(checked.answers), at }),
  )
  if (outcome.done || outcome.breach.on === 'respondents.id') return { started: respondentId }
  if (outcome.breach.on === 'respondents.invitation_id') return { refused: 'invitation_begun' }
  throw new Error(`Starting was refused by ${outcome.breach.kind} ${outcome.breach.on}`)
}
