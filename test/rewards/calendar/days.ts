/** Calendars for tests, made of a few words. */
import type { DayKind } from '../../../schema/tables.ts'
import type { Calendar, Day } from '../../../src/rewards/calendar/calendar.ts'
import { editedDays } from '../../../src/rewards/calendar/edit.ts'

/** Published years with weekdays working, weekends at rest, and these days otherwise. */
export function calendarOf(
  years: readonly number[],
  otherwise: Record<string, DayKind> = {},
  slow: [string, string][] = [],
): Calendar {
  const days = new Map<string, Day>()
  for (const year of years) {
    for (const day of editedDays({ calendar: 'test', year, closed: [], working: [], slow })) {
      days.set(day.day, { ...day, n: 1, kind: otherwise[day.day] ?? day.kind })
    }
  }
  return { id: 'test', zone: 'Asia/Shanghai', years, day: (day) => days.get(day) }
}
