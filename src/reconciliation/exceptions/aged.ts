/** Exceptions with their ages in working days, by the calendar as it stands. */
import { dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { slugs } from '../../rewards/batches/show-batch.tsx'
import { calendarId, workingDaysBetween } from '../../rewards/calendar/calendar.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { isStopping } from './actions.ts'
import type { Exception } from './store.ts'

/** An exception with its age in working days; null where the calendar does not reach. */
export type Aged = Exception & { age: number | null; study: string | null; isStopping: boolean }

export async function aged(ports: Ports, exceptions: readonly Exception[]): Promise<Aged[]> {
  const now = ports.clock.now()
  const calendar = await loadCalendar(ports.db, calendarId, now)
  const studies = await slugs(ports)
  const today = dayOf(calendar.zone, now)
  return Promise.all(
    exceptions.map(async (one) => ({
      ...one,
      age: workingDaysBetween(calendar, one.day ?? dayOf(calendar.zone, one.openedAt), today),
      study: one.studyId === null ? null : (studies.get(one.studyId) ?? null),
      isStopping: await isStopping(ports, one),
    })),
  )
}
