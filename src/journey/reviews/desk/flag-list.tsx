/** What the checks found about one response, in words. */
import { reviewsMessages } from '../../../../messages/generated/reviews.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { familyInWords, flagForStaff } from '../../../survey/quality/flag-words.ts'
import type { FoundFlag } from './flags.ts'

/** Each flag with its family and weight. */
export function FlagList({ flags, language }: { flags: readonly FoundFlag[]; language: Language }) {
  const { flag: words } = reviewsMessages(language)
  if (flags.length === 0) return <p class="small">{words.none}</p>
  return (
    <ul class="points">
      {flags.map((flag) => (
        <li>
          {flagForStaff(language, flag, flag.titles)}{' '}
          <span class="small">
            {words.weight({ family: familyInWords(language, flag.family), points: flag.points })}
            {flag.isReportOnly && ` ${words.reportOnly}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
