/** True movements of an account, from which files of any format are made. For trying things out: nothing is real. */
import { dayMs, dayOf } from '../../src/platform/time/zone.ts'
import type { Direction, MovementKind } from '../../src/reconciliation/formats/statement.ts'

export interface Movement {
  /** The provider's own number of the movement. */
  id: string
  /** The provider's id of the payment. */
  providerId: string
  /** Ours; null for what nobody instructed. */
  reference: string | null
  /** ISO 8601 in UTC. */
  at: string
  direction: Direction
  amountMinor: number
  currency: string
  kind: MovementKind
  /** The provider's word for it, where it is not the usual one. */
  rawType?: string
  account?: string
  /** camt: what is booked as one entry. */
  batch?: string
}

/** A random sequence that a seed gives again (mulberry32): numbers from 0 to below 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

const zone = 'Asia/Shanghai'

/** The booking day of a movement. */
export function dayOfMovement({ at }: Movement): string {
  return dayOf(zone, at)
}

/**
 * `count` payments (and now and then a fill-up) between 09:00 and 21:00 local, over `days` days from `firstDay`.
 * @param prefix tells the references of one call from those of another
 */
export function paymentsFrom(
  seed: number,
  count: number,
  { firstDay = '2026-02-24', days = 1, currency = 'CNY', prefix = 'HT' } = {},
): Movement[] {
  const random = randomFrom(seed)
  const start = Date.parse(`${firstDay}T09:00:00.000+08:00`)
  return Array.from({ length: count }, (_, i) => {
    const day = Math.floor((i * days) / count)
    const within = (((i * days) % count) / count) * 12 * 3600
    const at = new Date(start + day * dayMs + Math.floor(within) * 1000).toISOString()
    const number = String(i + 1).padStart(8, '0')
    const isTopup = random() < 0.01
    const amountMinor = isTopup ? 100_000 + Math.floor(random() * 1_000_000) : 1 + Math.floor(random() * 20_000)
    return {
      id: `19000092312026${number}`,
      providerId: `1030000071${number}`,
      reference: isTopup ? null : `${prefix}${number}`,
      at,
      direction: isTopup ? 'credit' : 'debit',
      amountMinor,
      currency,
      kind: isTopup ? 'topup' : 'payment',
      account: `payee-${i % 977}@example.com`,
    }
  })
}
