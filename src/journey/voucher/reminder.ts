import { type Calendar, dayOf, mayStart, startOf } from '../../rewards/calendar/calendar.ts'

const hourMs = 3_600_000
/** A bill lives so long, in hours. */
const billHours = 24

/**
 * When to remind somebody to receive their money: at ten in the morning of the first day on which they can, or of
 * tomorrow; within the hour when tomorrow is too late. Instants in ISO 8601, UTC.
 * @param from the first day on which it can be received; null when that is now
 */
export function reminderAt(calendar: Calendar, now: string, from: string | null): string {
  const after = (iso: string, hours: number) => new Date(Date.parse(iso) + hours * hourMs).toISOString()
  if (from !== null) return after(startOf(calendar.zone, from), 10)
  const tomorrow = after(startOf(calendar.zone, dayOf(calendar.zone, after(now, 24))), 10)
  return 'refused' in mayStart(calendar, tomorrow, billHours) ? after(now, 1) : tomorrow
}
