/** One payout: every step, attempt and call of it, with who, when and why. */

import type { Context } from 'hono'
import { type PayoutsMessages, payoutsMessages } from '../../../messages/generated/payouts.ts'
import type { AttemptState, FailReason, Reason } from '../../../schema/tables.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDateTime, formatMoney, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DecidedAbout, ProposalCard, type ShownProposal } from '../../staff/approvals/card.tsx'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Stat } from '../../staff/frame/stat.tsx'
import { may } from '../../staff/permissions/may.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import { PressForm } from '../batches/batch-page.tsx'
import { batchNumber } from '../batches/number.ts'
import type { PayeeField } from '../payees/channels.ts'
import { whenNext } from './clearing-page.tsx'
import type { PayoutRow } from './store.ts'

export interface AttemptStep {
  nth: number
  reference: string
  state: AttemptState
  actor: string
  reason: Reason | null
  code: string | null
  at: string
}

export interface PayoutPageProps {
  c: Context<AppEnv>
  payout: PayoutRow
  voucherReference: string
  study: string
  steps: AttemptStep[]
  calls: { what: 'send' | 'query' | 'cancel'; at: string }[]
  /** Names of staff by id. */
  names: ReadonlyMap<string, string>
  /** The payee in full, when it was just asked for; otherwise masked. */
  payee: { field: PayeeField['name']; text: string }[]
  isInFull: boolean
  /** Whether there is a provider to be asked now. */
  mayAsk: boolean
  /** Whether staff may propose that it failed. */
  mayFail: boolean
  now: string
  /** What is proposed about it, and waits for another person. */
  waiting: readonly ShownProposal[]
  /** What was proposed about it, and decided. */
  decided: readonly ShownProposal[]
  /** What was typed into the form that was refused, if one was. */
  typed: TypedFailure | null
  notice: Notice | null
}

/** What the form holds by which staff say that it failed. */
export interface TypedFailure {
  reason: string
  code: string
  evidence: string
}

export function PayoutPage(props: PayoutPageProps) {
  const { c, payout, voucherReference, study, notice } = props
  const language = languageOf(c)
  const words = payoutsMessages(language)
  return (
    <StaffPage c={c} title={words.payoutTitle({ reference: voucherReference })}>
      <NoticeLine notice={notice} />
      <dl class="stats">
        {[
          [words.amount, formatMoney(payout.amountMinor, payout.currency, language)],
          [words.state, words.payoutStates[payout.payoutState]],
          [words.provider, words.providers[payout.provider]],
          [words.channel, words.channels[payout.channel]],
        ].map(([name, value]) => (
          <Stat name={name}>{value}</Stat>
        ))}
      </dl>
      <p>
        {study} ·{' '}
        <a href={`/finance/batches/${payout.batchId}`}>
          {words.batch} <code>{batchNumber(payout.batchId)}</code>
        </a>{' '}
        · <a href={`/finance/vouchers/${voucherReference}`}>{words.voucher}</a>
      </p>
      <Payee {...props} words={words} />
      <Life {...props} words={words} />
      {payout.payoutState === 'paid' &&
        payout.provider === 'manual' &&
        props.waiting.length === 0 &&
        may(staffOf(c), 'payouts.report', payout.studyId) && (
          <p class="no-print">
            <a href={`/finance/payouts/${payout.payoutId}/undo`}>{words.undo.title}</a>
          </p>
        )}
      {props.waiting.map((one) => (
        <ProposalCard {...one} staff={staffOf(c)} language={language} />
      ))}
      <DecidedAbout decided={props.decided} language={language} />
      {props.mayFail && props.waiting.length === 0 && may(staffOf(c), 'payouts.report', payout.studyId) && (
        <Fail {...props} words={words} />
      )}
    </StaffPage>
  )
}

type Part = PayoutPageProps & { words: PayoutsMessages }

function Payee({ c, payout, payee, isInFull, words }: Part) {
  const mayAsk = may(staffOf(c), 'payees.unmask', payout.studyId) && !isInFull && payout.claimState !== 'ended'
  return (
    <section>
      <h2>{words.payee}</h2>
      {payee.length > 0 && (
        <p>
          {payee.map(({ text }) => (
            <>
              <code>{text}</code>{' '}
            </>
          ))}
        </p>
      )}
      {mayAsk && (
        <div class="no-print">
          <PressForm action={`/finance/payouts/${payout.payoutId}/payee`} label={words.showPayee} quiet />
          <p class="small">{words.showPayeeHint}</p>
        </div>
      )}
    </section>
  )
}

