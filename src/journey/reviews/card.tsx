/** One response with what was decided about it, and what may be done. */
import { reviewsMessages } from '../../../messages/generated/reviews.ts'
import { vouchersMessages } from '../../../messages/generated/vouchers.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { reasonsFor } from '../../rewards/vouchers/lifecycle.ts'
import type { FoundFlag } from './desk/flags.ts'
import type { ReviewAction } from './reviews.ts'
import type { ReviewState } from './reviews-store.ts'

export interface ShownResponse {
  ref: string
  study: string
  day: string
  state: ReviewState
  ways: readonly ReviewAction[]
  /** The code of the reason for which it was held, released or rejected. */
  reason: string | null
  /** The step of its review that is shown. */
  n: number | null
  /** ISO 8601 in UTC; null when there is nothing to undo. */
  undoUntil: string | null
  /** The day by which somebody was told that it is decided; null when nobody waits, or the calendar does not reach that far. */
  due: string | null
  isLate: boolean
  flags: readonly FoundFlag[]
}

/**
 * @param at where its forms stand: their address begins so
 * @param isAlone whether it stands on the response's own page, to which a decision then leads back
 */
export function Card({
  response,
  language,
  at,
  isAlone = false,
}: {
  response: ShownResponse
  language: Language
  at: string
  isAlone?: boolean
}) {
  const words = reviewsMessages(language)
  const { ref, study, day, state, ways, reason, n, undoUntil } = response
  const id = `found-${ref}`
  const reasons = vouchersMessages(language).lifecycle.reasons
  return (
    <section class="q" aria-labelledby={id}>
      <h3 id={id}>
        <code>{ref}</code> <span class={state === 'held' ? 'badge wait' : 'badge'}>{words.states[state]}</span>
      </h3>
      <p class="small">
        {study} · {day}
        {reason !== null && Object.hasOwn(reasons, reason) && ` · ${reasons[reason as keyof typeof reasons]}`}
      </p>
      {undoUntil !== null && <p class="small">{words.undoUntil({ at: formatDateTime(undoUntil, language) })}</p>}
      {ways.map((way) => (
        <form class="line no-print" method="post" action={`${at}/${way}`}>
          {n !== null && <input type="hidden" name="n" value={n} />}
          {isAlone && <input type="hidden" name="from" value="response" />}
          {way !== 'undo' && (
            <>
              <label class="sr" for={`${id}-${way}`}>
                {words.reasonOf[way]}
              </label>
              <select id={`${id}-${way}`} name="reason">
                <option value="">{words.reasonOf[way]}</option>
                {reasonsFor[way].map((code) => (
                  <option value={code}>{reasons[code]}</option>
                ))}
              </select>
            </>
          )}
          <button class={way === 'release' ? 'button small' : 'button quiet small'} type="submit">
            {words.ways[way]}
          </button>
        </form>
      ))}
    </section>
  )
}
