import { approvalsMessages } from '../../../messages/generated/approvals.ts'
import { calendarMessages } from '../../../messages/generated/calendar.ts'
import { commonMessages } from '../../../messages/generated/common.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDate, formatDates } from '../../platform/i18n/format.ts'
import type { ApprovalEffect, Details, FactText } from '../../staff/approvals/effect.ts'
import { calendarEffect } from './actions.ts'
import { calendarHref } from './address.ts'
import { calendarId } from './calendar.ts'
import { calendarWords, placeName } from './calendar-words.ts'
import { type DayEdit, readEdit, type YearEdit } from './edit.ts'
import { kindText } from './kind-text.ts'
import { forgetCalendars } from './store.ts'

/** A change of the calendar: of one day, or a whole year. */
export const calendarEffects: ApprovalEffect = {
  effectOf: calendarEffect,
  what({ id, payload }, language) {
    const edit = readEdit(payload)
    const { calendar } = 'day' in edit ? edit.day : edit.year
    const words = calendarWords(calendar, language)
    const named = (text: string) =>
      calendar === calendarId ? text : commonMessages(language).labelled({ label: placeName(calendar, language), text })
    if ('day' in edit) {
      const { day, was, kind, slow } = edit.day
      const textOf = (of: { kind: typeof kind; slow: boolean }) => kindText(words, of.kind, of.slow)
      return {
        text: named(
          words.changeOf({ day: formatDate(day, language), was: textOf(was), becomes: textOf({ kind, slow }) }),
        ),
        href: calendarHref(calendar, day.slice(0, 4)),
      }
    }
    const { year, closed, working } = edit.year
    return {
      text: named(words.publishOf({ year, closed: closed.length, working: working.length })),
      href: `/finance/proposals/${id}/calendar`,
    }
  },
  async show(_ports, { id, payload }, language) {
    const edit = readEdit(payload)
    return 'day' in edit ? dayDetails(edit.day, language) : yearDetails(edit.year, id, language)
  },
  refusals: (language) => calendarMessages(language).refusals,
  after: ({ db }) => forgetCalendars(db),
}

function calendarName(id: string, language: Language): FactText {
  return { text: placeName(id, language) }
}

function dayDetails({ calendar, day, was, kind, slow }: DayEdit, language: Language): Details {
  const words = approvalsMessages(language).shown
  const ofCalendar = calendarWords(calendar, language)
  return {
    facts: [
      { label: words.calendar, value: calendarName(calendar, language) },
      { label: words.day, value: { text: formatDate(day, language), href: calendarHref(calendar, day.slice(0, 4)) } },
      { label: words.was, value: { text: kindText(ofCalendar, was.kind, was.slow) } },
      { label: words.becomes, value: { text: kindText(ofCalendar, kind, slow) } },
    ],
  }
}

function yearDetails({ calendar, year, closed, working, slow }: YearEdit, id: string, language: Language): Details {
  const words = approvalsMessages(language).shown
  const days = (some: readonly FactText[]) => (some.length === 0 ? { text: words.none } : some)
  const day = (one: string) => ({ text: formatDate(one, language) })
  return {
    facts: [
      { label: words.calendar, value: calendarName(calendar, language) },
      { label: words.year, value: { text: String(year) } },
      { label: words.closed, value: days(closed.map(day)) },
      { label: words.working, value: days(working.map(day)) },
      { label: words.slow, value: days(slow.map(([from, to]) => ({ text: formatDates(from, to, language) }))) },
      { label: words.wholeYear, value: { text: words.look, href: `/finance/proposals/${id}/calendar` } },
    ],
  }
}
