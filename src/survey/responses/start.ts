/** Beginning a response: the first write that a student causes. */
import type { Circumstances, Facts } from '../../../schema/answers.ts'
import { limit, taken } from '../../../schema/constraints.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import type { Write } from '../../platform/db/together.ts'
import type { Posted } from '../../platform/http/form.ts'
import { networkKey } from '../../platform/network/network.ts'
import { countStart } from '../../platform/network/store.ts'
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
import { addRespondent } from '../respondents/store.ts'
import { factsOf, type Study } from '../studies/study.ts'
import { pageWrite } from './response.ts'
import { addResponse } from './store.ts'

export type Started =
  | { started: string }
  | { errors: ValidationError[] }
  /** Nothing has been stored. */
  | { end: 'under_age' | 'screened_out' }
  /** The invitation was begun by another browser a moment ago. */
  | { refused: 'invitation_begun' }
  /** As many have begun from this network today as may. */
  | { refused: 'too_many' }

/** What the first page is shown by before anybody has begun: no seed yet, since nothing on it is drawn by one. */
export function firstCircumstances(study: Study, now: string): { circumstances: Circumstances; facts: Facts } {
  const facts = factsOf(study.settings, now)
  return { circumstances: { seed: '', facts }, facts }
}

/** A first page as it comes from a browser. */
export interface Beginning {
  /** Came with the form, so that sending the form again meets the respondent who is there. */
  respondentId: string
  /** When the form was drawn, in milliseconds. */
  since: number
  invitationId: string | null
  posted: Posted
  language: Language
  /** The caller's network address. */
  address: string
  /** The privacy notice that the page linked to. */
  notice: AgreementText
  /** Whether typing and pasting may be counted. */
  paradata: boolean
}

/** Begins the response of a new respondent with the first page's answers. */
export async function startResponse(ports: Ports, study: Study, beginning: Beginning): Promise<Started> {
  const { db, clock, ids, keys } = ports
  const { respondentId, since, invitationId, posted, language, paradata } = beginning
  const at = clock.now()
  const { questionnaire } = study
  const page = questionnaire.pages[0]?.code ?? ''
  const { circumstances, facts } = firstCircumstances(study, at)
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
    // An invitation is a limit of its own; the open link would otherwise let one network begin without end.
    ...(invitationId === null ? [await startFrom(ports, beginning.address, at)] : []),
  ]
  const agreed = [beginning.notice, ...consentTexts(questionnaire, checked.answers, circumstances, paradata)]
  return perform(db, 'Starting', async () =>
    plan<Started>({
      rows: [...rows, ...(await agreementWrites(db, { studyId: study.id, respondentId, at }, agreed))],
      done: { started: respondentId },
      refused: (breach) => {
        const { on } = breach
        if (on === taken.agreementText) return stale(breach)
        if (on === taken.respondent) return { started: respondentId }
        if (on === taken.invitation) return { refused: 'invitation_begun' }
        return on === limit.starts ? { refused: 'too_many' } : unexpected
      },
    }),
  )
}

async function startFrom(ports: Ports, address: string, at: string): Promise<Write> {
  const { leasesPerNetwork, startsPerNetwork } = ports.settings
  const network = await networkKey(ports, address, at)
  return countStart({ network, cap: leasesPerNetwork, startsCap: startsPerNetwork, at })
}
