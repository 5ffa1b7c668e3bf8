import { accountsMessages } from '../../../messages/generated/accounts.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { ClockNoticed } from '../../platform/heartbeats/clock-noticed.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'

/** Says that the clock was found wrong, what that means and what to do. Nothing when it was not. */
export function ClockNotice({ noticed, language }: { noticed: ClockNoticed | null; language: Language }) {
  if (noticed === null) return null
  const words = accountsMessages(language).clock
  return (
    <div class="notice bad" role="alert">
      <p>
        <strong>{words[noticed.is]({ at: formatDateTime(noticed.at, language) })}</strong>
      </p>
      <p>{words.means}</p>
      <p>{words.todo}</p>
    </div>
  )
}
