import { calendarMessages } from '../../../messages/generated/calendar.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Gap } from './gaps.ts'

/** Years that have to be published soon, said loudly. Nothing when there are none. */
export function CalendarAlarm({ gaps, language }: { gaps: readonly Gap[]; language: Language }) {
  if (gaps.length === 0) return null
  const words = calendarMessages(language)
  return (
    <div class="notice bad" role="alert">
      {gaps.map(({ year, inDays }) => (
        <p>
          <strong>{words.gap({ year, inDays })}</strong>{' '}
          <a href={`/finance/calendar/${year}`}>{words.titleOf({ year })}</a>
        </p>
      ))}
    </div>
  )
}
