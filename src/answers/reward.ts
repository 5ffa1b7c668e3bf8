/** The reward of someone who is still answering: which offer is due, and holding it. */
import type { Answers } from '../../schema/answers.ts'
import { type Breach, first, type Write } from '../db/together.ts'
import { endLease, leaseEnd, networkKey, returnExpired, takeLease } from '../leases/actions.ts'
import { countExpired, extendLease } from '../leases/store.ts'
import { balanceOf, transfer } from '../ledger/ledger.ts'
import type { Ports } from '../ports.ts'
import { type Offer, offerFor, type Study } from '../studies/study.ts'
import { type Read, retried } from './reading.ts'
import * as store from './store.ts'

/** Whether the lease that was read is open on this offer. */
export const leaseHolds = (standing: store.Standing, offer: Offer) =>
  standing.lease?.state === 'open' && standing.lease.offerId === offer.id

/** The offer to be held from the lease page on, or undefined when none is due: too early, declined, or none for there. */
export function dueOffer(standing: store.Standing, study: Study, page: string, answers: Answers): Offer | undefined {
  if (standing.unrewarded) return undefined
  const { pages, place } = study.questionnaire
  const isDue = pages.findIndex((it) => it.code === page) >= pages.findIndex((it) => it.lease === true)
  return isDue ? offerFor(study, answers[place]) : undefined
}

/**
 * Makes the writes together with taking a lease on the offer. When the reward cannot be had, makes the writes alone
 * and says why.
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
  const outcome = await orAfterReturning(ports, () => {
    const { rows, money } = takeLease(ports, standing.respondentId, standing.lease, offer, network, at)
    return ports.db.together(...writes, ...rows, ...transfer(...money))
  })
  if (outcome.done) return { leased: true }
  const reason = goneReason(outcome.breach)
  if (reason === null) return outcome.breach
  if (writes.length === 0) return { rewardGone: reason }
  const kept = await ports.db.together(...writes)
  return kept.done ? { rewardGone: reason } : kept.breach
}

/** A sign of progress: an open lease lasts longer. */
export function keepLease(ports: Ports, standing: store.Standing, at: string): Write[] {
  if (standing.lease?.state !== 'open') return []
  return [extendLease({ respondentId: standing.respondentId, expiresAt: leaseEnd(ports, at) })]
}

/** A refusal for want of money is only final when no expired lease can make room. */
async function orAfterReturning(ports: Ports, take: () => ReturnType<Ports['db']['together']>) {
  const outcome = await take()
  if (outcome.done || goneReason(outcome.breach) === null) return outcome
  return (await returnExpired(ports)) > 0 ? take() : outcome
}

function goneReason(breach: Breach): 'budget' | 'network' | null {
  if (breach.on === 'offer_balances_available') return 'budget'
  return breach.on === 'networks_within_cap' ? 'network' : null
}

/** Goes on without a reward; an open lease goes back. */
export function declineReward(ports: Ports, respondentId: string): Promise<void> {
  return retried(async () => {
    const standing = await store.findStanding(ports.db, respondentId)
    if (standing === undefined || standing.state !== 'in_progress' || standing.unrewarded) return undefined
    const at = ports.clock.now()
    const { lease, revision } = standing
    const given =
      lease?.state === 'open' ? endLease(ports, respondentId, lease, 'returned', at) : { rows: [], money: [] }
    const outcome = await ports.db.together(
      store.goUnrewarded({ respondentId, revision, at }),
      ...given.rows,
      ...transfer(...given.money),
    )
    return outcome.done ? undefined : outcome.breach
  })
}

/** Whether the offer could be leased now, as far as a read can tell: money is there, or an expired lease holds some. */
export async function rewardCanBeHad(ports: Ports, offer: Offer): Promise<boolean> {
  const balance = await first(ports.db, balanceOf({ offerId: offer.id }))
  if (balance !== undefined && balance.available >= offer.amountMinor) return true
  const expired = await first(ports.db, countExpired({ offerId: offer.id, now: ports.clock.now() }))
  return (expired?.leases ?? 0) > 0
}
