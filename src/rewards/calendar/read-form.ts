/** Reads the forms that change the calendar. */

import type { CalendarMessages } from '../../../messages/generated/calendar.ts'
import { field, type Posted } from '../../platform/http/form.ts'
import { isDay } from '../../platform/time/day.ts'
import { longestReason } from '../../staff/approvals/proposal.ts'
import type { DayEdit, YearEdit, YearFault } from './edit.ts'
import { dayKinds } from './edit.ts'
import type { EditState } from './edit-form.tsx'
import { readDays, readRanges } from './read-days.ts'
import type { YearField, YearPageProps } from './year-page.tsx'

type Faults = CalendarMessages['faults']

/** What was asked for, or null with what is wrong, by field, in words. */
export function readDayForm(
  posted: Posted,
  faults: Faults,
): EditState & { wanted: Pick<DayEdit, 'day' | 'kind' | 'slow'> | null } {
  const of = (name: string) => field(posted, name)?.trim() ?? ''
  const fill = { day: of('day'), kind: of('kind'), slow: of('slow'), reason: of('reason') }
  const errors: EditState['errors'] = {}
  if (!isDay(fill.day)) errors.day = faults.no_day
  const kind = dayKinds.find((one) => one === fill.kind)
  if (kind === undefined) errors.kind = faults.empty
  const reason = reasonFault(fill.reason, faults)
  if (reason !== null) errors.reason = reason
  const isWhole = kind !== undefined && Object.keys(errors).length === 0
  return { fill, errors, wanted: isWhole ? { day: fill.day, kind, slow: fill.slow === '1' } : null }
}

/** The year that was asked for, or null with what is wrong, by field, in words. */
export function readYearForm(
  posted: Posted,
  year: number,
  faults: Faults,
): Pick<YearPageProps, 'fill' | 'errors'> & { edit: Omit<YearEdit, 'calendar'> | null } {
  const of = (name: YearField) => field(posted, name)?.trim() ?? ''
  const fill = { closed: of('closed'), working: of('working'), slow: of('slow'), source: of('source') }
  const errors: YearPageProps['errors'] = {}
  const closed = readDays(fill.closed, year)
  const working = readDays(fill.working, year)
  const slow = readRanges(fill.slow, year)
  if ('bad' in closed) errors.closed = faults.bad({ entry: closed.bad })
  if ('bad' in working) errors.working = faults.bad({ entry: working.bad })
  if ('bad' in slow) errors.slow = faults.bad({ entry: slow.bad })
  const source = reasonFault(fill.source, faults)
  if (source !== null) errors.source = source
  if ('bad' in closed || 'bad' in working || 'bad' in slow || source !== null) return { fill, errors, edit: null }
  return { fill, errors, edit: { year, closed: closed.days, working: working.days, slow: slow.ranges } }
}

/** What stands at which field when the year itself is refused. */
export function yearErrors(refused: YearFault | 'waiting', faults: Faults): YearPageProps['errors'] {
  if (refused === 'waiting') return { closed: faults.waiting }
  if ('day' in refused) return { working: faults[refused.fault]({ day: refused.day }) }
  return { closed: faults[refused.fault] }
}

function reasonFault(reason: string, faults: Faults): string | null {
  if (reason === '') return faults.empty
  return [...reason].length > longestReason ? faults.too_long : null
}
