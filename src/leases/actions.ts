import { first, type Write } from '../db/together.ts'
import { balanceOf, type Transfer, transfer } from '../ledger/ledger.ts'
import type { Ports } from '../ports.ts'
import type { Offer } from '../studies/study.ts'
import { derive } from '../web/codes.ts'
import { networkOf } from './network.ts'
import * as store from './store.ts'

/** A respondent's lease as it was read. */
export interface Lease {
  n: number
  state: 'open' | 'returned' | 'used'
  offerId: string
  /** Minor units of the leased offer. */
  amountMinor: number
  network: string
  /** ISO 8601 in UTC. */
  expiresAt: string
}

/** When a lease that shows progress now would run out. */
export function leaseEnd(ports: Pick<Ports, 'settings'>, now: string): string {
  return new Date(Date.parse(now) + ports.settings.leaseMinutes * 60_000).toISOString()
}

/** The caller's network as it is kept: a keyed hash salted with the day, so that it names nobody the day after. */
export function networkKey(ports: Pick<Ports, 'keys'>, address: string, now: string): Promise<string> {
  return derive(ports.keys.codes.newest, `network ${now.slice(0, 10)}`, networkOf(address), 26)
}

function step(
  respondentId: string,
  offerId: string,
  at: string,
  before: Pick<Lease, 'n' | 'state'> | null,
  state: Lease['state'],
): Write {
  return store.addLeaseStep({
    respondentId,
    n: (before?.n ?? 0) + 1,
    state,
    nBefore: before?.n ?? null,
    stateBefore: (before?.state ?? null) as 'open' | 'returned' | null,
    move: `${before?.state ?? ''}>${state}`,
    offerId,
    at,
  })
}

/**
 * Describes taking a lease on an offer, giving an open one on another offer back first. The rows come before the
 * money; `money` belongs at the end of the `together`.
 */
export function takeLease(
  ports: Pick<Ports, 'ids' | 'settings'>,
  respondentId: string,
  lease: Lease | null,
  offer: Offer,
  network: string,
  at: string,
): { rows: Write[]; money: Transfer[] } {
  const rows: Write[] = []
  const money: Transfer[] = []
  let before: Pick<Lease, 'n' | 'state'> | null = lease
  if (lease?.state === 'open') {
    rows.push(step(respondentId, lease.offerId, at, lease, 'returned'), store.leaveNetwork({ network: lease.network }))
    money.push(toAvailable(ports, lease, at))
    before = { n: lease.n + 1, state: 'returned' }
  }
  const n = (before?.n ?? 0) + 1
  rows.push(
    step(respondentId, offer.id, at, before, 'open'),
    store.placeLease({ respondentId, n, state: 'open', offerId: offer.id, network, expiresAt: leaseEnd(ports, at) }),
    store.enterNetwork({ network, cap: ports.settings.leasesPerNetwork, at }),
  )
  money.push({
    id: ports.ids.next('t'),
    offerId: offer.id,
    debit: 'available',
    credit: 'reserved',
    amountMinor: offer.amountMinor,
    at,
  })
  return { rows, money }
}

function toAvailable(ports: Pick<Ports, 'ids'>, lease: Pick<Lease, 'offerId' | 'amountMinor'>, at: string): Transfer {
  return {
    id: ports.ids.next('t'),
    offerId: lease.offerId,
    debit: 'reserved',
    credit: 'available',
    amountMinor: lease.amountMinor,
    at,
  }
}

/** Describes ending an open lease: `used` leaves its money reserved for the voucher, `returned` makes it available. */
export function endLease(
  ports: Pick<Ports, 'ids'>,
  respondentId: string,
  lease: Lease,
  state: 'used' | 'returned',
  at: string,
): { rows: Write[]; money: Transfer[] } {
  const { offerId, network, expiresAt } = lease
  return {
    rows: [
      step(respondentId, offerId, at, lease, state),
      store.placeLease({ respondentId, n: lease.n + 1, state, offerId, network, expiresAt }),
      store.leaveNetwork({ network }),
    ],
    money: state === 'returned' ? [toAvailable(ports, lease, at)] : [],
  }
}

/**
 * Gives back the money of leases whose time is up: by the sweep, and before someone is told that none is left. Two at
 * once are harmless, since each lease can be returned once; when this answers, somebody has returned every one of them.
 * @param where only those of an offer or on a network
 * @returns how many this call returned
 */
export async function returnExpired(
  ports: Ports,
  where: { offerId: string } | { network: string } | null = null,
  limit = 200,
): Promise<number> {
  const { db, clock } = ports
  const at = clock.now()
  const listed = await db.read(expiredLeases(where, at, limit))
  const outcomes = await Promise.all(
    listed.map((row) => {
      const lease: Lease = {
        n: row.n,
        state: 'open',
        offerId: row.offer_id,
        amountMinor: row.amount_minor,
        network: row.network,
        expiresAt: row.expires_at,
      }
      const { rows, money } = endLease(ports, row.respondent_id, lease, 'returned', at)
      return db.together(...rows, ...transfer(...money))
    }),
  )
  return outcomes.filter((outcome) => outcome.done).length
}

function expiredLeases(where: { offerId: string } | { network: string } | null, now: string, limit: number) {
  if (where === null) return store.listExpired({ now, limit })
  return 'offerId' in where
    ? store.listExpiredOfOffer({ offerId: where.offerId, now, limit })
    : store.listExpiredOnNetwork({ network: where.network, now, limit })
}

/** Why a lease could not be had now, as far as a read can tell, or null: what has expired counts as free. */
export async function whyNoLease(ports: Ports, offer: Offer, network: string): Promise<'budget' | 'network' | null> {
  const { db, clock, settings } = ports
  const now = clock.now()
  const balance = await first(db, balanceOf({ offerId: offer.id }))
  if (balance === undefined || balance.available < offer.amountMinor) {
    if ((await db.read(store.listExpiredOfOffer({ offerId: offer.id, now, limit: 1 }))).length === 0) return 'budget'
  }
  const held = (await first(db, store.networkByKey({ network })))?.open_leases ?? 0
  if (held < settings.leasesPerNetwork) return null
  return (await db.read(store.listExpiredOnNetwork({ network, now, limit: 1 }))).length === 0 ? 'network' : null
}

const twoDaysMs = 2 * 24 * 3_600_000

/** The periodic work on leases: expired ones go back, networks that hold none are forgotten. */
export async function sweepLeases(ports: Ports): Promise<number> {
  const returned = await returnExpired(ports)
  const before = new Date(Date.parse(ports.clock.now()) - twoDaysMs).toISOString()
  await ports.db.together(store.forgetNetworks({ before }))
  return returned
}
