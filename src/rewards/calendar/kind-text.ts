import type { CalendarMessages } from '../../../messages/generated/calendar.ts'

/** What kind of day it is, and that it is slow, in words. */
export function kindText(words: CalendarMessages, kind: keyof CalendarMessages['kinds'], slow: boolean): string {
  const name = words.kinds[kind]
  return slow ? words.kindSlow({ kind: name }) : name
}
