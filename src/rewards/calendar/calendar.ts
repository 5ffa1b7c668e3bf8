/**
 * Which days are open, and what that means for sending money and for promising it. All of it is decided from published
 * days: a year that is not published is not known, and nothing here guesses it.
 */
import type { DayKind } from '../../../schema/tables.ts'
import { dayAfter, dayOf, startOf } from '../../platform/time/zone.ts'

export { dayOf, startOf } from '../../platform/time/zone.ts'

/** The calendar that money goes out by. */
export const calendarId = 'cn'

/** By currency (ISO 4217), the calendar of the banks that clear it, where it is another than the one money goes out by. */
export const bankCalendars: Readonly<Record<string, string>> = { HKD: 'hk', MOP: 'mo' }

/** All calendars, as pages list them. */
export const calendarIds = [calendarId, ...Object.values(bankCalendars)]

/** The calendars that payments of a currency go by: the one that all money goes out by, and that of the banks that clear it. */
export function calendarsOf(currency: string): { sends: string; banks: string | null } {
  return { sends: calendarId, banks: bankCalendars[currency] ?? null }
}

export interface Day {
  /** `2026-02-14`. */
  day: string
  /** The row of the day that counts: the newest. */
  n: number
  kind: DayKind
  /** Open, but with a notice and longer promises. */
  slow: boolean
}

export interface Calendar {
  id: string
  /** IANA time zone in which its days begin and end. */
  zone: string
  /** Undefined: the year of that day is not published. */
  day(day: string): Day | undefined
  /** The published years, in order. */
  years: readonly number[]
}

export type NotNow = {
  refused: 'closed' | 'would_settle_in_closure' | 'not_published'
  /** The first later day on which it may start; null when the calendar does not reach that far. */
  opensOn: string | null
}

/**
 * Whether a payment instruction may go out at `now` (ISO 8601, UTC) that its provider may settle up to so many hours
 * later: every day from now until then has to be published and open. The answer carries the rows that say so.
 */
export function mayStart(
  calendar: Calendar,
  now: string,
  settlesWithinHours: number,
): { day: Day; settlesDay: Day } | NotNow {
  const found = settlingDays(calendar, now, settlesWithinHours)
  if (!('at' in found)) return found
  if (found.why === 'not_published') return { refused: 'not_published', opensOn: null }
  const refused = found.at === dayOf(calendar.zone, now) ? 'closed' : 'would_settle_in_closure'
  return { refused, opensOn: startsOn(calendar, found.at, settlesWithinHours) }
}

type SettlingDays = { day: Day; settlesDay: Day } | { at: string; why: 'closed' | 'not_published' }

/** The first and the last day of the stretch, or the first day in it that stands in the way. */
function settlingDays(calendar: Calendar, now: string, hours: number): SettlingDays {
  const from = dayOf(calendar.zone, now)
  const to = dayOf(calendar.zone, hoursAfter(now, hours))
  let first: Day | undefined
  for (let at = from; ; at = dayAfter(at)) {
    const day = calendar.day(at)
    if (day === undefined) return { at, why: 'not_published' }
    if (day.kind === 'closed') return { at, why: 'closed' }
    first ??= day
    if (at >= to) return { day: first, settlesDay: day }
  }
}

/** The first day after `closed` at whose beginning one may start. */
function startsOn(calendar: Calendar, closed: string, hours: number): string | null {
  for (let at = nextOpenDay(calendar, closed); at !== null; at = nextOpenDay(calendar, at)) {
    const found = settlingDays(calendar, startOf(calendar.zone, at), hours)
    if (!('at' in found)) return at
  }
  return null
}

/** Whether a closed day begins within so many hours after `now`, or it is one now. What is not published is not closed. */
export function closesWithin(calendar: Calendar, now: string, hours: number): boolean {
  const to = dayOf(calendar.zone, hoursAfter(now, hours))
  for (let at = dayOf(calendar.zone, now); at <= to; at = dayAfter(at)) {
    if (calendar.day(at)?.kind === 'closed') return true
  }
  return false
}

/** The first day after `day` that is not closed; null when the calendar does not reach that far. */
export function nextOpenDay(calendar: Calendar, day: string): string | null {
  return nextWhere(calendar, day, ({ kind }) => kind !== 'closed')?.day ?? null
}

/**
 * The day by which something is expected that takes so many working days from `now` (ISO 8601, UTC). A slow working day
 * counts half, so that what falls in slow days takes twice as long; `slow` says that some did. Null: it runs into a
 * year that is not published, so nobody can promise it.
 */
export function promise(calendar: Calendar, now: string, workingDays: number): { day: string; slow: boolean } | null {
  let at = dayOf(calendar.zone, now)
  let slow = false
  for (let halves = workingDays * 2; halves > 0; ) {
    const next = nextWhere(calendar, at, isWorking)
    if (next === undefined) return null
    at = next.day
    slow ||= next.slow
    halves -= next.slow ? 1 : 2
  }
  return { day: at, slow }
}

/**
 * How many working days lie after `from` up to and with `to`; 0 when `to` is no later. Null when one of the days between
 * is not published.
 */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number | null {
  let count = 0
  for (let at = dayAfter(from); at <= to; at = dayAfter(at)) {
    const day = calendar.day(at)
    if (day === undefined) return null
    if (isWorking(day)) count++
  }
  return count
}

function isWorking({ kind }: Day): boolean {
  return kind === 'working'
}

/** The first day after `day` of which that is true; undefined when one that is not published comes before it. */
function nextWhere(calendar: Calendar, day: string, isIt: (day: Day) => boolean): Day | undefined {
  for (let at = dayAfter(day); ; at = dayAfter(at)) {
    const known = calendar.day(at)
    if (known === undefined || isIt(known)) return known
  }
}

function hoursAfter(iso: string, hours: number): string {
  return new Date(Date.parse(iso) + hours * 3_600_000).toISOString()
}
