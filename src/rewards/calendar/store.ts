/** The published days of calendars, and reading a calendar from them. */
import type { DayKind } from '../../../schema/tables.ts'
import { remembering } from '../../platform/db/remembered.ts'
import { type Database, first, prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'
import type { Calendar, Day } from './calendar.ts'

const calendarById = prepareQuery((p: { id: string }) =>
  sql.selectFrom('calendars').select(['id', 'zone']).where('id', '=', p.id),
)

/** Every row of a day, oldest first, so that the newest is met last. */
const daysOfCalendar = prepareQuery<{ id: string }, { day: string; n: number; kind: DayKind; slow: number }>((p) =>
  sql
    .selectFrom('calendar_days')
    .select(['day', 'n', 'kind', 'slow'])
    .where('calendar_id', '=', p.id)
    .orderBy('day')
    .orderBy('n'),
)

const publishedYears = prepareQuery((p: { id: string }) =>
  sql.selectFrom('calendar_years').select('year').where('calendar_id', '=', p.id).orderBy('year'),
)

/** The published years, with where each comes from and who published it; the names are null for what was shipped. */
export const yearsOfCalendar = prepareQuery((p: { id: string }) =>
  sql
    .selectFrom('calendar_years')
    .leftJoin('decisions', 'decisions.proposal_id', 'calendar_years.proposal_id')
    .leftJoin('staff as proposer', 'proposer.id', 'decisions.proposed_by')
    .leftJoin('staff as decider', 'decider.id', 'decisions.decided_by')
    .select([
      'calendar_years.year',
      'calendar_years.source',
      'proposer.name as proposedBy',
      'decider.name as decidedBy',
    ])
    .where('calendar_years.calendar_id', '=', p.id)
    .orderBy('calendar_years.year'),
)

/** Every row of the days of one year, in order: what each was from then on, and where that is announced, or why. */
export const rowsOfYear = prepareQuery((p: { id: string; year: number }) =>
  sql
    .selectFrom('calendar_days')
    .select(['day', 'n', 'kind', 'slow', 'source'])
    .where('calendar_id', '=', p.id)
    .where('year', '=', p.year)
    .orderBy('day')
    .orderBy('n'),
)

const calendars = remembering(readCalendar)

/**
 * The calendar, with the newest row of each day, as it stood at most five seconds before `now`.
 * @throws Error when there is none with that id
 */
export async function loadCalendar(db: Database, id: string, now: string): Promise<Calendar> {
  return (await calendars.find(db, id, now)) ?? readCalendar(db, id)
}

/** Called when a day was changed, so that the next reader in this process sees it at once; others do in five seconds. */
export function forgetCalendars(db: Database): void {
  calendars.forget(db)
}

/**
 * The calendar as it stands, read afresh: for whoever is about to change it.
 * @throws Error when there is none with that id
 */
export async function readCalendar(db: Database, id: string): Promise<Calendar> {
  const row = await first(db, calendarById({ id }))
  if (row === undefined) throw new Error(`There is no calendar ${id}.`)
  const days = new Map<string, Day>()
  for (const { day, n, kind, slow } of await db.read(daysOfCalendar({ id }))) {
    days.set(day, { day, n, kind, slow: slow === 1 })
  }
  const years = (await db.read(publishedYears({ id }))).map(({ year }) => year)
  return { id: row.id, zone: row.zone, years, day: (day) => days.get(day) }
}
