/** Clocks of any zone of the IANA database, which change twice a year in many: what a person types as a time of day. */
import { isDay } from './day.ts'
import { dayMs } from './zone.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, made)
  return made
}

/** Whether it names a zone by region and place, such as `Europe/Berlin`, or is `UTC`. An offset, `+08:00`, is none. */
export function isZone(name: string): boolean {
  if (!/^(UTC|[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2})$/.test(name)) return false
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

function secondsThere(zone: string, ms: number): string {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  )
  const [year = '', month, day, hour, minute, second] = (
    ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  ).map((part) => parts.get(part))
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}`
}

/** By how much clocks there are ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, ms: number): number {
  return Date.parse(`${secondsThere(zone, ms)}Z`) - ms
}

/**
 * Whether it is a day that clocks are asked about, of the years 1900 to 2999. From the year 10000 on, which days that are
 * added must not reach either, instants are no longer in the order of their texts.
 */
export function isClockDay(day: string): boolean {
  return isDay(day) && day >= '1900' && day < '3000'
}

/**
 * The instant (ISO 8601, UTC) at which a clock there shows `2026-02-14T09:00`; of two, when clocks are put back, the first.
 * @returns null for what is no time, and for one that no clock there shows, because it is skipped when clocks are put on
 * @throws RangeError for what is no zone
 */
export function instantOf(zone: string, local: string): string | null {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(local) ?? []
  if (!isClockDay(day)) return null
  const wanted = `${day}T${time}:00`
  const asUtc = Date.parse(`${wanted}Z`)
  // What the clocks were off by a day before and a day later: between them lies every change that may matter.
  const tries = [asUtc - dayMs, asUtc + dayMs].map((ms) => asUtc - offsetAt(zone, ms))
  const found = tries.filter((ms) => secondsThere(zone, ms) === wanted)
  return found.length === 0 ? null : new Date(Math.min(...found)).toISOString()
}

/**
 * What a clock there shows at an instant (ISO 8601), to the minute: `2026-02-14T09:00`.
 * @throws RangeError for what is no zone or no instant
 */
export function wallClock(zone: string, iso: string): string {
  return secondsThere(zone, Date.parse(iso)).slice(0, 16)
}

/**
 * The day there at an instant (ISO 8601): `2026-02-14`.
 * @throws RangeError for what is no zone or no instant
 */
export function dayThere(zone: string, iso: string): string {
  return wallClock(zone, iso).slice(0, 10)
}

/**
 * The instant (ISO 8601, UTC) at which a day begins there: midnight, or what comes after it where clocks skip it.
 * @throws RangeError for what is no zone or no day
 */
export function dayBegins(zone: string, day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  return instantOf(zone, `${day}T00:00`) ?? new Date(midnight - offsetAt(zone, midnight - dayMs)).toISOString()
}
