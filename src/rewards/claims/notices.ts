/** What the calendar has ahead that its readers should know: days without payments, and days on which they are slower. */
import type { Calendar, Day } from '../calendar/calendar.ts'

export interface Notice {
  is: 'closure' | 'slow'
  /** Days, inclusive. */
  from: string
  to: string
}

/** So many days ahead are looked through. */
const aheadDays = 14
/** No stretch is longer. */
const longestDays = 60

/** The first closure and the first slow days that begin within two weeks, or are now. */
export function noticesOf(calendar: Calendar, today: string): Notice[] {
  const isClosed = ({ kind }: Day) => kind === 'closed'
  // A closure in the middle of slow days does not end them.
  const isSlow = (day: Day) => day.slow || isClosed(day)
  const closure = stretch(calendar, today, isClosed, isClosed)
  const slow = stretch(calendar, today, ({ slow }) => slow, isSlow)
  return [
    ...(closure === null ? [] : [{ is: 'closure' as const, ...closure }]),
    ...(slow === null ? [] : [{ is: 'slow' as const, ...slow }]),
  ]
}

function stretch(calendar: Calendar, today: string, begins: (day: Day) => boolean, goesOn: (day: Day) => boolean) {
  const within = (day: string, test: (day: Day) => boolean) => {
    const known = calendar.day(day)
    return known !== undefined && test(known)
  }
  const ahead = Array.from({ length: aheadDays + 1 }, (_, i) => dayPlus(today, i))
  const first = ahead.find((day) => within(day, begins))
  if (first === undefined) return null
  let from = first
  let to = first
  for (let i = 0; i < longestDays && within(dayPlus(to, 1), goesOn); i++) to = dayPlus(to, 1)
  for (let i = 0; i < longestDays && within(dayPlus(from, -1), goesOn); i++) from = dayPlus(from, -1)
  return { from, to }
}

function dayPlus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
