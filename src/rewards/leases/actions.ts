/** Returning leases whose time is up, and saying why one cannot be had. */
import { first } from '../../platform/db/together.ts'
import { forgetNetworks, networkByKey } from '../../platform/network/store.ts'
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
 * @param where only those of an offer or on a network
 * @param limit at most so many, the oldest first
 * @returns how many were listed, and how many of them this call returned
 */
export async function returnExpired(
  ports: Ports,
  where: { offerId: string } | { network: string } | null = null,
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
        network: row.network,
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

function expiredLeases(where: { offerId: string } | { network: string } | null, now: string, limit: number) {
  if (where === null) return store.listExpired({ now, limit })
  return 'offerId' in where
    ? store.listExpiredOfOffer({ offerId: where.offerId, now, limit })
    : store.listExpiredOnNetwork({ network: where.network, now, limit })
}

/** Whether an offer's money is only waiting to come back from leases whose time is up. */
export async function canComeBack({ db, clock }: Ports, offerId: string): Promise<boolean> {
  return (await db.read(store.listExpiredOfOffer({ offerId, now: clock.now(), limit: 1 }))).length > 0
}

/** Whether others hold money of an offer that comes back if they do not finish. */
export async function mayComeFree({ db }: Pick<Ports, 'db'>, offerId: string): Promise<boolean> {
  return (await db.read(store.listExpiredOfOffer({ offerId, now: '9999', limit: 1 }))).length > 0
}

/** Why a lease could not be had now, as far as a read can tell, or null: what has expired counts as free. */
export async function whyNoLease(ports: Ports, offer: Offer, network: string): Promise<'budget' | 'network' | null> {
  const { db, clock, settings } = ports
  const balance = await first(db, balanceOf({ offerId: offer.id }))
  const isThere = balance !== undefined && balance.available >= grossOf(offer)
  if (!isThere && !(await canComeBack(ports, offer.id))) return 'budget'
  const held = (await first(db, networkByKey({ network })))?.open_leases ?? 0
  if (held < settings.leasesPerNetwork) return null
  return (await db.read(store.listExpiredOnNetwork({ network, now: clock.now(), limit: 1 }))).length === 0
    ? 'network'
    : null
}

/** What is left after so many rounds waits for the next sweep: a Worker may ask its database only so often a run. */
const roundsOfASweep = 8
const twoDaysMs = 2 * 24 * 3_600_000

/** The periodic work on leases: expired ones go back, networks that hold none are forgotten. */
export async function sweepLeases(ports: Ports): Promise<number> {
  let returned = 0
  for (let rounds = 0; rounds < roundsOfASweep; rounds++) {
    const round = await returnExpired(ports, null)
    returned += round.returned
    if (round.listed < fewAtOnce) break
  }
  const before = new Date(Date.parse(ports.clock.now()) - twoDaysMs).toISOString()
  await ports.db.together(forgetNetworks({ before }))
  return returned
}
