/** The completing write: response, voucher, ledger, invitation and audit entry, together or not at all. */

import { limit, taken } from '../../../schema/constraints.ts'
import { type Plan, plan, stale } from '../../platform/db/perform.ts'
import { loadedOnce } from '../../platform/memory/loaded-once.ts'
import type { Ports } from '../../ports.ts'
import { transfer } from '../../rewards/ledger/ledger.ts'
import { offerFor } from '../../rewards/offers/offer.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import type { JudgedResponse } from '../../survey/quality/completed.ts'
import type { Visit } from '../../survey/quality/visit.ts'
import { birthAgrees } from '../../survey/questionnaire/birth-agrees.ts'
import { placeIn } from '../../survey/questionnaire/place.ts'
import type { Route } from '../../survey/questionnaire/route/resolve-route.ts'
import { endInvitation } from '../../survey/respondents/store.ts'
import { documentWrite } from '../../survey/responses/response.ts'
import * as store from '../../survey/responses/store.ts'
import { shownOn } from '../reviews/shown-on.ts'
import { countInQuotas } from './quota.ts'
import { again, pageWrites, type Read, type SaveOutcome, type SentPage } from './reading.ts'
import { findResponseProgress } from './response-progress.ts'
import { leaseHolds, planLease } from './reward.ts'
import { rewardWrites } from './voucher-writes.ts'

const nothing = { state: 'issued', rows: [], money: [] } as const

/** Completes a response whose every page is answered. @param sent the page just submitted */
export async function complete(ports: Ports, found: Read, sent: SentPage, route: Route): Promise<Plan<SaveOutcome>> {
  const { progress, study } = found
  const { submission, answers, visit, at } = sent
  const { respondentId, revision, invitationId } = progress
  const offer = progress.unrewarded ? undefined : offerFor(study, placeIn(study.questionnaire, route.answers))
  if (offer !== undefined && !leaseHolds(progress, offer)) {
    // The lease went back in the meantime: take it again, then come round once more to complete.
    const page = await pageWrites(ports, found, submission, answers, visit, at)
    return planLease(ports, found, page, { offer, at, done: again })
  }
  const judged = await judge(ports, found, sent, route)
  const reward = offer === undefined ? nothing : await rewardWrites(ports, found, offer, judged.holds, at)
  const quota = await countInQuotas(ports, found, sent, route, reward.state === 'held' ? 'held' : 'accepted')
  const of = { studyId: study.id, respondentId, questionnaire: study.questionnaire }
  const document = await documentWrite(ports, of, route.answers, at)
  return plan<SaveOutcome>({
    rows: [
      document,
      store.dropPages({ respondentId }),
      ...(progress.hasOldPages ? [store.dropOldPages({ respondentId })] : []),
      store.endResponse({
        respondentId,
        revision,
        state: 'complete',
        language: submission.language,
        at,
        shownOn: shownOn(ports, at),
        activeMs: judged.activeMs,
      }),
      ...judged.rows,
      ...(invitationId === null ? [] : [endInvitation({ invitationId, how: 'spent', at })]),
      ...quota.rows,
      ...reward.rows,
    ],
    audit: addAudit({
      id: ports.ids.next('audit'),
      actor: respondentId,
      action: 'response.complete',
      subject: respondentId,
      at,
    }),
    money: [...quota.counts, ...transfer(...reward.money)],
    done: { end: 'complete' },
    refused: async (breach) => {
      if (breach.on === limit.quota) return quota.full(breach)
      if (breach.on !== taken.invitationEnd) return stale(breach)
      const now = await findResponseProgress(ports.db, respondentId)
      return now?.state === 'complete' ? { end: 'complete' } : { refused: 'invitation_revoked' }
    },
  })
}

const checks = loadedOnce(() => import('../../survey/quality/completed.ts'))

/** What the checks say. */
async function judge(
  ports: Ports,
  found: Read,
  { submission, visit, at }: SentPage,
  route: Route,
): Promise<JudgedResponse> {
  const { progress, study, circumstances, pages } = found
  const { judgeCompleted } = await checks()
  const visits = new Map<string, Visit>()
  for (const [page, saved] of pages) if (saved.visit !== null) visits.set(page, saved.visit)
  visits.set(submission.page, visit)
  return judgeCompleted(ports, {
    studyId: study.id,
    version: study.version,
    respondentId: progress.respondentId,
    language: submission.language,
    // Staff sit behind one address, and so do the students of a campus.
    address: study.testOf === null ? submission.address : null,
    circumstances,
    answers: route.answers,
    asked: route.asked,
    visits,
    birthAgrees: birthAgrees(route.answers, Number(at.slice(0, 4))),
    at,
  })
}
