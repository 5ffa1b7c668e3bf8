/** Changes of a calendar, as they are proposed: what each is made of, what is wrong with it, and the days it comes to. */
import * as z from 'zod'
import type { DayKind } from '../../../schema/tables.ts'
import { isDay } from '../../platform/time/day.ts'
import { daysOfYear, weekdayOf } from '../../platform/time/zone.ts'
import { type Calendar, dayOf } from './calendar.ts'

const dayText = z.string().refine(isDay)
export const dayKinds = ['working', 'rest', 'closed'] as const satisfies readonly DayKind[]

/** Another kind of one day. `n` is the row that it is to follow. */
const dayEdit = z.object({
  calendar: z.string(),
  day: dayText,
  n: z.number().int(),
  was: z.object({ kind: z.enum(dayKinds), slow: z.boolean() }),
  kind: z.enum(dayKinds),
  slow: z.boolean(),
})

/** A whole year: weekdays work and weekends rest, but for the days named. */
const yearEdit = z.object({
  calendar: z.string(),
  year: z.number().int(),
  closed: z.array(dayText),
  working: z.array(dayText),
  slow: z.array(z.tuple([dayText, dayText])),
})

export type DayEdit = z.output<typeof dayEdit>
export type YearEdit = z.output<typeof yearEdit>

/**
 * The payload of a proposal of kind `calendar`.
 * @throws ZodError when it is none
 */
export function readEdit(payload: string): { day: DayEdit } | { year: YearEdit } {
  const json: unknown = JSON.parse(payload)
  const day = dayEdit.safeParse(json)
  return day.success ? { day: day.data } : { year: yearEdit.parse(json) }
}

/** What a proposal about it is filed under: of each, one may wait. */
export function subjectOf(edit: DayEdit | YearEdit): string {
  return `${edit.calendar}:${'day' in edit ? edit.day : edit.year}`
}

export type DayFault = 'not_published' | 'past' | 'same'

/** Why a day cannot be changed to that, or null. What is past stays as it was when money moved by it. */
export function dayFault(
  calendar: Calendar,
  now: string,
  wanted: { day: string; kind: DayKind; slow: boolean },
): DayFault | null {
  const known = calendar.day(wanted.day)
  if (known === undefined) return 'not_published'
  if (wanted.day < dayOf(calendar.zone, now)) return 'past'
  return known.kind === wanted.kind && known.slow === wanted.slow ? 'same' : null
}

export type YearFault =
  | { fault: 'published' | 'too_far' | 'no_closures' }
  | { fault: 'closed_and_working' | 'works_anyway'; day: string }

/** How many years ahead may be published. */
export const yearsAhead = 3

/** What is wrong with a year as it is to be published, or null. */
export function yearFault(calendar: Calendar, now: string, edit: YearEdit): YearFault | null {
  const thisYear = Number(dayOf(calendar.zone, now).slice(0, 4))
  if (calendar.years.includes(edit.year)) return { fault: 'published' }
  if (edit.year < thisYear || edit.year > thisYear + yearsAhead) return { fault: 'too_far' }
  // Every year has holidays, so a list without one has been forgotten.
  if (edit.closed.length === 0) return { fault: 'no_closures' }
  const both = edit.working.find((day) => edit.closed.includes(day))
  if (both !== undefined) return { fault: 'closed_and_working', day: both }
  const anyway = edit.working.find((day) => weekdayOf(day) < 5)
  return anyway === undefined ? null : { fault: 'works_anyway', day: anyway }
}

/** Every day of the year, as it would be published. */
export function editedDays(edit: YearEdit): { day: string; kind: DayKind; slow: boolean }[] {
  const closed = new Set(edit.closed)
  const working = new Set(edit.working)
  return daysOfYear(edit.year).map((day) => {
    const usual: DayKind = weekdayOf(day) < 5 ? 'working' : 'rest'
    return {
      day,
      kind: closed.has(day) ? 'closed' : working.has(day) ? 'working' : usual,
      slow: edit.slow.some(([from, to]) => from <= day && day <= to),
    }
  })
}
