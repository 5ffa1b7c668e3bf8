/** Changing a calendar: proposed by one person, written when another confirms it. */
import type { Ports } from '../../ports.ts'
import { propose } from '../../staff/approvals/actions.ts'
import type { EffectOf } from '../../staff/approvals/proposal.ts'
import { insertMany } from '../tables.ts'
import {
  type DayEdit,
  type DayFault,
  dayFault,
  editedDays,
  readEdit,
  subjectOf,
  type YearEdit,
  type YearFault,
  yearFault,
} from './edit.ts'
import { readCalendar } from './store.ts'

type Proposed = { proposed: string } | { refused: 'waiting' }

/** Proposes that a day becomes of another kind, or slow. `reason` is where that is announced, or why. */
export async function proposeDay(
  ports: Ports,
  staff: { id: string },
  wanted: Pick<DayEdit, 'calendar' | 'day' | 'kind' | 'slow'>,
  reason: string,
): Promise<Proposed | { refused: DayFault }> {
  const now = ports.clock.now()
  const calendar = await readCalendar(ports.db, wanted.calendar)
  const known = calendar.day(wanted.day)
  const fault = dayFault(calendar, now, wanted)
  if (fault !== null || known === undefined) return { refused: fault ?? 'not_published' }
  const edit: DayEdit = { ...wanted, n: known.n, was: { kind: known.kind, slow: known.slow } }
  return propose(ports, staff, { kind: 'calendar', subject: subjectOf(edit), payload: edit, reason })
}

/** Proposes that a whole year is published. `source` is where its days are announced. */
export async function proposeYear(
  ports: Ports,
  staff: { id: string },
  edit: YearEdit,
  source: string,
): Promise<Proposed | { refused: YearFault }> {
  const now = ports.clock.now()
  const fault = yearFault(await readCalendar(ports.db, edit.calendar), now, edit)
  if (fault !== null) return { refused: fault }
  return propose(ports, staff, { kind: 'calendar', subject: subjectOf(edit), payload: edit, reason: source })
}

/**
 * The rows of a confirmed change. A day gets another row behind the one that was looked at, whose key lets only one
 * change follow it; a year gets its own row and all of its days. Refused with a fault's code when time has passed it.
 */
export const calendarEffect: EffectOf = async (ports, { payload, reason }, decisionId) => {
  const edit = readEdit(payload)
  const now = ports.clock.now()
  const calendar = await readCalendar(ports.db, 'day' in edit ? edit.day.calendar : edit.year.calendar)

  if ('day' in edit) {
    const fault = dayFault(calendar, now, edit.day)
    if (fault !== null) return { refused: fault }
    const { day, n, kind, slow } = edit.day
    return addDays(calendar.id, [{ day, kind, slow }], n + 1, reason, decisionId)
  }
  const fault = yearFault(calendar, now, edit.year)
  if (fault !== null) return { refused: fault.fault }
  const year = {
    calendar_id: calendar.id,
    year: edit.year.year,
    source: reason,
    proposal_id: decisionId,
    at: now,
  }
  const days = addDays(calendar.id, editedDays(edit.year), 1, 'published', decisionId)
  return [...insertMany('calendar_years', [year]), ...days]
}

function addDays(
  calendarId: string,
  days: ReturnType<typeof editedDays>,
  n: number,
  source: string,
  decisionId: string,
): ReturnType<typeof insertMany> {
  return insertMany(
    'calendar_days',
    days.map(({ day, kind, slow }) => ({
      calendar_id: calendarId,
      day,
      n,
      year: Number(day.slice(0, 4)),
      kind,
      slow: slow ? 1 : 0,
      open: kind === 'closed' ? 0 : 1,
      source,
      proposal_id: decisionId,
    })),
  )
}
