/** Responses as the review desk shows them: what may be done, by when, and what the checks found. */
import type { Database } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { type Calendar, promise } from '../../rewards/calendar/calendar.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { listTerms } from '../../rewards/offers/store.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { may } from '../../staff/permissions/may.ts'
import type { ShownResponse } from './card.tsx'
import { flagsOf } from './desk/flags.ts'
import { reviewWorkingDays } from './queue.ts'
import { reviewStateOf, waysOf } from './reviews.ts'
import type { Reviewed } from './reviews-store.ts'

/** Each as `staff` may see it now. */
export async function showAll(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  staff: Staff,
  responses: readonly Reviewed[],
): Promise<ShownResponse[]> {
  const now = clock.now()
  const flags = await flagsOf(db, [...new Set(responses.map(({ ref }) => ref))])
  const calendars = await calendarsOf(db, responses, now)
  return responses.map((response) => {
    const { ref, study, studyId, day, reason, n, actsAt } = response
    const state = reviewStateOf(response)
    const ways = may(staff, 'reviews.decide', studyId) ? waysOf(response, now) : []
    const due = dueOf(response, calendars.get(studyId))
    return {
      ...{ ref, study, day, state, ways, reason, n, due, flags: flags.get(ref) ?? [] },
      undoUntil: ways.includes('undo') ? actsAt : null,
      isLate: due !== null && due < now.slice(0, 10),
    }
  })
}

function dueOf({ judged, since, dueDay }: Reviewed, calendar: Calendar | undefined): string | null {
  if (judged === 'objected') return dueDay
  if (judged !== 'held' || calendar === undefined) return null
  return promise(calendar, `${since}T00:00:00.000Z`, reviewWorkingDays)?.day ?? null
}

/** The calendar of each study whose responses wait. */
async function calendarsOf(db: Database, responses: readonly Reviewed[], now: string): Promise<Map<string, Calendar>> {
  const waiting = new Set(responses.filter(({ judged }) => judged === 'held').map(({ studyId }) => studyId))
  if (waiting.size === 0) return new Map()
  const terms = (await listTerms(db, now)).filter(({ id }) => waiting.has(id))
  const calendars = terms.map(async ({ id, settings }) => [id, await loadCalendar(db, settings.calendar, now)] as const)
  return new Map(await Promise.all(calendars))
}
