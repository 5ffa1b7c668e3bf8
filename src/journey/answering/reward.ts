/** The reward of someone who is still answering: which offer is due, and holding it. */

import type { Answers } from '../../../schema/answers.ts'
import { limit } from '../../../schema/constraints.ts'
import { type Plan, perform, plan, type Stale, stale } from '../../platform/db/perform.ts'
import type { Breach, Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { canBeLeased, returnExpired } from '../../rewards/leases/actions.ts'
import { endLease, leaseEnd, takeLease } from '../../rewards/leases/lease.ts'
import { extendLease } from '../../rewards/leases/store.ts'
import { transfer } from '../../rewards/ledger/ledger.ts'
import { type Offer, offerFor } from '../../rewards/offers/offer.ts'
import { placeIn } from '../../survey/questionnaire/place.ts'
import * as store from '../../survey/responses/store.ts'
import type { StudyWithOffers } from '../study.ts'
import type { Read, SaveOutcome } from './reading.ts'
import { findResponseProgress, type ResponseProgress } from './response-progress.ts'

/** The writes by which a response counts in its cells, and what it means that one of them is full. */
export interface CountIn {
  rows: Write[]
  /** Rows that everybody meets: behind the others, before money. */
  counts: Write[]
  full: (breach: Breach) => Promise<SaveOutcome | Plan<SaveOutcome> | Stale>
}

/** Of a response that counts in none. What waits for its commit holds on to nothing by it. */
export const nowhere: CountIn = { rows: [], counts: [], full: async (breach) => stale(breach) }

/** Whether the lease that was read is open on this offer. */
export const leaseHolds = (progress: ResponseProgress, offer: Offer) =>
  progress.lease?.state === 'open' && progress.lease.offerId === offer.id

/** The offer to be held from the lease page on, or undefined when none is due: too early, declined, or none for there. */
export function dueOffer(
  progress: ResponseProgress,
  study: StudyWithOffers,
  page: string,
  answers: Answers,
): Offer | undefined {
  if (progress.unrewarded) return undefined
  const { pages } = study.questionnaire
  const isDue = pages.findIndex((it) => it.code === page) >= pages.findIndex((it) => it.lease === true)
  return isDue ? offerFor(study, placeIn(study.questionnaire, answers)) : undefined
}

/**
 * Plans the writes together with taking a lease on the offer. When the reward cannot be had, the writes are made alone,
 * what was held of another offer is given back, and the answer says why.
 * @param quota the cells that the response counts in from then on
 * @param done the answer when the lease is there
 */
export function planLease(
  ports: Ports,
  { progress }: Read,
  writes: readonly Write[],
  { offer, at, done, quota = nowhere }: { offer: Offer; at: string; done: SaveOutcome | Stale; quota?: CountIn },
): Plan<SaveOutcome> {
  const attempt = (hasReturned: boolean): Plan<SaveOutcome> => {
    const { rows, money } = takeLease(ports, progress.respondentId, progress.lease, offer, at)
    return plan<SaveOutcome>({
      rows: [...writes, ...quota.rows, ...rows],
      money: [...quota.counts, ...transfer(...money)],
      done,
      refused: async (breach) => {
        if (breach.on === limit.quota) return quota.full(breach)
        if (breach.on !== limit.budget) return stale(breach)
        // Only final when no expired lease gives money back.
        if (!hasReturned && (await isWorthAnotherTry(ports, offer))) return attempt(true)
        return planWithout(ports, progress, writes, at, quota)
      },
    })
  }
  return attempt(false)
}

function planWithout(
  ports: Ports,
  progress: ResponseProgress,
  writes: readonly Write[],
  at: string,
  quota: CountIn,
): SaveOutcome | Plan<SaveOutcome> {
  const rewardGone = 'budget'
  const given = giveBack(ports, progress, at)
  const rows = [...writes, ...quota.rows, ...given.rows]
  if (rows.length === 0) return { rewardGone }
  return plan<SaveOutcome>({
    rows,
    money: [...quota.counts, ...transfer(...given.money)],
    done: { rewardGone },
    refused: (breach) => (breach.on === limit.quota ? quota.full(breach) : stale(breach)),
  })
}

/** Describes giving an open lease back; nothing when there is none. `money` belongs at the end of the `together`. */
export function giveBack(ports: Ports, { respondentId, lease }: ResponseProgress, at: string) {
  return lease?.state === 'open' ? endLease(ports, respondentId, lease, 'returned', at) : { rows: [], money: [] }
}

/** A sign of progress: an open lease lasts longer. */
export function keepLease(ports: Ports, progress: ResponseProgress, at: string): Write[] {
  const { lease, respondentId } = progress
  if (lease?.state !== 'open') return []
  return [extendLease({ respondentId, expiresAt: leaseEnd(ports, at, lease.openedAt) })]
}

/** Returns leases whose time is up, and says whether money may have come free. */
async function isWorthAnotherTry(ports: Ports, offer: Offer): Promise<boolean> {
  // Somebody else may return them first, so that none returned here does not mean that none came free.
  const { returned } = await returnExpired(ports, { offerId: offer.id })
  return returned > 0 || (await canBeLeased(ports, offer))
}

/**
 * Goes on without a reward; an open lease goes back.
 * @param known the response as the caller has read it: the first try goes by it, and a refusal has it read again
 */
export function declineReward(ports: Ports, respondentId: string, known?: ResponseProgress): Promise<void> {
  let unread = known
  return perform<void>(ports.db, 'Going on without a reward', async () => {
    const progress = unread ?? (await findResponseProgress(ports.db, respondentId))
    unread = undefined
    if (progress === undefined || progress.state !== 'in_progress' || progress.unrewarded) return undefined
    const at = ports.clock.now()
    const given = giveBack(ports, progress, at)
    return plan<void>({
      rows: [store.goUnrewarded({ respondentId, revision: progress.revision, at }), ...given.rows],
      money: transfer(...given.money),
      done: undefined,
      refused: stale,
    })
  })
}
