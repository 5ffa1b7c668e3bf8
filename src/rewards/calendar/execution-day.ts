/** The day on which a bank is asked to pay. */
import { dayAfter, weekdayOf } from '../../platform/time/zone.ts'
import { bankHolidays } from './bank-holidays.ts'
import type { Calendar } from './calendar.ts'

/**
 * The first day from `from` on (`2026-11-29`) on which our calendar is open and banks work that clear the currency: by
 * their own holidays where those are known here (Hong Kong, Macao), else by our calendar.
 * @returns null when it would lie in a year that our calendar does not have
 */
export function executionDay(calendar: Calendar, currency: string, from: string): string | null {
  for (let day = from; ; day = dayAfter(day)) {
    const known = calendar.day(day)
    if (known === undefined) return null
    if (known.kind !== 'closed' && (worksOn(currency, day) ?? known.kind === 'working')) return day
  }
}

/** Undefined where no bank holidays of their own are known here, of that currency or for that year. */
function worksOn(currency: string, day: string): boolean | undefined {
  const holidays = bankHolidays[currency]?.[day.slice(0, 4)]
  return holidays === undefined ? undefined : weekdayOf(day) < 5 && !holidays.days.includes(day.slice(5))
}