/** What a step's actor is called. */
export function actorName(actor: string, names: ReadonlyMap<string, string>, words: PayoutsMessages): string {
  const known = names.get(actor)
  if (known !== undefined) return known
  if (Object.hasOwn(words.actors, actor)) return words.actors[actor as keyof PayoutsMessages['actors']]
  return Object.hasOwn(words.providers, actor) ? words.providers[actor as keyof PayoutsMessages['providers']] : actor
}

function Life({ c, payout, steps, calls, names, now, mayAsk, words }: Part) {
  const language = languageOf(c)
  return (
    <section>
      <h2>{words.life}</h2>
      {steps.length === 0 && <p>{words.payoutStates[payout.payoutState]}</p>}
      {steps.length > 0 && (
        <DataTable
          language={language}
          label={words.life}
          rows={steps}
          columns={[
            {
              head: words.attempt,
              is: 'name',
              cell: ({ nth, reference }) => (
                <>
                  {nth} · <code>{reference}</code>
                </>
              ),
            },
            { head: words.what, cell: ({ state }) => words.attemptStates[state] },
            { head: words.who, cell: ({ actor }) => actorName(actor, names, words) },
            { head: words.when, is: 'when', cell: ({ at }) => formatDateTime(at, language) },
            { head: words.reason, cell: (step) => <StepReason {...step} words={words} /> },
          ]}
        />
      )}
      {payout.payoutState === 'open' && (
        <p>
          {payout.code !== null && (
            <>
              {leadIn(words.code, language)}
              <code>{payout.code}</code> ·{' '}
            </>
          )}
          {leadIn(words.next, language)}
          {whenNext(payout.nextAt, now, language)}
        </p>
      )}
      {mayAsk && may(staffOf(c), 'payouts.ask', payout.studyId) && (
        <div class="no-print">
          <PressForm action={`/finance/payouts/${payout.payoutId}/question`} label={words.ask} quiet />
          <p class="small">{words.askHint}</p>
        </div>
      )}
      {calls.length > 0 && (
        <details>
          <summary>{words.calls}</summary>
          <ol>
            {calls.map(({ what, at }) => (
              <li>
                {words.callNames[what]} · {formatDateTime(at, language)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

/** Why a step was taken, and the provider's code for it; a dash where neither is known. */
export function StepReason({ reason, code, words }: Pick<AttemptStep, 'reason' | 'code'> & { words: PayoutsMessages }) {
  if (reason === null && code === null) return <>–</>
  return (
    <>
      {reason !== null && words.reasons[reason]} {code !== null && <code>{code}</code>}
    </>
  )
}

/** Why staff may say that a payout by hand failed. */
export const manualFailReasons: readonly FailReason[] = [
  'payee_not_found',
  'payee_name_mismatch',
  'payee_account_problem',
  'payee_limit',
  'payer_problem',
  'declined_by_provider',
]

function Fail({ c, payout, typed, words }: Part) {
  const reasons = payoutsMessages(languageOf(c)).reasons
  return (
    <details class="no-print" open={typed !== null}>
      <summary>{words.fail}</summary>
      <form method="post" action={`/finance/payouts/${payout.payoutId}/failure`}>
        <p>{words.failHint}</p>
        <p>
          <label for="reason">{words.failReason}</label>
          <br />
          <select id="reason" name="reason">
            {manualFailReasons.map((reason) => (
              <option value={reason} selected={reason === typed?.reason}>
                {reasons[reason]}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label for="code">{words.failCode}</label>
          <br />
          <input type="text" id="code" name="code" value={typed?.code} maxlength={40} autocomplete="off" />
        </p>
        <p>
          <label for="evidence">{words.failEvidence}</label>
          <br />
          <input type="text" id="evidence" name="evidence" value={typed?.evidence} maxlength={200} autocomplete="off" />
        </p>
        <p class="actions">
          <button class="button" type="submit">
            {words.failButton}
          </button>
        </p>
      </form>
    </details>
  )
}
