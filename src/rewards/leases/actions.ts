/** Returning leases whose time is up, and saying why one cannot be had. */
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { balanceOf, transfer } from '../ledger/ledger.ts'
import type { Offer } from '../offers/offer.ts'
import { grossOf } from '../offers/tax.ts'
import { endLease, type Lease } from './lease.ts'
import * as store from './store.ts'

/** Every return is a batch of its own, and a request or a Worker's run has room for few. */
const fewAtOnce = 25

/**
 * Gives back the money of leases whose time is up: by the sweep, and before someone is told that none is left. Two at
 * once are harmless, since each lease can be returned once.
 * @param where only those of an offer
 * @param limit at most so many, the oldest first
 * @returns how many were listed, and how many of them this call returned
 */
export async function returnExpired(
  ports: Ports,
  where: { offerId: string } | null = null,
  limit = fewAtOnce,
): Promise<{ listed: number; returned: number }> {
  const { db, clock } = ports
  const at = clock.now()
  const listed = await db.read(expiredLeases(where, at, limit))
  const outcomes = await Promise.allSettled(
    listed.map((row) => {
      const lease: Lease = {
        n: row.n,
        state: 'open',
        offerId: row.offer_id,
        amountMinor: row.amount_minor,
        openedAt: row.opened_at,
        expiresAt: row.expires_at,
      }
      const { rows, money } = endLease(ports, row.respondent_id, lease, 'returned', at)
      return db.together(...rows, ...transfer(...money))
    }),
  )
  const returned = outcomes.filter((it) => it.status === 'fulfilled' && it.value.done).length
  return { listed: listed.length, returned }
}

function expiredLeases(where: { offerId: string } | null, now: string, limit: number) {
  return where === null
    ? store.listExpiredLeases({ now, limit })
    : store.listExpiredOfOffer({ offerId: where.offerId, now, limit })
}

/** Whether an offer's money is only waiting to come back from leases whose time is up. */
export async function canComeBack({ db, clock }: Ports, offerId: string): Promise<boolean> {
  return (await db.read(store.listExpiredOfOffer({ offerId, now: clock.now(), limit: 1 }))).length > 0
}

/** Whether others hold money of an offer that comes back if they do not finish. */
export async function mayComeFree({ db }: Pick<Ports, 'db'>, offerId: string): Promise<boolean> {
  return (await db.read(store.listExpiredOfOffer({ offerId, now: '9999', limit: 1 }))).length > 0
}

/** Whether a lease could be had now, as far as a read can tell: what has expired counts as free. */
export async function canBeLeased(ports: Ports, offer: Offer): Promise<boolean> {
  const balance = await first(ports.db, balanceOf({ offerId: offer.id }))
  const isThere = balance !== undefined && balance.available >= grossOf(offer)
  return isThere || canComeBack(ports, offer.id)
}

/** What is left after so many rounds waits for the next sweep: a Worker may ask its database only so often a run. */
const roundsOfASweep = 8

/** The periodic work on leases: expired ones go back. */
export async function sweepLeases(ports: Ports): Promise<number> {
  let returned = 0
  for (let rounds = 0; rounds < roundsOfASweep; rounds++) {
    const round = await returnExpired(ports, null)
    returned += round.returned
    if (round.listed < fewAtOnce) break
  }
  return returned
}
