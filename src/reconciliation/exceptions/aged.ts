/** Exceptions with their ages in working days, by the calendar as it stands. */
import { dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { slugsByStudy } from '../../rewards/batches/study-slugs.ts'
import { calendarId, workingDaysBetween } from '../../rewards/calendar/calendar.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { isStopping } from './actions.ts'
import { closingsProposed, type Exception } from './store.ts'

/** An exception with its age in working days; null where the calendar does not reach. */
export type Aged = Exception & {
  age: number | null
  study: string | null
  isStopping: boolean
  /** Whether closing it is proposed, and waits for another person. */
  isProposed: boolean
}

/** Exceptions with their studies, whether closing them is proposed, and their age in working days. */
export async function aged(ports: Ports, exceptions: readonly Exception[]): Promise<Aged[]> {
  const now = ports.clock.now()
  const calendar = await loadCalendar(ports.db, calendarId, now)
  const studies = await slugsByStudy(ports)
  const ids = exceptions.map(({ id }) => id)
  const proposed = ids.length === 0 ? [] : await ports.db.read(closingsProposed(ids))
  const today = dayOf(calendar.zone, now)
  return Promise.all(
    exceptions.map(async (one) => ({
      ...one,
      age: workingDaysBetween(calendar, one.day ?? dayOf(calendar.zone, one.openedAt), today),
      study: one.studyId === null ? null : (studies.get(one.studyId) ?? null),
      isStopping: await isStopping(ports, one),
      isProposed: proposed.some(({ id }) => id === one.id),
    })),
  )
}
