/** What waits to be paid, and the batches. */

import type { Context } from 'hono'
import { type PayoutsMessages, payoutsMessages } from '../../../messages/generated/payouts.ts'
import type { Channel, Provider } from '../../../schema/tables.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDate, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
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
  olderThan: string | null
  isNewest: boolean
}

export function PayoutsPage({ c, notice, waiting, batches, olderThan, isNewest }: PayoutsPageProps) {
  const words = payoutsMessages(languageOf(c))
  const held = waiting.filter(({ state }) => state === 'held')
  return (
    <StaffPage c={c} title={words.title}>
      <NoticeLine notice={notice} />
      <p>{words.about}</p>
      <section>
        <h2>{words.waiting}</h2>
        {waiting.length === held.length ? (
          <p class="empty">{words.nothingWaits}</p>
        ) : (
          <Waiting c={c} lines={waiting.filter(({ state }) => state === 'ready')} words={words} />
        )}
        {held.length > 0 && <Held c={c} lines={held} words={words} />}
      </section>
      <section>
        <h2 id="batches">{words.batches}</h2>
        {batches.length === 0 ? (
          <p class="empty">{words.noBatches}</p>
        ) : (
          <Batches c={c} batches={batches} words={words} />
        )}
        <p class="actions no-print">
          {olderThan !== null && (
            <a class="button quiet" href={`/finance/payouts?before=${olderThan}#batches`}>
              {words.older}
            </a>
          )}
          {!isNewest && (
            <a class="button quiet" href="/finance/payouts#batches">
              {words.newest}
            </a>
          )}
        </p>
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
      <Scroll label={words.waiting}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.study}</th>
              <th scope="col">{words.channel}</th>
              <th scope="col" class="number">
                {words.claims}
              </th>
              <th scope="col" class="number">
                {words.sum}
              </th>
              <th scope="col">{words.provider}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, i) => (
              <tr>
                <th scope="row">{line.study}</th>
                <td>{words.channels[line.channel]}</td>
                <td class="number">{figures(line.count)}</td>
                <td class="number">{formatMoney(line.amountMinor, line.currency, language)}</td>
                <td>
                  {line.providers.length === 0 ? (
                    words.refusals.not_offered
                  ) : may(staff, 'batches.prepare', line.studyId) ? (
                    <PrepareForm line={line} words={words} id={`provider-${i}`} />
                  ) : (
                    line.providers.map((provider) => words.providers[provider]).join(', ')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {may(staff, 'batches.prepare') && <p class="small">{words.prepareHint}</p>}
    </>
  )
}

function PrepareForm({ line, words, id }: { line: WaitingLine; words: PayoutsMessages; id: string }) {
  const { studyId, channel, currency, providers } = line
  return (
    <form method="post" action="/finance/batches">
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
      <button class="button small" type="submit">
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

function Batches({ c, batches, words }: Part & { batches: ListedBatch[] }) {
  const language = languageOf(c)
  return (
    <Scroll label={words.batches}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.batch}</th>
            <th scope="col">{words.provider}</th>
            <th scope="col" class="number">
              {words.payouts}
            </th>
            <th scope="col" class="number">
              {words.sum}
            </th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.nextStep}</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr>
              <th scope="row">
                <a href={`/finance/batches/${batch.id}`}>
                  <code>{batchNumber(batch.id)}</code>
                </a>
                <br />
                <span class="small">
                  {batch.study} · {formatDate(batch.madeAt, language)}
                </span>
              </th>
              <td>{words.providers[batch.provider]}</td>
              <td class="number">{figures(batch.payouts)}</td>
              <td class="number">{formatMoney(batch.totalMinor, batch.currency, language)}</td>
              <td>
                <span class={`badge ${tones[batch.state]}`}>
                  {words.batchStates[batch.state === 'approved' && batch.next === 'none' ? 'finished' : batch.state]}
                </span>
              </td>
              <td>{words.steps[batch.next]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
