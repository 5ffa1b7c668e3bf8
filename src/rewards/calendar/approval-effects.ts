import { formatDate } from '../../platform/i18n/format.ts'
import type { Effect } from '../../staff/approvals/effect.ts'
import { calendarEffect } from './actions.ts'
import { readEdit } from './edit.ts'
import { forgetCalendars } from './store.ts'
import { calendarWords } from './words-calendar.ts'

/** A change of the calendar: of one day, or a whole year. */
export const calendarEffects: Effect = {
  effectOf: calendarEffect,
  what({ id, payload }, language) {
    const words = calendarWords(language)
    const edit = readEdit(payload)
    if ('day' in edit) {
      const { day, was, kind, slow } = edit.day
      const said = (of: { kind: typeof kind; slow: boolean }) => words.kindOf(words.kinds[of.kind], of.slow)
      return {
        text: words.changeOf(formatDate(day, language), said(was), said({ kind, slow })),
        href: `/finance/calendar/${day.slice(0, 4)}`,
      }
    }
    const { year, closed, working } = edit.year
    return { text: words.publishOf(year, closed.length, working.length), href: `/finance/proposals/${id}/calendar` }
  },
  refusals: {
    past: {
      en: 'The day has gone by. It stays as it was.',
      'zh-Hans': '这一天已经过去，保持原样。',
      'zh-Hant': '這一天已經過去，保持原樣。',
    },
    same: {
      en: 'The day is like that already.',
      'zh-Hans': '这一天已经是这样了。',
      'zh-Hant': '這一天已經是這樣了。',
    },
    published: {
      en: 'The year has been published meanwhile.',
      'zh-Hans': '这一年在此期间已经发布。',
      'zh-Hant': '這一年在此期間已經發佈。',
    },
  },
  after: ({ db }) => forgetCalendars(db),
}
