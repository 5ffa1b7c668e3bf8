/** The page of requests: a form for a new one, and those that wait, each with its day. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type ReviewsMessages, reviewsMessages } from '../../../messages/generated/reviews.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { RequestKind } from '../../../schema/tables.ts'
import { formatDate, gap } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { paths } from '../paths.ts'
import { requestRef } from './due.ts'
import { type Registered, requestKinds } from './requests.ts'

/** What was typed and refused, and why. */
export interface TypedRequest {
  kind: RequestKind
  code: string
  contact: string
  cameOn: string
  refused: Extract<Registered, { refused: unknown }>['refused'] | 'contact' | 'country' | 'many'
}

interface RequestsPageProps {
  c: Context<AppEnv>
  study: { slug: string; title: string }
  said: 'done' | 'held' | null
  /** The reference of the one that was just registered. */
  registered: string | null
  typed: TypedRequest | null
  /** Days as `2026-03-01`, UTC. */
  today: string
  waiting: readonly Waiting[]
  /** Of people without a code, with when one was made for their contact. Whether it was brought would tell whose it is. */
  byContact: readonly (Waiting & { sentAt: string | null })[]
}

interface Waiting {
  id: string
  kind: RequestKind
  cameOn: string
  dueOn: string
}

export function RequestsPage({ c, study, said, registered, typed, today, waiting, byContact }: RequestsPageProps) {
  const language = languageOf(c)
  const words = reviewsMessages(language).requests
  const here = `/admin/studies/${study.slug}/requests`
  return (
    <StaffPage c={c} title={words.title} study={study.title}>
      {said !== null && (
        <p class={said === 'done' ? 'notice good' : 'notice bad'} role="status">
          {words.said[said]}
        </p>
      )}
      {registered !== null && (
        <p class="notice good" role="status">
          {words.said.registered({ ref: registered })}
        </p>
      )}
      {typed !== null && (
        <p class="notice bad" role="alert">
          {words.said[typed.refused]}
        </p>
      )}
      <p>
        {study.title}. {words.about}
      </p>
      <p class="small">
        {words.how}
        {gap(language)}
        <a href={paths.status(study.slug)}>{words.page}</a>
      </p>
      <h2>{words.waiting}</h2>
      {waiting.length + byContact.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="points">
          {waiting.map((one) => (
            <Line one={one} {...{ here, today, words, language }} action={doable(one.kind)} />
          ))}
          {byContact.map((one) => (
            <Line one={one} {...{ here, today, words, language }} action="note">
              {words.contact[one.sentAt === null ? 'unsent' : 'sent']}{' '}
            </Line>
          ))}
        </ul>
      )}
      <h2>{words.register}</h2>
      <NewRequest
        {...{ here, typed, today, words }}
        of="code"
        label={words.code}
        hint={words.codeHint}
        maxLength={64}
        faults={['unknown_code']}
      />
      <h2>{words.contact.title}</h2>
      <p>{words.contact.about}</p>
      <NewRequest
        {...{ here, typed, today, words }}
        of="contact"
        label={words.contact.label}
        hint={words.contact.hint}
        maxLength={254}
        faults={['contact', 'country']}
      />
    </StaffPage>
  )
}

type Words = ReviewsMessages['requests']

/** What the button of a request does: what its respondent could do alone, or a note that it was done by hand. */
function doable(kind: RequestKind): keyof Words['do'] {
  return kind === 'withdraw' || kind === 'erase' ? kind : 'note'
}

interface LineProps {
  one: Waiting
  here: string
  today: string
  words: Words
  language: Language
  action: keyof Words['do']
  /** What is to be known besides. */
  children?: Child
}

/** A request that waits, and the button that ends it. */
function Line({ one, here, today, words, language, action, children }: LineProps) {
  const ref = requestRef(one.id)
  return (
    <li>
      <form method="post" action={`${here}/${one.id}/done`}>
        <strong>{words.kinds[one.kind]}</strong> <code id={`ref-${ref}`}>{ref}</code>{' '}
        {words.when({ came: formatDate(one.cameOn, language), due: formatDate(one.dueOn, language) })}{' '}
        {one.dueOn < today && <strong>{words.overdue}</strong>} {children}
        <button class="button quiet" type="submit" aria-describedby={`ref-${ref}`}>
          {words.do[action]}
        </button>
      </form>
    </li>
  )
}

interface NewRequestProps {
  here: string
  /** By what the respondent is known, which is what the field is called. */
  of: 'code' | 'contact'
  label: string
  hint: string
  maxLength: number
  /** Why what stands in the field was refused. */
  faults: readonly TypedRequest['refused'][]
  typed: TypedRequest | null
  today: string
  words: Words
}

/** The form for one more: whose it is, what is asked for, and since when. */
function NewRequest({ here, of, label, hint, maxLength, faults, typed, today, words }: NewRequestProps) {
  return (
    <form method="post" action={here}>
      <label class="ask" for={of}>
        {label}
      </label>
      <p class="hint" id={`${of}-h`}>
        {hint}
      </p>
      <input
        type="text"
        id={of}
        name={of}
        value={typed?.[of]}
        maxlength={maxLength}
        autocomplete="off"
        required
        aria-describedby={`${of}-h`}
        aria-invalid={typed !== null && faults.includes(typed.refused) ? 'true' : 'false'}
      />
      <label class="ask" for={`kind-${of}`}>
        {words.kind}
      </label>
      <select id={`kind-${of}`} name="kind">
        {requestKinds.map((kind) => (
          <option value={kind} selected={kind === typed?.kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </select>
      <label class="ask" for={`came-${of}`}>
        {words.came}
      </label>
      <input
        type="date"
        id={`came-${of}`}
        name="came"
        value={typed?.cameOn ?? today}
        max={today}
        required
        aria-invalid={typed?.refused === 'day' ? 'true' : 'false'}
      />
      <p class="actions">
        <button class="button" type="submit">
          {words.register}
        </button>
      </p>
    </form>
  )
}
