/** The day on which a bank is asked to pay. */
import type { Database } from '../../platform/db/together.ts'
import { dayAfter } from '../../platform/time/zone.ts'
import { bankCalendars, type Calendar } from './calendar.ts'
import { readCalendar } from './store.ts'

/** The calendar of the banks that clear a currency; null where that is the calendar that money goes out by. */
export async function readBankCalendar(db: Database, currency: string): Promise<Calendar | null> {
  const id = bankCalendars[currency]
  return id === undefined ? null : readCalendar(db, id)
}

/**
 * The first day from `from` on (`2026-11-29`) on which our calendar is open and banks work: by their own calendar in the
 * years that it has, else by ours.
 * @returns null when it would lie in a year that our calendar does not have
 */
export function executionDay(calendar: Calendar, banks: Calendar | null, from: string): string | null {
  for (let day = from; ; day = dayAfter(day)) {
    const known = calendar.day(day)
    if (known === undefined) return null
    const atBanks = banks?.day(day) ?? known
    if (known.kind !== 'closed' && atBanks.kind === 'working') return day
  }
}
