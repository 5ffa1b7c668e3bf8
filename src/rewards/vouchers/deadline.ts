/** Until when a voucher can be claimed: its own time and a grace, and never an end inside a closure. */

import { dayAfter } from '../../platform/time/zone.ts'
import { type Calendar, dayOf, nextOpenDay, startOf } from '../calendar/calendar.ts'
import type { RewardSettings } from '../offers/offer.ts'
import type { Voucher } from './voucher.ts'

const dayMs = 24 * 3_600_000
/** So many days before its time ends, its holder is warned. */
const warningDays = 14

export interface Deadline {
  /** Its grace lasts until then at least: ISO 8601 in UTC. */
  notBefore: string
  /** From this instant on it cannot be claimed. Null: the calendar does not reach that far, and so it does not expire yet. */
  until: string | null
  /** The last whole day on which it can be claimed, in the calendar's zone; null with `until`. */
  lastDay: string | null
}

/** When the time of a voucher ends that is issued now (ISO 8601 in UTC). */
export function expiryOf(settings: Pick<RewardSettings, 'voucherDays'>, now: string): string {
  return daysAfter(now, settings.voucherDays)
}

/**
 * When a voucher really ends: with the day on which its grace runs out. Should that day or the one after it be closed, it
 * lasts to the end of the first open day behind the closure, so that none ends while nobody is there. Null: it never does.
 */
export function deadlineOf(
  voucher: Pick<Voucher, 'expiresAt'>,
  settings: Pick<RewardSettings, 'graceDays'>,
  calendar: Calendar,
): Deadline | null {
  if (voucher.expiresAt === null) return null
  const notBefore = daysAfter(voucher.expiresAt, settings.graceDays)
  let last: string | null = dayOf(calendar.zone, notBefore)
  while (last !== null) {
    const after = dayAfter(last)
    const [day, next] = [calendar.day(last), calendar.day(after)]
    if (day === undefined || next === undefined) break
    if (day.kind !== 'closed' && next.kind !== 'closed') {
      return { notBefore, until: startOf(calendar.zone, after), lastDay: last }
    }
    last = nextOpenDay(calendar, last)
  }
  return { notBefore, until: null, lastDay: null }
}

/** Whether its deadline has passed at `now`. */
export function isPast(deadline: Deadline | null, now: string): boolean {
  return deadline !== null && deadline.until !== null && deadline.until <= now
}

/** Whether its holder is to be warned at `now` that its time ends soon, or has ended and its grace runs. */
export function endsSoon(voucher: Pick<Voucher, 'expiresAt'>, now: string): boolean {
  return voucher.expiresAt !== null && now >= daysAfter(voucher.expiresAt, -warningDays)
}

/** So many days after (or before) an instant. */
export function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * dayMs).toISOString()
}
