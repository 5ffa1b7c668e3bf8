/** What waits for a person, in one form: each response with a decision of its own, or the common one where it is ticked. */
import { reviewsMessages } from '../../../../messages/generated/reviews.ts'
import { vouchersMessages } from '../../../../messages/generated/vouchers.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { formatDate } from '../../../platform/i18n/format.ts'
import { reasonsFor } from '../../../rewards/vouchers/lifecycle.ts'
import { daysText, type ShownResponse } from '../card.tsx'
import { choiceOf } from './bulk.ts'
import { FlagList } from './flag-list.tsx'

interface Props {
  held: readonly ShownResponse[]
  /** References that are ticked already. */
  ticked: readonly string[]
  /** Where all decisions are posted to; null for whoever may decide about none. */
  action: string | null
  language: Language
}

const ways = ['release', 'reject'] as const

export function HeldList({ held, ticked, action, language }: Props) {
  const words = reviewsMessages(language)
  const decidable = held.some(({ ways }) => ways.length > 0)
  const cards = held.map((response) => (
    <HeldCard response={response} isTicked={ticked.includes(response.ref)} language={language} />
  ))
  if (action === null || !decidable) return <>{cards}</>
  return (
    <form method="post" action={action}>
      {cards}
      <div class="line no-print">
        <label class="sr" for="common">
          {words.bulk.common}
        </label>
        <select id="common" name="common">
          <option value="">{words.bulk.common}</option>
          <Reasons language={language} to={(way, reason) => `${way} ${reason}`} />
        </select>
        <button class="button" type="submit">
          {words.bulk.button}
        </button>
      </div>
      <p class="small no-print">{words.bulk.hint}</p>
    </form>
  )
}

function Reasons({ language, to }: { language: Language; to: (way: (typeof ways)[number], reason: string) => string }) {
  const words = reviewsMessages(language)
  const reasons = vouchersMessages(language).lifecycle.reasons
  return (
    <>
      {ways.map((way) => (
        <optgroup label={words.ways[way]}>
          {reasonsFor[way].map((code) => (
            <option value={to(way, code)}>{words.bulk.choice({ way: words.ways[way], reason: reasons[code] })}</option>
          ))}
        </optgroup>
      ))}
    </>
  )
}

interface CardProps {
  response: ShownResponse
  isTicked: boolean
  language: Language
}

function HeldCard({ response, isTicked, language }: CardProps) {
  const { ref, study, day, state, ways: open, n, flags, due, isLate } = response
  const words = reviewsMessages(language)
  const id = `held-${ref}`
  return (
    <section class="q" aria-labelledby={id}>
      <h3 id={id}>
        <code>{ref}</code> <span class="badge wait">{words.states[state]}</span>
      </h3>
      <p class="small">
        {study} · {daysText(day, language)}
        {due !== null && ` · ${words.due({ day: formatDate(due, language) })}`}{' '}
        {isLate && <span class="badge bad">{words.late}</span>}
      </p>
      <FlagList flags={flags} language={language} />
      <p>
        <a href={`/admin/reviews/${ref}`}>{words.read}</a>
      </p>
      {open.length > 0 && n !== null && (
        <div class="line no-print">
          <label>
            <input type="checkbox" name="ticked" value={`${ref} ${n}`} checked={isTicked} /> {words.bulk.tick}
          </label>
          <label class="sr" for={`${id}-decision`}>
            {words.bulk.decision}
          </label>
          <select id={`${id}-decision`} name="decision">
            <option value="">{words.bulk.decision}</option>
            <Reasons language={language} to={(way, reason) => choiceOf({ ref, n, way, reason })} />
          </select>
        </div>
      )}
    </section>
  )
}
