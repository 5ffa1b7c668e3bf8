/** The words of a calendar: of the one that money goes out by, or of the banks of a place. */
import { type CalendarMessages, calendarMessages } from '../../../messages/generated/calendar.ts'
import { commonMessages } from '../../../messages/generated/common.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { calendarId } from './calendar.ts'

/** What the place of a calendar is called; its id where it has no name. */
export function placeName(id: string, language: Language): string {
  const names: Record<string, string> = calendarMessages(language).places
  return names[id] ?? id
}

/** The words of the pages of that calendar. */
export function calendarWords(id: string, language: Language): CalendarMessages {
  const words = calendarMessages(language)
  if (id === calendarId) return words
  const { banks } = words
  const place = placeName(id, language)
  const inPlace = (text: string) => commonMessages(language).labelled({ label: place, text })
  return {
    ...words,
    titleOf: ({ year }) => banks.titleOf({ place, year }),
    about: banks.about({ place }),
    kinds: { ...words.kinds, closed: banks.closed, rest: banks.rest },
    legend: { ...words.legend, closed: banks.legendClosed, rest: banks.legendRest },
    missing: { ...words.missing, text: ({ year }) => banks.missing({ place, year }) },
    year: {
      ...words.year,
      title: (of) => inPlace(words.year.title(of)),
      proposed: (of) => inPlace(words.year.proposed(of)),
    },
    gap: ({ inDays, year }) => banks.gap({ inDays, place, year }),
  }
}
