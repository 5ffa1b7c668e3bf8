/** How long whoever is held waits for a person: five working days, or longer when the queue is. */
import { remembering } from '../../platform/db/remembered.ts'
import { type Database, first } from '../../platform/db/together.ts'
import { dayLater } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { dayOf, workingDaysBetween } from '../../rewards/calendar/calendar.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { type QueueCounts, queueCounts } from './store.ts'

/** A person decides within so many working days, as long as the queue is no longer. */
export const reviewWorkingDays = 5
/** How many days back it is counted how much people decide. */
const lookBackDays = 14

/**
 * Within how many working days a response that is held now is decided, as far as the last two weeks tell: what waits, at the
 * pace at which people decide; never less than five, and never less than the longest wait so far.
 * @param waited working days that the oldest has waited
 * @param passed working days of those two weeks
 */
function queueDays({ waiting, decided }: QueueCounts, waited: number, passed: number): number {
  // Where nobody has decided yet, nothing is known of their pace but how long the oldest has waited.
  const pace = passed === 0 ? 0 : decided / passed
  const days = pace === 0 ? 0 : Math.ceil((waiting + 1) / pace)
  return Math.max(reviewWorkingDays, days, waiting === 0 ? 0 : waited)
}

const known = remembering(async (db: Database, name: string) => {
  const [studyId = '', calendarId = '', day = ''] = name.split(' ')
  const now = `${day}T12:00:00.000Z`
  const calendar = await loadCalendar(db, calendarId, now)
  const today = dayOf(calendar.zone, now)
  const since = dayLater(day, -lookBackDays)
  const row = await first(db, queueCounts(studyId, since))
  if (row === undefined) return reviewWorkingDays
  const waited = row.oldest === null ? 0 : (workingDaysBetween(calendar, dayOf(calendar.zone, row.oldest), today) ?? 0)
  return queueDays(row, waited, workingDaysBetween(calendar, since, today) ?? 0)
})

/** The same for a study, as it stood at most some seconds ago; `isLong` when it has to be said before somebody starts. */
export async function queueOf(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  study: { id: string; settings: { calendar: string } },
): Promise<{ workingDays: number; isLong: boolean }> {
  const now = clock.now()
  const name = `${study.id} ${study.settings.calendar} ${now.slice(0, 10)}`
  const workingDays = (await known.find(db, name, now)) ?? reviewWorkingDays
  return { workingDays, isLong: workingDays > reviewWorkingDays }
}
