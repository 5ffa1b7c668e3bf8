/** One response with what was decided about it, and what may be done. */
import { reviewsMessages } from '../../../messages/generated/reviews.ts'
import { vouchersMessages } from '../../../messages/generated/vouchers.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDates, formatDateTime } from '../../platform/i18n/format.ts'
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

/** A day, or the first and last (`2026-11-02/2026-11-05`) of those that a response shares with others, as people read them. */
export function daysText(day: string, language: Language): string {
  const [from = '', to = from] = day.split('/')
  return from === '' ? '' : formatDates(from, to, language)
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
  // On a page of its own nothing stands between it and the title.
  const Heading = isAlone ? 'h2' : 'h3'
  const reasons = vouchersMessages(language).lifecycle.reasons
  return (
    <section class="q" aria-labelledby={id}>
      <Heading id={id}>
        <code>{ref}</code> <span class={state === 'held' ? 'badge wait' : 'badge'}>{words.states[state]}</span>
      </Heading>
      <p class="small">
        {study} · {daysText(day, language)}
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
