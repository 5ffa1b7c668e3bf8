/** A voucher's whole history on one page: every step, transfer and attempt, with who, when and why. */

import type { Context } from 'hono'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { vouchersMessages } from '../../../messages/generated/vouchers.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { Fact } from '../../platform/http/fact.tsx'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDate, formatDateTime, formatMoney, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Stat } from '../../staff/frame/stat.tsx'
import { actorName, StepReason } from '../payouts/payout-page.tsx'
import { VoucherActions } from './voucher-forms.tsx'
import { Payouts, Proposals } from './voucher-paid.tsx'
import type { TypedProposal, VoucherPart } from './voucher-part.ts'
import type { ShownStep, VoucherHistory } from './voucher-read.ts'

export interface VoucherPageProps {
  c: Context<AppEnv>
  history: VoucherHistory
  notice: Notice | null
  typed: TypedProposal | null
}

export function VoucherDeskPage({ c, history, notice, typed }: VoucherPageProps) {
  const language = languageOf(c)
  const words = vouchersMessages(language)
  const { head } = history
  const part = { c, history, words, language, typed }
  return (
    <StaffPage c={c} title={words.voucherTitle({ reference: history.reference })}>
      <NoticeLine notice={notice} />
      <dl class="stats">
        <Stat name={words.amount}>{formatMoney(head.amountMinor, head.currency, language)}</Stat>
        {head.taxMinor > 0 && <Stat name={words.tax}>{formatMoney(head.taxMinor, head.currency, language)}</Stat>}
        <Stat name={words.state}>{vouchersMessages(language).list.states[history.state]}</Stat>
      </dl>
      <Facts {...part} />
      <section>
        <h2>{words.life}</h2>
        {history.steps.length === 0 ? <p>{words.noSteps}</p> : <Steps {...part} />}
        <p class="small">{words.lifeHint}</p>
      </section>
      <Payouts {...part} />
      <Transfers {...part} />
      <Proposals {...part} />
      <VoucherActions {...part} />
      <p class="actions no-print">
        <a class="button quiet" href="/finance/vouchers">
          {words.back}
        </a>
      </p>
    </StaffPage>
  )
}

function Facts({ history, words, language }: VoucherPart) {
  const { head, payee, claim, year, inPlaceOf, replacedBy } = history
  return (
    <dl class="facts">
      <Fact name={words.study}>{history.study}</Fact>
      <Fact name={words.day}>{formatDate(head.madeAt.slice(0, 10), language)}</Fact>
      {claim !== null && <Fact name={words.channel}>{payoutsMessages(language).channels[claim.channel]}</Fact>}
      {payee.length > 0 && (
        <Fact name={words.payee}>
          {payee.map(({ text }) => (
            <code>{text} </code>
          ))}
        </Fact>
      )}
      {year !== null && (
        <Fact name={words.year}>
          {words.yearOf({
            total: formatMoney(year.totalMinor, head.currency, language),
            allowed: formatMoney((year.limitMinor ?? 0) + year.raisedMinor, head.currency, language),
          })}
        </Fact>
      )}
      {inPlaceOf !== null && (
        <Fact name={words.inPlaceOf}>
          <Reference text={inPlaceOf} />
        </Fact>
      )}
      {replacedBy !== null && (
        <Fact name={words.replacedBy}>
          <Reference text={replacedBy} />
        </Fact>
      )}
    </dl>
  )
}

function Reference({ text }: { text: string }) {
  return (
    <a href={`/finance/vouchers/${text}`}>
      <code>{text}</code>
    </a>
  )
}

function Steps({ history, words, language }: VoucherPart) {
  const payout = payoutsMessages(language)
  return (
    <DataTable
      language={language}
      label={words.life}
      rows={history.steps}
      columns={[
        { head: words.when, is: 'when', cell: ({ at }) => formatDateTime(at, language) },
        {
          head: words.what,
          is: 'name',
          cell: (step) => leadIn(words.lives[step.kind], language) + stateName(step, language),
        },
        { head: words.who, cell: ({ actor }) => actorName(actor ?? 'service', history.names, payout) },
        { head: words.why, cell: (step) => <StepReason {...step} words={payout} /> },
      ]}
    />
  )
}

function stateName({ kind, state }: ShownStep, language: Language): string {
  const { batchStates, payoutStates, attemptStates, claimStates } = payoutsMessages(language)
  const names: Record<ShownStep['kind'], Record<string, string>> = {
    voucher: vouchersMessages(language).list.states,
    claim: claimStates,
    payout: payoutStates,
    attempt: attemptStates,
    batch: batchStates,
  }
  return names[kind][state] ?? state
}

function Transfers({ history, words, language }: VoucherPart) {
  const { transfers, head } = history
  return (
    <section>
      <h2>{words.transfers}</h2>
      {transfers.length === 0 ? (
        <p class="small">{words.noTransfers}</p>
      ) : (
        <DataTable
          language={language}
          label={words.transfers}
          rows={transfers}
          columns={[
            {
              head: words.when,
              is: 'when',
              cell: ({ at, reference }) =>
                reference === null ? formatDate(at.slice(0, 10), language) : formatDateTime(at, language),
            },
            { head: words.from, cell: ({ debit }) => words.accounts[debit] },
            { head: words.to, cell: ({ credit }) => words.accounts[credit] },
            {
              head: words.amount,
              is: 'number',
              cell: ({ amountMinor }) => formatMoney(amountMinor, head.currency, language),
            },
            {
              head: words.lives.attempt,
              cell: ({ reference }) => (reference === null ? '–' : <code>{reference}</code>),
            },
          ]}
        />
      )}
    </section>
  )
}
