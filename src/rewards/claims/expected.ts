/** By when the money is promised: a day where one can be kept, otherwise how long it usually takes, or why nobody knows. */
import { type Calendar, dayOf, promise } from '../calendar/calendar.ts'

export type PaymentEstimate =
  | { by: string }
  | { ifYou: string }
  | { late: string }
  | { unknownYear: number }
  /** Working days that it usually takes, or that it has taken longer than; no day is named. */
  | { usualDays: number }
  | { overDays: number }

/** Working days from the claim (or from the end of the wait) until the money is promised, and until each step on the way. */
export const promisedDays = { check: 5, batch: 2, approval: 3, sending: 4, money: 5 }

/** What the money waits for: its holder's claim, maybe a person who looks at it, us alone, or what has no day. */
export type Waits = 'a claim' | 'a person' | 'us' | 'nobody'

/**
 * When the money is expected; null where no day can be said and none is missed.
 * @param now ISO 8601 in UTC
 * @param since from when the promise counts, likewise
 * @param today the day of `now` where payments are made
 */
export function expectedDay(
  waits: Waits,
  calendar: Calendar,
  now: string,
  since: string,
  today: string,
): PaymentEstimate | null {
  if (waits === 'nobody') return null
  const from = waits === 'a claim' ? now : since
  const day = promise(calendar, from, promisedDays.money)?.day
  if (day === undefined) return { unknownYear: unpublishedYear(calendar, from) }
  if (waits === 'a claim') return { ifYou: day }
  if (waits === 'a person') return day < today ? { overDays: promisedDays.money } : { usualDays: promisedDays.money }
  return day < today ? { late: day } : { by: day }
}

/** The first year from then on whose days nobody has published. */
function unpublishedYear(calendar: Calendar, from: string): number {
  let year = Number(dayOf(calendar.zone, from).slice(0, 4))
  while (calendar.years.includes(year)) year += 1
  return year
}
