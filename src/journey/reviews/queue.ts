/** How long whoever is held waits for a person: five working days, or longer when the queue is. */
import { remembering } from '../../platform/db/remembered.ts'
import { type Database, first } from '../../platform/db/together.ts'
import { dayLater } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { dayOf, promise, workingDaysBetween } from '../../rewards/calendar/calendar.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { heldSince } from '../../rewards/vouchers/reviews-store.ts'
import { endedWaits, type QueueCounts, queueCounts } from './overview-store.ts'

/** A person decides within so many working days, as long as the queue is no longer. */
const reviewWorkingDays = 5
/** How many days back it is counted how much people decide. */
const lookBackDays = 14

/**
 * Within how many working days a response that is held now is decided, as far as the last two weeks tell: what waits, at the
 * pace at which people decide; never less than five, and never less than the longest wait so far.
 * @param waited working days that the oldest has waited
 * @param worked working days of those two weeks on which something waited
 */
function queueDays({ stillWaiting, waitedThen, decided }: QueueCounts, waited: number, worked: number): number {
  const waiting = stillWaiting + waitedThen
  // Where nobody has decided yet, nothing is known of their pace but how long the oldest has waited.
  const pace = worked === 0 ? 0 : decided / worked
  const days = pace === 0 ? 0 : Math.ceil((waiting + 1) / pace)
  return Math.max(reviewWorkingDays, days, waiting === 0 ? 0 : waited)
}

/** `day` (UTC) at noon as `now`; `before`: the moment whose queue it is, where it is past. */
async function daysOn(db: Database, studyId: string, calendarId: string, day: string, before?: string) {
  const now = `${day}T12:00:00.000Z`
  const calendar = await loadCalendar(db, calendarId, now)
  const today = dayOf(calendar.zone, now)
  const since = dayLater(day, -lookBackDays)
  const row = await first(db, queueCounts(studyId, since, before))
  if (row === undefined) return reviewWorkingDays
  const [oldest] = [row.oldestStill, row.oldestThen].filter((at) => at !== null).toSorted()
  const waited = oldest === undefined ? 0 : (workingDaysBetween(calendar, dayOf(calendar.zone, oldest), today) ?? 0)
  const from = [since, dayOf(calendar.zone, row.opensAt)].toSorted().at(-1) ?? since
  const passed = workingDaysBetween(calendar, from, today) ?? 0
  if (row.decided === 0 || row.decided >= passed) return queueDays(row, waited, passed)
  // On a day on which nothing waited nobody could decide. Each wait counts its own days, though it was not the only one: so
  // that these are never too few, and no pace is too good.
  const daysOf = (start: string, end: string) => (workingDaysBetween(calendar, start, end) ?? passed) + 1
  let worked = oldest === undefined ? 0 : waited + 1
  for (const { heldAt, endedAt } of await db.read(endedWaits(studyId, since, before, passed))) {
    const [held = from, ended = today] = [heldAt, endedAt].map((at) => dayOf(calendar.zone, at))
    worked += daysOf([held, from].toSorted().at(-1) ?? from, ended)
  }
  return queueDays(row, waited, Math.min(passed, worked))
}

const known = remembering((db: Database, name: string) => {
  const [studyId = '', calendarId = '', day = ''] = name.split(' ')
  return daysOn(db, studyId, calendarId, day)
})

const knownThen = remembering((db: Database, name: string) => {
  const [studyId = '', calendarId = '', day = ''] = name.split(' ')
  return daysOn(db, studyId, calendarId, day, `${day}T00:00:00.000Z`)
})

type Queued = { id: string; settings: { calendar: string } }

/** The same for a study, as it stood at most some seconds ago; `isLong` when it has to be said before somebody starts. */
export async function queueOf(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  study: Queued,
): Promise<{ workingDays: number; isLong: boolean }> {
  const now = clock.now()
  const name = `${study.id} ${study.settings.calendar} ${now.slice(0, 10)}`
  const workingDays = (await known.find(db, name, now)) ?? reviewWorkingDays
  return { workingDays, isLong: workingDays > reviewWorkingDays }
}

/**
 * What was promised to whoever was held on that day (UTC): it is counted from the queue with which the day began, so that it
 * stays however the queue grows, is the same for all of a day, and tells nobody in what order they came.
 * @returns `by`: the day; null where the calendar does not reach that far yet
 */
export async function promisedOn(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  study: Queued,
  day: string,
): Promise<{ workingDays: number; by: string | null }> {
  const now = clock.now()
  const { calendar } = study.settings
  const workingDays = (await knownThen.find(db, `${study.id} ${calendar} ${day}`, now)) ?? reviewWorkingDays
  const promised = promise(await loadCalendar(db, calendar, now), `${day}T00:00:00.000Z`, workingDays)
  return { workingDays, by: promised?.day ?? null }
}

/** The same for a respondent whose response is held. */
export async function promisedTo(ports: Pick<Ports, 'db' | 'clock'>, study: Queued, respondentId: string) {
  const since = await first(ports.db, heldSince({ respondentId }))
  return promisedOn(ports, study, (since?.at ?? ports.clock.now()).slice(0, 10))
}
