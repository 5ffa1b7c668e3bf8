import { calendarMessages } from '../../../messages/generated/calendar.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Effect } from '../../staff/approvals/effect.ts'
import { calendarEffect } from './actions.ts'
import { readEdit } from './edit.ts'
import { kindText } from './kind-text.ts'
import { forgetCalendars } from './store.ts'

/** A change of the calendar: of one day, or a whole year. */
export const calendarEffects: Effect = {
  effectOf: calendarEffect,
  what({ id, payload }, language) {
    const words = calendarMessages(language)
    const edit = readEdit(payload)
    if ('day' in edit) {
      const { day, was, kind, slow } = edit.day
      const said = (of: { kind: typeof kind; slow: boolean }) => kindText(words, of.kind, of.slow)
      return {
        text: words.changeOf({ day: formatDate(day, language), was: said(was), becomes: said({ kind, slow }) }),
        href: `/finance/calendar/${day.slice(0, 4)}`,
      }
    }
    const { year, closed, working } = edit.year
    return {
      text: words.publishOf({ year, closed: closed.length, working: working.length }),
      href: `/finance/proposals/${id}/calendar`,
    }
  },
  refusals: (language) => calendarMessages(language).refusals,
  after: ({ db }) => forgetCalendars(db),
}
