/** A response ends because a cell is full: its places are freed, and who earned it is thanked, in one write. */
import { limit, taken } from '../../../schema/constraints.ts'
import { type Plan, plan, stale } from '../../platform/db/perform.ts'
import type { Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { takeLease } from '../../rewards/leases/lease.ts'
import { type Transfer, transfer } from '../../rewards/ledger/ledger.ts'
import { type Offer, thanksFor } from '../../rewards/offers/offer.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import type { Visit } from '../../survey/quality/visit.ts'
import { birthAgrees } from '../../survey/questionnaire/birth-agrees.ts'
import { placeIn } from '../../survey/questionnaire/place.ts'
import type { Route } from '../../survey/questionnaire/route/resolve-route.ts'
import type { Full } from '../../survey/quotas/full.ts'
import { freeAll, type QuotaPosition } from '../../survey/quotas/reservation.ts'
import { endInvitation } from '../../survey/respondents/store.ts'
import * as store from '../../survey/responses/store.ts'
import type { Read, SaveOutcome, Submission } from '../answering/reading.ts'
import { giveBack } from '../answering/reward.ts'
import { rewardWrites } from '../answering/voucher-writes.ts'
import { shownOn } from '../reviews/shown-on.ts'

export interface OverQuota extends Pick<Submission, 'language'> {
  from: QuotaPosition
  full: Full
  /** Whether the study's thank-you is given, where it has one. */
  isEarned: boolean
  /** The page that was sent. */
  kept: Write[]
  /** How that page was given; null where none was sent. */
  left: { page: string; visit: Visit } | null
  route: Pick<Route, 'answers' | 'asked'>
}

/** Plans the end of a response over quota. A thank-you that cannot be had any more does not keep it from ending. */
export async function endOverQuota(ports: Ports, found: Read, over: OverQuota, at: string): Promise<Plan<SaveOutcome>> {
  const { progress, study } = found
  const place = placeIn(study.questionnaire, over.route.answers)
  const thanks = over.isEarned && !progress.unrewarded ? thanksFor(study, place) : undefined
  if (thanks === undefined) return planEnd(ports, found, over, giveBack(ports, progress, at), at)
  const given = await thankYou(ports, found, over, thanks, at)
  return planEnd(ports, found, over, given, at, () => planEnd(ports, found, over, giveBack(ports, progress, at), at))
}

/**
 * The lease on the thank-you is taken and used in one write: nobody has to finish anything for it. Where the study asks the
 * checks, they are asked about the pages that were sent, or whoever fills a cell with a program would be thanked for more.
 */
async function thankYou(ports: Ports, found: Read, over: OverQuota, offer: Offer, at: string) {
  const { progress, study } = found
  const taken = takeLease(ports, progress.respondentId, progress.lease, offer, at)
  const judged = await judge(ports, found, over, at)
  const withLease = { progress: { ...progress, lease: taken.lease }, study }
  const reward = await rewardWrites(ports, withLease, offer, judged.holds, at)
  const { invitationId } = progress
  const spent = invitationId === null ? [] : [endInvitation({ invitationId, how: 'spent', at })]
  return {
    rows: [...taken.rows, ...spent, ...judged.rows, ...reward.rows],
    money: [...taken.money, ...reward.money],
  }
}

/** What the checks say of what was sent so far. They are loaded when they are asked. */
async function judge(ports: Ports, found: Read, { left, route }: OverQuota, at: string) {
  const { progress, study, circumstances, pages } = found
  const { judgeStopped } = await import('../../survey/quality/completed.ts')
  const visits = new Map<string, Visit>()
  for (const [page, saved] of pages) if (saved.visit !== null) visits.set(page, saved.visit)
  if (left !== null) visits.set(left.page, left.visit)
  return judgeStopped(ports, {
    studyId: study.id,
    respondentId: progress.respondentId,
    circumstances,
    answers: route.answers,
    asked: route.asked,
    visits,
    birthAgrees: birthAgrees(route.answers, Number(at.slice(0, 4))),
    at,
  })
}

function planEnd(
  ports: Ports,
  { progress }: Pick<Read, 'progress'>,
  { from, full, kept, language }: OverQuota,
  reward: { rows: Write[]; money: Transfer[] },
  at: string,
  unthanked?: () => Plan<SaveOutcome>,
): Plan<SaveOutcome> {
  const { respondentId, revision } = progress
  const freed = freeAll(from, at)
  return plan<SaveOutcome>({
    rows: [
      store.endResponse({
        respondentId,
        revision,
        state: 'over_quota',
        language,
        at,
        shownOn: shownOn(ports, at),
        activeMs: null,
      }),
      store.nameFullCell({ respondentId, cell: full.cell }),
      ...kept,
      ...freed.rows,
      ...reward.rows,
    ],
    audit: addAudit({
      id: ports.ids.next('audit'),
      actor: respondentId,
      action: 'response.over_quota',
      subject: respondentId,
      at,
    }),
    money: [...freed.counts, ...transfer(...reward.money)],
    done: { end: 'over_quota' },
    refused: (breach) => {
      const isGone = [limit.budget, taken.invitationEnd].some((on) => on === breach.on)
      return isGone && unthanked !== undefined ? unthanked() : stale(breach)
    },
  })
}
