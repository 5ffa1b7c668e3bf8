/** What the calendar has ahead that its readers should know: days without payments, and days on which they are slower. */
import { dayLater } from '../../platform/time/zone.ts'
import type { Calendar, Day } from '../calendar/calendar.ts'

export interface DelayNotice {
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
export function noticesOf(calendar: Calendar, today: string): DelayNotice[] {
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
  const ahead = Array.from({ length: aheadDays + 1 }, (_, i) => dayLater(today, i))
  const first = ahead.find((day) => within(day, begins))
  if (first === undefined) return null
  let from = first
  let to = first
  for (let i = 0; i < longestDays && within(dayLater(to, 1), goesOn); i++) to = dayLater(to, 1)
  for (let i = 0; i < longestDays && within(dayLater(from, -1), goesOn); i++) from = dayLater(from, -1)
  return { from, to }
}
