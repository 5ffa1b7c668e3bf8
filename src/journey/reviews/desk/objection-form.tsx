/** An objection as whoever decides about it reads it, and the form by which it is decided and answered. */
import { reviewsMessages } from '../../../../messages/generated/reviews.ts'
import { vouchersMessages } from '../../../../messages/generated/vouchers.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { formatDate, sentences } from '../../../platform/i18n/format.ts'
import { reasonsFor } from '../../../rewards/vouchers/lifecycle.ts'
import type { ShownResponse } from '../card.tsx'
import { longestWords } from '../objections/words.ts'

export interface ObjectionAtDesk {
  /** Days. */
  madeOn: string
  dueDay: string | null
  /** Null where none were given, or where they were erased. */
  words: string | null
  /** What it was answered; null while it waits. */
  reply: string | null
  isDecided: boolean
  /** Whether the reader rejected the response, and so cannot decide. */
  isOwn: boolean
  /** Whether the reader may decide about responses at all. */
  mayDecide: boolean
  /** What was typed and could not be done, and why; `isReason`: a reason for this way is missing. */
  typed: { way: WayAtDesk; reply: string; reason: string; error: string; isReason: boolean } | null
}

export const objectionWays = ['uphold', 'dismiss'] as const
type WayAtDesk = (typeof objectionWays)[number]
const reasonsOf = { uphold: reasonsFor.release, dismiss: reasonsFor.reject }

const missing = { 'aria-invalid': 'true', 'aria-describedby': 'objection-e' } as const

/** @param isOpen whether what was written is shown; without it nobody decides */
export function ObjectionForm({
  objection,
  isOpen,
  response: { ref, n },
  language,
}: {
  objection: ObjectionAtDesk
  isOpen: boolean
  response: Pick<ShownResponse, 'ref' | 'n'>
  language: Language
}) {
  const words = reviewsMessages(language).objection
  const reasons = vouchersMessages(language).lifecycle.reasons
  const { madeOn, dueDay, words: wordsHere, reply, isDecided, isOwn, mayDecide, typed } = objection
  const isMissing = (way: WayAtDesk) => typed?.isReason === true && typed.way === way
  return (
    <section aria-labelledby="objection">
      <h2 id="objection">{words.title}</h2>
      <p class="small">
        {sentences(
          language,
          words.made({ day: formatDate(madeOn, language) }),
          !isDecided && dueDay !== null && words.due({ day: formatDate(dueDay, language) }),
        )}
      </p>
      {!isOpen && <p>{words.closed}</p>}
      {isOpen && (wordsHere === null ? <p>{words.noWords}</p> : <blockquote>{wordsHere}</blockquote>)}
      {isOpen && isDecided && (
        <>
          <p>{words.reply}</p>
          <blockquote>{reply ?? words.erased}</blockquote>
        </>
      )}
      {!isDecided && isOwn && <p class="notice wait">{words.own}</p>}
      {(isOpen || typed !== null) && !isDecided && !isOwn && mayDecide && (
        <form method="post" class="no-print">
          {n !== null && <input type="hidden" name="n" value={n} />}
          {typed !== null && (
            <p class="error" id="objection-e" role="alert" data-focus>
              {typed.error}
            </p>
          )}
          <label class="ask" for="reply">
            {words.label}
          </label>
          <p class="hint" id="reply-h">
            {words.hint}
          </p>
          <textarea
            id="reply"
            name="reply"
            rows={6}
            maxlength={longestWords}
            aria-describedby={typed === null || typed.isReason ? 'reply-h' : 'objection-e reply-h'}
          >
            {typed?.reply}
          </textarea>
          {objectionWays.map((way) => (
            <div class="line">
              <label class="sr" for={`reason-${way}`}>
                {words.reasonOf[way]}
              </label>
              <select id={`reason-${way}`} name={`reason_${way}`} {...(isMissing(way) ? missing : {})}>
                <option value="">{words.reasonOf[way]}</option>
                {reasonsOf[way].map((code) => (
                  <option value={code} selected={typed?.way === way && typed.reason === code}>
                    {reasons[code]}
                  </option>
                ))}
              </select>
              <button
                class={way === 'uphold' ? 'button small' : 'button quiet small'}
                type="submit"
                formaction={`/admin/reviews/${ref}/${way}`}
              >
                {words.ways[way]}
              </button>
            </div>
          ))}
        </form>
      )}
    </section>
  )
}
