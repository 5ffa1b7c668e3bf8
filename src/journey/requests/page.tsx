/** The page of requests: a form for a new one, and those that wait, each with its day. */
import type { Context } from 'hono'
import { reviewsMessages } from '../../../messages/generated/reviews.ts'
import type { RequestKind } from '../../../schema/tables.ts'
import { formatDate } from '../../platform/i18n/format.ts'
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
        {words.how} <a href={paths.status(study.slug)}>{words.page}</a>
      </p>
      <h2>{words.waiting}</h2>
      {waiting.length + byContact.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="points">
          {waiting.map(({ id, kind, cameOn, dueOn }) => (
            <li>
              <form method="post" action={`${here}/${id}/done`}>
                <strong>{words.kinds[kind]}</strong> <code id={`ref-${requestRef(id)}`}>{requestRef(id)}</code>{' '}
                {words.when({ came: formatDate(cameOn, language), due: formatDate(dueOn, language) })}{' '}
                {dueOn < today && <strong>{words.overdue}</strong>}{' '}
                <button class="button quiet" type="submit" aria-describedby={`ref-${requestRef(id)}`}>
                  {kind === 'withdraw' || kind === 'erase' ? words.do[kind] : words.do.note}
                </button>
              </form>
            </li>
          ))}
          {byContact.map(({ id, kind, cameOn, dueOn, sentAt }) => (
            <li>
              <form method="post" action={`${here}/${id}/done`}>
                <strong>{words.kinds[kind]}</strong> <code id={`ref-${requestRef(id)}`}>{requestRef(id)}</code>{' '}
                {words.when({ came: formatDate(cameOn, language), due: formatDate(dueOn, language) })}{' '}
                {dueOn < today && <strong>{words.overdue}</strong>} {words.contact[sentAt === null ? 'unsent' : 'sent']}{' '}
                <button class="button quiet" type="submit" aria-describedby={`ref-${requestRef(id)}`}>
                  {words.do.note}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <h2>{words.register}</h2>
      <form method="post" action={here}>
        <label class="ask" for="code">
          {words.code}
        </label>
        <p class="hint" id="code-h">
          {words.codeHint}
        </p>
        <input
          type="text"
          id="code"
          name="code"
          value={typed?.code}
          maxlength={64}
          autocomplete="off"
          required
          aria-describedby="code-h"
          aria-invalid={typed?.refused === 'unknown_code' ? 'true' : undefined}
        />
        <KindAndDay {...{ typed, today, words }} of="code" />
        <p class="actions">
          <button class="button" type="submit">
            {words.register}
          </button>
        </p>
      </form>
      <h2>{words.contact.title}</h2>
      <p>{words.contact.about}</p>
      <form method="post" action={here}>
        <label class="ask" for="contact">
          {words.contact.label}
        </label>
        <p class="hint" id="contact-h">
          {words.contact.hint}
        </p>
        <input
          type="text"
          id="contact"
          name="contact"
          value={typed?.contact}
          maxlength={254}
          autocomplete="off"
          required
          aria-describedby="contact-h"
          aria-invalid={typed?.refused === 'contact' || typed?.refused === 'country' ? 'true' : undefined}
        />
        <KindAndDay {...{ typed, today, words }} of="contact" />
        <p class="actions">
          <button class="button" type="submit">
            {words.register}
          </button>
        </p>
      </form>
    </StaffPage>
  )
}

interface KindAndDayProps {
  of: 'code' | 'contact'
  typed: TypedRequest | null
  today: string
  words: ReturnType<typeof reviewsMessages>['requests']
}

/** What is asked for, and since when. */
function KindAndDay({ of, typed, today, words }: KindAndDayProps) {
  return (
    <>
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
        aria-invalid={typed?.refused === 'day' ? 'true' : undefined}
      />
    </>
  )
}
