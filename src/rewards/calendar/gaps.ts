/** Years that staff have to publish soon. */

import { dayAfter } from '../../platform/time/zone.ts'
import { type Calendar, dayOf } from './calendar.ts'

export interface Gap {
  /** The calendar that lacks it. */
  calendar: string
  year: number
  /** The first day that is not published. */
  from: string
  /** Days from today until then; 0 when it is today. */
  inDays: number
}

/** How far ahead a missing year is told of: time enough for two people to read an announcement. */
const gapDays = 60

/** Years that are not published although they begin, or go on, within the next 60 days. */
export function calendarGaps(calendar: Calendar, now: string): Gap[] {
  const gaps: Gap[] = []
  let at = dayOf(calendar.zone, now)
  for (let inDays = 0; inDays <= gapDays; inDays++, at = dayAfter(at)) {
    const year = Number(at.slice(0, 4))
    if (calendar.day(at) === undefined && gaps.at(-1)?.year !== year)
      gaps.push({ calendar: calendar.id, year, from: at, inDays })
  }
  return gaps
}
