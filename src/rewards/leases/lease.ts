/** A lease, and the writes that take it and end it. */
import type { Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Transfer } from '../ledger/ledger.ts'
import type { Offer } from '../offers/offer.ts'
import { grossOf } from '../offers/tax.ts'
import * as store from './store.ts'

/** A respondent's lease as it was read. */
export interface Lease {
  n: number
  state: 'open' | 'returned' | 'used'
  offerId: string
  /** What is set aside, in minor units: the offer's amount and its tax. */
  amountMinor: number
  /** When it was taken, and when it runs out: ISO 8601 in UTC. */
  openedAt: string
  expiresAt: string
}

/** However much progress is shown, nobody holds a lease for longer without taking it anew: others may be waiting. */
const longestLeaseMinutes = 180

/** When a lease that was taken then and shows progress now runs out. */
export function leaseEnd(ports: Pick<Ports, 'settings'>, now: string, openedAt: string): string {
  const quiet = Date.parse(now) + ports.settings.leaseMinutes * 60_000
  const longest = Date.parse(openedAt) + Math.max(longestLeaseMinutes, ports.settings.leaseMinutes) * 60_000
  return new Date(Math.min(quiet, longest)).toISOString()
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
 * money; `money` belongs at the end of the `together`, and `lease` is what stands there then.
 */
export function takeLease(
  ports: Pick<Ports, 'ids' | 'settings'>,
  respondentId: string,
  lease: Lease | null,
  offer: Offer,
  at: string,
): { rows: Write[]; money: Transfer[]; lease: Lease } {
  const rows: Write[] = []
  const money: Transfer[] = []
  let before: Pick<Lease, 'n' | 'state'> | null = lease
  if (lease?.state === 'open') {
    rows.push(step(respondentId, lease.offerId, at, lease, 'returned'))
    money.push(toAvailable(ports, lease, at))
    before = { n: lease.n + 1, state: 'returned' }
  }
  const taken: Lease = {
    n: (before?.n ?? 0) + 1,
    state: 'open',
    offerId: offer.id,
    amountMinor: grossOf(offer),
    openedAt: at,
    expiresAt: leaseEnd(ports, at, at),
  }
  rows.push(step(respondentId, offer.id, at, before, 'open'), store.placeLease({ respondentId, ...taken }))
  money.push({
    id: ports.ids.next('t'),
    offerId: offer.id,
    debit: 'available',
    credit: 'reserved',
    amountMinor: grossOf(offer),
    at,
  })
  return { rows, money, lease: taken }
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
  return {
    rows: [
      step(respondentId, lease.offerId, at, lease, state),
      store.placeEnd({ respondentId, n: lease.n + 1, state }),
    ],
    money: state === 'returned' ? [toAvailable(ports, lease, at)] : [],
  }
}
