import { calendarId } from './calendar.ts'

/** Where a year of a calendar is shown, or what is below it. The calendar that money goes out by is not named. */
export function calendarHref(
  id: string,
  year: number | string,
  below = '',
  query: Record<string, string> = {},
): string {
  const all = new URLSearchParams({ ...(id === calendarId ? {} : { calendar: id }), ...query }).toString()
  return `/finance/calendar/${year}${below}${all === '' ? '' : `?${all}`}`
}
