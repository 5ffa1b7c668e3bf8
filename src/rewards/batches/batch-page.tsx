/** One batch: who prepared and approved it, what it holds, and what is to be done with it. */

import type { Context } from 'hono'
import { type PayoutsMessages, payoutsMessages } from '../../../messages/generated/payouts.ts'
import { reportsMessages } from '../../../messages/generated/reports.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDate, formatDateTime, formatMoney, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DecidedAbout, ProposalCard, type ShownProposal } from '../../staff/approvals/card.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Stat } from '../../staff/frame/stat.tsx'
import { may } from '../../staff/permissions/may.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import type { Permission } from '../../staff/permissions/permissions.ts'
import { isWallet } from '../payees/channels.ts'
import { type BatchLine, Lines } from './batch-lines.tsx'
import { batchNumber } from './number.ts'
import { ResultFiles, type ResultFilesProps } from './result-files.tsx'
import { ResultsForm } from './results-form.tsx'
import type { Batch } from './store.ts'

export interface BatchPageProps {
  c: Context<AppEnv>
  batch: Batch
  study: string
  preparedBy: string
  approvals: { name: string; at: string }[]
  /** Who has to do what next. */
  next: keyof PayoutsMessages['steps']
  /** Whether what the batch holds now is what was frozen. */
  isAsFrozen: boolean
  /** Whether its payouts are paid by hand. */
  isByHand: boolean
  /** Which files can be had; none before it was handed out. */
  files: (keyof PayoutsMessages['file'])[]
  lines: BatchLine[]
  /** What is proposed about all of it and waits, and what was decided. */
  waiting: readonly ShownProposal[]
  decided: readonly ShownProposal[]
  /** Files of results that were uploaded for it, newest first. */
  resultFiles: ResultFilesProps['files']
  notice: Notice | null
}

export function BatchPage(props: BatchPageProps) {
  const { c, batch, lines, notice, isAsFrozen } = props
  const language = languageOf(c)
  const words = payoutsMessages(language)
  return (
    <StaffPage
      c={c}
      title={words.batchTitle({
        study: props.study,
        day: formatDate(batch.madeAt, language),
        count: batch.payouts,
        sum: formatMoney(batch.totalMinor, batch.currency, language),
      })}
    >
      <NoticeLine notice={notice} />
      {!isAsFrozen && (
        <p class="notice bad" role="alert">
          {words.differs}
        </p>
      )}
      <dl class="stats">
        <Stat name={words.state}>{words.batchStates[isFinished(batch, lines) ? 'finished' : batch.state]}</Stat>
        <Stat name={words.payouts}>{figures(batch.payouts)}</Stat>
        <Stat name={words.sum}>{formatMoney(batch.totalMinor, batch.currency, language)}</Stat>
        <Stat name={words.provider}>{words.providers[batch.provider]}</Stat>
      </dl>
      <Signatures {...props} words={words} />
      <Steps {...props} words={words} />
      {props.waiting.map((one) => (
        <ProposalCard {...one} staff={staffOf(c)} language={language} />
      ))}
      <h2 id="lines">{words.lines}</h2>
      <Lines
        c={c}
        lines={lines}
        words={words}
        canTick={props.isByHand && may(staffOf(c), 'payouts.report', batch.studyId)}
        batchId={batch.id}
      />
      <DecidedAbout decided={props.decided} language={language} />
      <ResultFiles c={c} batchId={batch.id} files={props.resultFiles} />
      <p class="actions no-print">
        <a class="button quiet" href={`/finance/batches/${batch.id}/register`}>
          {reportsMessages(language).register.link}
        </a>
        <a class="button quiet" href="/finance/payouts">
          {words.back}
        </a>
      </p>
    </StaffPage>
  )
}

const isFinished = ({ state }: Batch, lines: readonly BatchLine[]) =>
  state === 'approved' && lines.every(({ payoutState }) => payoutState !== 'queued' && payoutState !== 'open')

type Part = BatchPageProps & { words: PayoutsMessages }

