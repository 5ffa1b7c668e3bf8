/** Responses that wait for a person, and every complete one: nothing of a voucher, an amount or a payee. */

import type { Context } from 'hono'
import { type ReviewsMessages, reviewsMessages } from '../../../messages/generated/reviews.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import type { Around } from '../../staff/frame/address.ts'
import { DataTable, Pages } from '../../staff/frame/data-table.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { sortBy } from '../../staff/frame/sorting.ts'
import { Card, daysText, type ShownResponse } from './card.tsx'
import { HeldList } from './desk/held-list.tsx'

export interface ReviewsPageProps {
  c: Context<AppEnv>
  said: { good: boolean; text: string } | null
  /** What was looked for, and what was found by it. */
  asked: string
  found: ShownResponse | null
  held: readonly ShownResponse[]
  /** References that are ticked when the page is drawn. */
  ticked: readonly string[]
  /** Other pages of them. */
  heldPages: Around
  /** What was objected to, those first that are due first. */
  objected: readonly ShownResponse[]
  complete: readonly ShownResponse[]
  /** Other pages of those. */
  pages: Around
  /** Of how many that were held, up to a day, a payment had been sent; null while they are too few to say. */
  sentBefore: { day: string; held: number; sent: number } | null
}

export function ReviewsPage(props: ReviewsPageProps) {
  const { c, said, asked, found, held, ticked, heldPages, sentBefore } = props
  const language = languageOf(c)
  const words = reviewsMessages(language)
  return (
    <StaffPage c={c} title={words.title}>
      {said && (
        <p class={said.good ? 'notice good' : 'notice bad'} role={said.good ? 'status' : 'alert'}>
          {said.text}
        </p>
      )}
      <p>{words.about}</p>
      <p class="small">
        {words.holding} {sentBefore && words.sentBefore(sentBefore)}
      </p>
      <form class="no-print" method="get" action="/admin/reviews">
        <label class="ask" for="ref">
          {words.find}
        </label>
        <p class="hint" id="ref-h">
          {words.findHint}
        </p>
        <input
          type="text"
          id="ref"
          name="ref"
          class="short"
          value={asked}
          maxlength={40}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="ref-h"
        />{' '}
        <button class="button" type="submit">
          {words.findButton}
        </button>
      </form>
      {asked !== '' && (
        <section>
          <h2>{words.found}</h2>
          {found === null ? (
            <p class="empty">{words.notFound({ ref: asked })}</p>
          ) : (
            <>
              <Card response={found} language={language} at={`/admin/reviews/${found.ref}`} />
              <p>
                <a href={`/admin/reviews/${found.ref}`}>{words.read}</a>
              </p>
            </>
          )}
        </section>
      )}
      <Objected objected={props.objected} words={words} language={language} />
      <section>
        <h2 id="held">{words.held}</h2>
        {held.length === 0 && <p class="empty">{words.nothingHeld}</p>}
        <HeldList held={held} ticked={ticked} action="/admin/reviews/decide" language={language} />
        <Pages language={language} pages={heldPages} />
      </section>
      <Complete {...props} words={words} />
    </StaffPage>
  )
}

function Objected({
  objected,
  words,
  language,
}: {
  objected: readonly ShownResponse[]
  words: ReviewsMessages
  language: Language
}) {
  if (objected.length === 0) return null
  return (
    <section>
      <h2 id="objected">{words.objected}</h2>
      <ul class="points">
        {objected.map(({ ref, study, due, isLate }) => (
          <li>
            <a href={`/admin/reviews/${ref}#objection`}>
              <code>{ref}</code>
            </a>{' '}
            {study}
            {due !== null && ` · ${words.due({ day: formatDate(due, language) })}`}{' '}
            {isLate && <span class="badge bad">{words.late}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Complete({ c, complete, pages, words }: ReviewsPageProps & { words: ReviewsMessages }) {
  const language = languageOf(c)
  return (
    <section>
      <h2 id="complete">{words.complete}</h2>
      {complete.length > 0 && <p class="small">{words.completeHint}</p>}
      <DataTable
        language={language}
        label={words.complete}
        rows={complete}
        empty={words.nothingComplete}
        pages={pages}
        columns={[
          {
            head: words.response,
            is: 'name',
            cell: ({ ref }) => (
              <a href={`/admin/reviews?ref=${ref}`}>
                <code>{ref}</code>
              </a>
            ),
          },
          {
            head: words.state,
            sort: sortBy(c, 'state', 'usual'),
            cell: ({ state }) => <span class={state === 'held' ? 'badge wait' : 'badge'}>{words.states[state]}</span>,
          },
          { head: words.day, is: 'when', cell: ({ day }) => daysText(day, language) },
          { head: words.study, cell: ({ study }) => study },
        ]}
      />
    </section>
  )
}
