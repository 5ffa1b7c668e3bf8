/**
 * Days and clocks of a zone: the one place that knows its offset. The zones that calendars have here are eight hours ahead of UTC all year: Hong Kong and Macau have
 * moved no clock since 1979, the mainland none since 1991 (IANA time zone database, file asia).
 */

import { isDay } from './day.ts'

/** A day without a change of clocks, in milliseconds. */
export const dayMs = 86_400_000
const offsets: Readonly<Record<string, number>> = {
  'Asia/Shanghai': 8 * 3_600_000,
  'Asia/Hong_Kong': 8 * 3_600_000,
  'Asia/Macau': 8 * 3_600_000,
}

/** The zone of the days in our books. */
export const booksZone = 'Asia/Shanghai'

function offsetOf(zone: string): number {
  const offset = offsets[zone]
  if (offset === undefined) throw new RangeError(`The days of ${zone} are not known here.`)
  return offset
}

/** What people call a zone: `UTC+8` as elsewhere on the pages, or its name in the IANA database. */
export function zoneLabel(zone: string): string {
  return zone in offsets ? 'UTC+8' : zone
}

/**
 * What a clock in that zone shows at an instant (ISO 8601): `2026-02-14 09:00:00`.
 * @throws RangeError for another zone, or for what is no instant
 */
export function localTime(zone: string, iso: string): string {
  return new Date(Date.parse(iso) + offsetOf(zone)).toISOString().slice(0, 19).replace('T', ' ')
}

/** The day in that zone, `2026-02-14`; otherwise as `localTime`. */
export function dayOf(zone: string, iso: string): string {
  return localTime(zone, iso).slice(0, 10)
}

/**
 * The instant (ISO 8601, UTC) at which a day of that zone begins.
 * @throws RangeError for another zone, or for what is no day
 */
export function startOf(zone: string, day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - offsetOf(zone)).toISOString()
}

/**
 * The instant at which a clock of that zone shows a time of day (`HH:mm` or `HH:mm:ss`) on a day.
 * @returns null for what no clock shows
 * @throws RangeError for another zone
 */
export function instantAt(zone: string, day: string, time: string): string | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time) || !isDay(day)) return null
  return new Date(Date.parse(`${day}T${time}Z`) - offsetOf(zone)).toISOString()
}

/** The day so many days later, in any zone; earlier when `days` is below 0. */
export function dayLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** The day that follows. */
export function dayAfter(day: string): string {
  return dayLater(day, 1)
}

/** The day before. */
export function dayBefore(day: string): string {
  return dayLater(day, -1)
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7
}

/** The week of a day, from Monday to Sunday, as an ISO 8601 interval: `2026-02-09/2026-02-15`. */
export function weekOf(day: string): string {
  const monday = dayLater(day, -weekdayOf(day))
  return `${monday}/${dayLater(monday, 6)}`
}

/** Every day of a year, in order: 365 or 366. */
export function daysOfYear(year: number): string[] {
  const days: string[] = []
  const last = `${String(year).padStart(4, '0')}-12-31`
  for (let at = last.replace('12-31', '01-01'); at <= last; at = dayAfter(at)) days.push(at)
  return days
}
