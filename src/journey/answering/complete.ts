/** The completing write: response, voucher, ledger, invitation and audit entry, together or not at all. */

import { taken } from '../../../schema/constraints.ts'
import { type Plan, plan, stale } from '../../platform/db/perform.ts'
import type { Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { endLease } from '../../rewards/leases/lease.ts'
import { type Transfer, transfer } from '../../rewards/ledger/ledger.ts'
import { type Offer, offerFor } from '../../rewards/offers/offer.ts'
import { grossOf } from '../../rewards/offers/tax.ts'
import { expiryOf } from '../../rewards/vouchers/deadline.ts'
import { holdFromTheStart } from '../../rewards/vouchers/reviews-store.ts'
import { addFirstStep, addVoucher } from '../../rewards/vouchers/store.ts'
import { referenceHash, voucherRandomness } from '../../rewards/vouchers/voucher.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import type { Judged } from '../../survey/quality/completed.ts'
import type { Visit } from '../../survey/quality/visit.ts'
import { birthAgrees } from '../../survey/questionnaire/birth-agrees.ts'
import type { Route } from '../../survey/questionnaire/route/resolve-route.ts'
import { endInvitation } from '../../survey/respondents/store.ts'
import { documentWrite } from '../../survey/responses/response.ts'
import * as store from '../../survey/responses/store.ts'
import { shownOn } from '../reviews/shown-on.ts'
import { again, pageWrites, type Read, type Saved, type SentPage } from './reading.ts'
import { findResponseProgress } from './response-progress.ts'
import { leaseHolds, planLease } from './reward.ts'

/** Completes a response whose every page is answered. `answers` are those of the page just submitted. */
export async function complete(
  ports: Ports,
  found: Read,
  { submission, answers, visit, at }: SentPage,
  route: Route,
): Promise<Plan<Saved>> {
  const { progress, study } = found
  const { respondentId, revision, invitationId } = progress
  const offer = progress.unrewarded ? undefined : offerFor(study, route.answers[study.questionnaire.place])
  if (offer !== undefined && !leaseHolds(progress, offer)) {
    // The lease went back in the meantime: take it again, then come round once more to complete.
    const page = await pageWrites(ports, found, submission, answers, visit, at)
    return planLease(ports, found, page, offer, at, again)
  }
  const judged = await judge(ports, found, { submission, answers, visit, at }, route)
  const reward =
    offer === undefined ? { rows: [], money: [] } : await rewardWrites(ports, found, offer, judged.holds, at)
  const of = { studyId: study.id, respondentId, questionnaire: study.questionnaire }
  const document = await documentWrite(ports, of, route.answers, at)
  return plan<Saved>({
    rows: [
      document,
      store.dropPages({ respondentId }),
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
      ...reward.rows,
    ],
    audit: addAudit({
      id: ports.ids.next('audit'),
      actor: respondentId,
      action: 'response.complete',
      subject: respondentId,
      at,
    }),
    money: transfer(...reward.money),
    done: { end: 'complete' },
    refused: async (breach) => {
      if (breach.on !== taken.invitationEnd) return stale(breach)
      const now = await findResponseProgress(ports.db, respondentId)
      return now?.state === 'complete' ? { end: 'complete' } : { refused: 'invitation_revoked' }
    },
  })
}

/** What the checks say. They are loaded with the first response that is completed. */
async function judge(ports: Ports, found: Read, { submission, visit, at }: SentPage, route: Route): Promise<Judged> {
  const { progress, study, circumstances, pages } = found
  const { judgeCompleted } = await import('../../survey/quality/completed.ts')
  const visits = new Map<string, Visit>()
  for (const [page, saved] of pages) if (saved.visit !== null) visits.set(page, saved.visit)
  visits.set(submission.page, visit)
  return judgeCompleted(ports, {
    studyId: study.id,
    version: study.version,
    respondentId: progress.respondentId,
    language: submission.language,
    address: submission.address,
    questionnaire: study.questionnaire,
    circumstances,
    answers: route.answers,
    pages: route.pages,
    visits,
    birthAgrees: birthAgrees(route.answers, Number(at.slice(0, 4))),
    at,
  })
}

/**
 * The lease becomes a voucher: issued at once, or held with its money still reserved, as the study chose for the door.
 * @param isDoubted whether the checks would have a person look at it
 */
async function rewardWrites(
  ports: Ports,
  { progress, study }: Read,
  offer: Offer,
  isDoubted: boolean,
  at: string,
): Promise<{ rows: Write[]; money: Transfer[] }> {
  const { respondentId, lease, invitationId } = progress
  const policy = invitationId === null ? study.openLinkPolicy : study.invitationPolicy
  const state = policy === 'hold' || (policy === 'check' && isDoubted) ? 'held' : 'issued'
  const voucherId = ports.ids.next('v', voucherRandomness)
  const codeKey = ports.keys.codes.newest.kid
  const used = lease === null ? { rows: [] } : endLease(ports, respondentId, lease, 'used', at)
  const rows = [
    ...used.rows,
    ...(state === 'held' ? holdFromTheStart(respondentId, at) : []),
    addFirstStep({ voucherId, state, move: `>${state}`, at }),
    addVoucher({
      id: voucherId,
      studyId: study.id,
      offerId: offer.id,
      respondentId,
      currency: offer.currency,
      amountMinor: offer.amountMinor,
      taxMinor: offer.taxMinor,
      codeKey,
      state,
      at,
      // The time of a held one starts when it is released.
      expiresAt: state === 'issued' ? expiryOf(study.settings, at) : null,
      replaces: null,
      referenceHash: await referenceHash(ports.keys, { id: voucherId, codeKey }),
    }),
  ]
  const owed: Transfer = {
    id: ports.ids.next('t'),
    offerId: offer.id,
    debit: 'reserved',
    credit: 'liability',
    amountMinor: grossOf(offer),
    at,
    subject: voucherId,
  }
  return { rows, money: state === 'issued' ? [owed] : [] }
}
