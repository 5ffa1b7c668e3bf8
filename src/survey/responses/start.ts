/** Beginning a response: the first write that a student causes. */
import type { Circumstances, Facts } from '../../../schema/answers.ts'
import { limit, taken } from '../../../schema/constraints.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first, type Write } from '../../platform/db/together.ts'
import type { Posted } from '../../platform/http/form.ts'
import type { Ports } from '../../ports.ts'
import { type AgreementText, consentTexts } from '../consents/agreement.ts'
import { agreementWrites } from '../consents/store.ts'
import { questionsOn } from '../quality/questions-on.ts'
import { firstVisit } from '../quality/visit.ts'
import { checkPage } from '../questionnaire/check-answers.ts'
import type { ValidationError } from '../questionnaire/page/view.ts'
import { withPage } from '../questionnaire/route/page-answers.ts'
import { endOf } from '../questionnaire/route/route.ts'
import { resumeHash } from '../respondents/actions.ts'
import { addRespondent, respondentById } from '../respondents/store.ts'
import { nameSource } from '../sources/store.ts'
import { type Arrival, arrivalFacts } from '../studies/arrival.ts'
import { type Study, startFacts } from '../studies/study.ts'
import { pageWrite } from './response.ts'
import { addResponse } from './store.ts'

export type Started<Held> =
  | { started: string }
  | { errors: ValidationError[] }
  /** Nothing has been stored. */
  | { end: 'under_age' | 'screened_out' }
  /** The invitation was begun by another browser a moment ago. */
  | { refused: 'invitation_begun' }
  /** Not let in yet, and why. */
  | { held: Held }

/** What the first page is shown by before anybody has begun: no seed yet, since nothing on it is drawn by one. */
export function firstCircumstances(
  study: Study,
  now: string,
  hasGuardian: boolean,
  arrival: Arrival,
): { circumstances: Circumstances; facts: Facts } {
  const facts = { ...startFacts(study.settings, now, hasGuardian), ...arrivalFacts(study.questionnaire.facts, arrival) }
  return { circumstances: { seed: '', facts }, facts }
}

/** A first page as it comes from a browser. */
export interface PostedStart {
  /** Came with the form, so that sending the form again meets the respondent who is there. */
  respondentId: string
  /** When the form was drawn, in milliseconds. */
  since: number
  invitationId: string | null
  /** Whether a parent or guardian has confirmed to the organiser. */
  hasGuardian: boolean
  /** The tag of the link that led here; null for none. */
  from: string | null
  posted: Posted
  language: Language
  /** The privacy notice that the page linked to. */
  notice: AgreementText
  /** Whether typing and pasting may be counted. */
  paradata: boolean
}

/**
 * Begins the response of a new respondent with the first page's answers.
 * @param admit whether it may be begun now, with what counts it; asked again when the count was refused, and only once
 *   what was sent is an answer
 */
export async function startResponse<Held>(
  ports: Ports,
  study: Study,
  beginning: PostedStart,
  admit: () => Promise<{ rows: readonly Write[] } | { held: Held }>,
): Promise<Started<Held>> {
  const { db, clock, ids, keys } = ports
  const { respondentId, since, invitationId, from, posted, language, paradata } = beginning
  const at = clock.now()
  const { questionnaire } = study
  const page = questionnaire.pages[0]?.code ?? ''
  const { circumstances, facts } = firstCircumstances(study, at, beginning.hasGuardian, {
    ...{ language, from },
    isInvited: invitationId !== null,
  })
  const checked = checkPage(questionnaire, page, {}, posted, circumstances)
  if (!checked.ok) return { errors: checked.errors }
  const end = endOf(questionnaire, page, withPage(questionnaire, page, {}, checked.answers), circumstances)
  if (end !== null) return { end }

  const rows = [
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
      paradata: paradata ? 1 : 0,
      at,
    }),
    ...(from === null ? [] : [nameSource({ respondentId, studyId: study.id, tag: from, other: 'other' })]),
    await pageWrite(
      ports,
      { studyId: study.id, respondentId, questionnaire, page },
      {
        revision: 1,
        answers: checked.answers,
        visit: firstVisit(
          Date.parse(at) - since,
          questionsOn(questionnaire, page, {}, circumstances),
          keys.codes.newest.kid,
        ),
      },
      at,
    ),
  ]
  const agreed = [beginning.notice, ...consentTexts(questionnaire, checked.answers, circumstances, paradata)]
  return perform<Started<Held>>(db, 'Starting', async () => {
    const admission = await admit()
    if ('held' in admission) {
      // Sent again because the reply was lost: it has begun, whatever has become of the queue since.
      const isBegun = (await first(db, respondentById({ id: respondentId }))) !== undefined
      return isBegun ? { started: respondentId } : admission
    }
    const agreements = await agreementWrites(db, { studyId: study.id, respondentId, at }, agreed)
    return plan<Started<Held>>({
      rows: [...rows, ...agreements, ...admission.rows],
      done: { started: respondentId },
      refused: (breach) => {
        if (breach.on === taken.respondent) return { started: respondentId }
        if (breach.on === taken.invitation) return { refused: 'invitation_begun' }
        return breach.on === taken.agreementText || breach.on === limit.starts ? stale(breach) : unexpected
      },
    })
  })
}