function Signatures({ c, batch, study, preparedBy, approvals, next, lines, words }: Part) {
  const language = languageOf(c)
  return (
    <table class="table">
      <tbody>
        <tr>
          <th scope="row">{words.batch}</th>
          <td>
            <code>{batchNumber(batch.id)}</code>
          </td>
        </tr>
        <tr>
          <th scope="row">{words.study}</th>
          <td>{study}</td>
        </tr>
        <tr>
          <th scope="row">{words.preparedBy}</th>
          <td>
            {preparedBy} · {formatDate(batch.madeAt, language)}
          </td>
        </tr>
        <tr>
          <th scope="row">{words.approvedBy}</th>
          <td>
            {approvals.length === 0 && (
              <>
                {words.notYet}
                <br />
              </>
            )}
            {approvals.map(({ name, at }) => (
              <>
                {name} · {formatDateTime(at, language)}
                <br />
              </>
            ))}
            {batch.state === 'frozen' && <span class="small">{words.needs({ approvals: batch.approvalsNeeded })}</span>}
          </td>
        </tr>
        <tr>
          <th scope="row">{words.nextStep}</th>
          <td>{words.steps[next]}</td>
        </tr>
        <SoFar batch={batch} lines={lines} language={language} words={words} />
        <tr>
          <th scope="row">{words.hash}</th>
          <td>
            <code>{batch.contentHash.replace(/(.{8})(?=.)/g, '$1\u200b')}</code>
            <br />
            <span class="small">{words.hashHint}</span>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

interface SoFarProps {
  batch: Batch
  lines: readonly BatchLine[]
  language: Language
  words: PayoutsMessages
}

/** How many of its payouts stand where, and what they come to, once they stand in different places. */
function SoFar({ batch, lines, language, words }: SoFarProps) {
  const known = Object.keys(words.payoutStates) as (keyof PayoutsMessages['payoutStates'])[]
  const states = known.filter((state) => lines.some(({ payoutState }) => payoutState === state))
  if (states.length < 2) return null
  return (
    <tr>
      <th scope="row">{words.soFar}</th>
      <td>
        {states.map((state) => {
          const some = lines.filter(({ payoutState }) => payoutState === state)
          const sum = some.reduce((total, { amountMinor }) => total + amountMinor, 0)
          return (
            <>
              {leadIn(words.payoutStates[state], language)}
              {figures(some.length)} · {formatMoney(sum, batch.currency, language)}
              <br />
            </>
          )
        })}
      </td>
    </tr>
  )
}

function Steps({ c, batch, isAsFrozen, isByHand, files, lines, words }: Part) {
  const staff = staffOf(c)
  const { id } = staff
  const can = (permission: Permission) => may(staff, permission, batch.studyId)
  const at = `/finance/batches/${batch.id}`
  const waiting = lines.filter(({ payoutState }) => payoutState === 'queued')
  const waits = waiting.length > 0
  const isAside = waits && waiting.every(({ asideSince }) => asideSince !== null)
  const mayCancel = waits && (batch.state === 'frozen' || batch.state === 'approved') && can('batches.cancel')
  return (
    <section class="no-print">
      {batch.state === 'frozen' && can('batches.approve') && id !== batch.preparedBy && isAsFrozen && (
        <div class="actions">
          <PressForm action={`${at}/approvals`} label={words.approve} fields={{ hash: batch.contentHash }} />
          <PressForm action={`${at}/refusal`} label={words.refuse} quiet />
        </div>
      )}
      {batch.state === 'frozen' && id === batch.preparedBy && <p class="note">{words.ownBatch}</p>}
      {batch.state === 'approved' && isAside && <p class="note">{words.aside({ count: waiting.length })}</p>}
      {batch.state === 'approved' && isByHand && can('payouts.report') && waits && !isAside && (
        <>
          <p>{words.instructHint}</p>
          <PressForm action={`${at}/instruction`} label={words.instruct} />
        </>
      )}
      {files.length > 0 && can('payees.unmask') && can('payouts.report') && (
        <>
          <h2>{words.files}</h2>
          <p>{words.filesHint}</p>
          {lines.some(({ channel }) => isWallet(channel)) && <p class="note">{words.walletHint}</p>}
          <div class="actions">
            {files.map((format) => (
              <PressForm action={`${at}/files/${format}`} label={words.file[format]} quiet isForFile />
            ))}
          </div>
          <ResultsForm at={at} words={words} />
        </>
      )}
      {mayCancel && (
        <details>
          <summary>{words.cancel}</summary>
          <p>{words.cancelHint}</p>
          <PressForm action={`${at}/cancellation`} label={words.cancel} quiet />
        </details>
      )}
    </section>
  )
}

interface PressFormProps {
  action: string
  label: string
  quiet?: boolean
  fields?: Record<string, string>
  /** Whether a file answers it, and the page stays: the script then blocks no second press. */
  isForFile?: boolean
}

/** A button that is a form of its own. */
export function PressForm({ action, label, quiet = false, fields = {}, isForFile = false }: PressFormProps) {
  return (
    <form method="post" action={action} class={isForFile ? 'press file' : 'press'}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class={quiet ? 'button quiet' : 'button'} type="submit">
        {label}
      </button>
    </form>
  )
}
