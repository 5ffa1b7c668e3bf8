/** The reward of someone who is still answering: which offer is due, and holding it. */

import type { Answers } from '../../../schema/answers.ts'
import { limit } from '../../../schema/constraints.ts'
import type { Breach, Write } from '../../platform/db/together.ts'
import { networkKey } from '../../platform/network/network.ts'
import type { Ports } from '../../ports.ts'
import { returnExpired, whyNoLease } from '../../rewards/leases/actions.ts'
import { endLease, leaseEnd, takeLease } from '../../rewards/leases/lease.ts'
import { extendLease } from '../../rewards/leases/store.ts'
import { transfer } from '../../rewards/ledger/ledger.ts'
import { type Offer, offerFor } from '../../rewards/offers/offer.ts'
import * as store from '../../survey/responses/store.ts'
import type { StudyWithOffers } from '../study.ts'
import { type Read, retried } from './reading.ts'
import { findStanding, type Standing } from './standing.ts'

/** Whether the lease that was read is open on this offer. */
export const leaseHolds = (standing: Standing, offer: Offer) =>
  standing.lease?.state === 'open' && standing.lease.offerId === offer.id

/** The offer to be held from the lease page on, or undefined when none is due: too early, declined, or none for there. */
export function dueOffer(
  standing: Standing,
  study: StudyWithOffers,
  page: string,
  answers: Answers,
): Offer | undefined {
  if (standing.unrewarded) return undefined
  const { pages, place } = study.questionnaire
  const isDue = pages.findIndex((it) => it.code === page) >= pages.findIndex((it) => it.lease === true)
  return isDue ? offerFor(study, answers[place]) : undefined
}

/**
 * Makes the writes together with taking a lease on the offer. When the reward cannot be had, makes the writes alone,
 * gives back what was held of another offer, and says why.
 */
export async function saveAndLease(
  ports: Ports,
  { standing }: Read,
  writes: Write[],
  offer: Offer,
  address: string,
  at: string,
): Promise<{ leased: true } | { rewardGone: 'budget' | 'network' } | Breach> {
  const network = await networkKey(ports, address, at)
  const outcome = await orAfterReturning(ports, offer, network, () => {
    const { rows, money } = takeLease(ports, standing.respondentId, standing.lease, offer, network, at)
    return ports.db.together(...writes, ...rows, ...transfer(...money))
  })
  if (outcome.done) return { leased: true }
  const reason = goneReason(outcome.breach)
  if (reason === null) return outcome.breach
  const given = giveBack(ports, standing, at)
  const kept = [...writes, ...given.rows, ...transfer(...given.money)]
  const alone = kept.length === 0 ? null : await ports.db.together(...kept)
  return alone === null || alone.done ? { rewardGone: reason } : alone.breach
}

/** Describes giving an open lease back; nothing when there is none. `money` belongs at the end of the `together`. */
export function giveBack(ports: Ports, { respondentId, lease }: Standing, at: string) {
  return lease?.state === 'open' ? endLease(ports, respondentId, lease, 'returned', at) : { rows: [], money: [] }
}

/** A sign of progress: an open lease lasts longer. */
export function keepLease(ports: Ports, standing: Standing, at: string): Write[] {
  const { lease, respondentId } = standing
  if (lease?.state !== 'open') return []
  return [extendLease({ respondentId, expiresAt: leaseEnd(ports, at, lease.openedAt) })]
}

/** A refusal for want of money or room is only final when no expired lease can make some. */
async function orAfterReturning(
  ports: Ports,
  offer: Offer,
  network: string,
  take: () => ReturnType<Ports['db']['together']>,
) {
  const outcome = await take()
  const reason = outcome.done ? null : goneReason(outcome.breach)
  if (reason === null) return outcome
  // Somebody else may return them first, so that none returned here does not mean that none came free.
  const { returned } = await returnExpired(ports, reason === 'budget' ? { offerId: offer.id } : { network })
  return returned > 0 || (await whyNoLease(ports, offer, network)) === null ? take() : outcome
}

function goneReason(breach: Breach): 'budget' | 'network' | null {
  if (breach.on === limit.budget) return 'budget'
  return breach.on === limit.network ? 'network' : null
}

/** Goes on without a reward; an open lease goes back. */
export function declineReward(ports: Ports, respondentId: string): Promise<void> {
  return retried(async () => {
    const standing = await findStanding(ports.db, respondentId)
    if (standing === undefined || standing.state !== 'in_progress' || standing.unrewarded) return undefined
    const at = ports.clock.now()
    const given = giveBack(ports, standing, at)
    const outcome = await ports.db.together(
      store.goUnrewarded({ respondentId, revision: standing.revision, at }),
      ...given.rows,
      ...transfer(...given.money),
    )
    return outcome.done ? undefined : outcome.breach
  })
}

/** Why the offer cannot be leased from this address now, as far as a read can tell; null when it can. */
export async function whyRewardGone(ports: Ports, offer: Offer, address: string): Promise<'budget' | 'network' | null> {
  return whyNoLease(ports, offer, await networkKey(ports, address, ports.clock.now()))
}
