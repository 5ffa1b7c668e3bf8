/** What waits to be paid, and the batches. */

import type { Context } from 'hono'
import { type PayoutsMessages, payoutsMessages } from '../../../messages/generated/payouts.ts'
import type { Channel, Provider } from '../../../schema/tables.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDate, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import type { Around } from '../../staff/frame/address.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { sortBy, sortByTime } from '../../staff/frame/sorting.ts'
import { may } from '../../staff/permissions/may.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import { batchNumber } from './number.ts'
import type { Batch } from './store.ts'

/** Claims that could make a batch, or are held. */
export interface WaitingLine {
  studyId: string
  study: string
  channel: Channel
  currency: string
  state: 'ready' | 'held'
  count: number
  amountMinor: number
  /** Who could pay them; the first is what the form starts with. */
  providers: Provider[]
}

export interface ListedBatch extends Batch {
  study: string
  next: keyof PayoutsMessages['steps']
}

export interface PayoutsPageProps {
  c: Context<AppEnv>
  notice: Notice | null
  waiting: WaitingLine[]
  batches: ListedBatch[]
  pages: Around
}

export function PayoutsPage({ c, notice, waiting, batches, pages }: PayoutsPageProps) {
  const words = payoutsMessages(languageOf(c))
  const heldClaims = waiting.filter(({ state }) => state === 'held')
  return (
    <StaffPage c={c} title={words.title}>
      <NoticeLine notice={notice} />
      <p>{words.about}</p>
      <section>
        <h2>{words.waiting}</h2>
        {waiting.length === heldClaims.length ? (
          <p class="empty">{words.nothingWaits}</p>
        ) : (
          <Waiting c={c} lines={waiting.filter(({ state }) => state === 'ready')} words={words} />
        )}
        {heldClaims.length > 0 && <Held c={c} lines={heldClaims} words={words} />}
      </section>
      <section>
        <h2 id="batches">{words.batches}</h2>
        <Batches c={c} batches={batches} pages={pages} words={words} />
      </section>
    </StaffPage>
  )
}

interface Part {
  c: Context<AppEnv>
  words: PayoutsMessages
}

function Waiting({ c, lines, words }: Part & { lines: WaitingLine[] }) {
  const language = languageOf(c)
  const staff = staffOf(c)
  return (
    <>
      <DataTable
        language={language}
        label={words.waiting}
        rows={lines.map((line, i) => ({ line, i }))}
        empty={words.nothingWaits}
        columns={[
          { head: words.study, is: 'name', cell: ({ line }) => line.study },
          { head: words.channel, cell: ({ line }) => words.channels[line.channel] },
          { head: words.claims, is: 'number', cell: ({ line }) => figures(line.count) },
          {
            head: words.sum,
            is: 'number',
            cell: ({ line }) => formatMoney(line.amountMinor, line.currency, language),
          },
          {
            head: words.provider,
            cell: ({ line, i }) =>
              line.providers.length === 0 ? (
                words.refusals.not_offered
              ) : may(staff, 'batches.prepare', line.studyId) ? (
                <PrepareForm line={line} words={words} id={`provider-${i}`} />
              ) : (
                line.providers.map((provider) => words.providers[provider]).join(', ')
              ),
          },
        ]}
      />
      {may(staff, 'batches.prepare') && <p class="small">{words.prepareHint}</p>}
    </>
  )
}

function PrepareForm({ line, words, id }: { line: WaitingLine; words: PayoutsMessages; id: string }) {
  const { studyId, channel, currency, providers } = line
  return (
    <form class="one-line" method="post" action="/finance/batches">
      {Object.entries({ studyId, channel, currency }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label class="sr" for={id}>
        {words.provider}
      </label>
      <select id={id} name="provider">
        {providers.map((provider) => (
          <option value={provider}>{words.providers[provider]}</option>
        ))}
      </select>{' '}
      <button class="button quiet small" type="submit">
        {words.prepare}
      </button>
    </form>
  )
}

function Held({ c, lines, words }: Part & { lines: WaitingLine[] }) {
  const language = languageOf(c)
  return (
    <div class="notice wait">
      <p>
        <strong>{words.heldClaims}</strong> · {words.heldHint}
      </p>
      <ul>
        {lines.map(({ study, channel, count, amountMinor, currency }) => (
          <li>
            {study} · {words.channels[channel]} · {figures(count)} · {formatMoney(amountMinor, currency, language)}
          </li>
        ))}
      </ul>
      <p class="no-print">
        <a href="/finance/vouchers?state=claim_held">{words.details}</a>
      </p>
    </div>
  )
}

const tones = { frozen: 'wait', approved: 'good', refused: 'bad', cancelled: 'bad' } as const

function Batches({ c, batches, pages, words }: Part & { batches: ListedBatch[]; pages: Around }) {
  const language = languageOf(c)
  return (
    <DataTable
      language={language}
      label={words.batches}
      rows={batches}
      pages={pages}
      empty={words.noBatches}
      columns={[
        {
          head: words.batch,
          is: 'name',
          sort: sortByTime(c, 'newest', ['state', 'sum']),
          cell: (batch) => (
            <>
              <a href={`/finance/batches/${batch.id}`}>
                {batch.study} · {formatDate(batch.madeAt, language)}
              </a>
              <br />
              <span class="small">
                <code>{batchNumber(batch.id)}</code>
              </span>
            </>
          ),
        },
        { head: words.provider, cell: (batch) => words.providers[batch.provider] },
        { head: words.payouts, is: 'number', cell: (batch) => figures(batch.payouts) },
        {
          head: words.sum,
          is: 'number',
          sort: sortBy(c, 'sum'),
          cell: (batch) => formatMoney(batch.totalMinor, batch.currency, language),
        },
        {
          head: words.state,
          sort: sortBy(c, 'state'),
          cell: (batch) => <span class={`badge ${tones[batch.state]}`}>{words.batchStates[batch.state]}</span>,
        },
        {
          head: words.nextStep,
          // What a list by state cannot be sorted by, for it is known of a batch by its payouts alone.
          cell: ({ state, next }) => (
            <>
              {state === 'approved' && next === 'none' && <span class="badge good">{words.batchStates.finished}</span>}{' '}
              {words.steps[next]}
            </>
          ),
        },
      ]}
    />
  )
}
