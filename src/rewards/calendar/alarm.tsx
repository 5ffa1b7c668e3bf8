import type { Language } from '../../../schema/questionnaire.ts'
import { gap } from '../../platform/i18n/format.ts'
import { calendarHref } from './address.ts'
import { calendarWords } from './calendar-words.ts'
import type { Gap } from './gaps.ts'

/** Years that have to be published soon, said loudly. Nothing when there are none. */
export function CalendarAlarm({ gaps, language }: { gaps: readonly Gap[]; language: Language }) {
  if (gaps.length === 0) return null
  return (
    <div class="notice bad" role="alert">
      {gaps.map(({ calendar, year, inDays }) => {
        const words = calendarWords(calendar, language)
        return (
          <p>
            <strong>{words.gap({ year, inDays })}</strong>
            {gap(language)}
            <a href={calendarHref(calendar, year)}>{words.titleOf({ year })}</a>
          </p>
        )
      })}
    </div>
  )
}
