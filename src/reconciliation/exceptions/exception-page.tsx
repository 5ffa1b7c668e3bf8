/** One exception: what the statement says and what our books say, who did what about it, and what can be done. */

import type { Context } from 'hono'
import { type ExceptionsMessages, exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDate, formatDateTime, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DecidedAbout, ProposalCard, type ShownProposal } from '../../staff/approvals/card.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Stat } from '../../staff/frame/stat.tsx'
import { staffOf } from '../../staff/permissions/needs.ts'
import type { Aged } from './aged.ts'
import type { ExceptionDetail } from './exception.ts'
import { ExceptionForms, type FormsProps } from './exception-forms.tsx'
import { ageText } from './exceptions-page.tsx'
import { accountNameOf, besideFacts, exceptionHint } from './shown/exception.ts'
import type { ExceptionStep } from './store.ts'

export interface ExceptionPageProps extends Omit<FormsProps, 'words' | 'language' | 'waits'> {
  c: Context<AppEnv>
  exception: Aged
  detail: ExceptionDetail
  steps: readonly ExceptionStep[]
  /** Names of staff by id. */
  names: ReadonlyMap<string, string>
  /** What is proposed about it, and waits for another person. */
  waiting: readonly ShownProposal[]
  /** What was proposed about it, and decided. */
  decided: readonly ShownProposal[]
  notice: Notice | null
}

export function ExceptionPage(props: ExceptionPageProps) {
  const { c, exception, detail, steps, names, waiting, decided, notice } = props
  const language = languageOf(c)
  const words = exceptionsMessages(language)
  const hasStopped = detail.stops === true && !exception.isStopping && exception.closedAt === null
  return (
    <StaffPage c={c} title={words.classes[exception.class]}>
      <NoticeLine notice={notice} />
      {exception.closedAt === null && <p>{exceptionHint(exception, detail, language)}</p>}
      {exception.isStopping && (
        <div class="notice bad">
          <p>
            <strong>{words.stop}</strong>
          </p>
          <p>{words.stopHint}</p>
        </div>
      )}
      {hasStopped && <p class="notice wait">{words.isLifted}</p>}
      {exception.closedAt !== null && (
        <p class="notice good">{words.closedOn({ at: formatDateTime(exception.closedAt, language) })}</p>
      )}
      <dl class="stats">
        <Stat name={words.money}>{formatMoney(exception.amountMinor, exception.currency, language)}</Stat>
        <Stat name={words.account} small>
          {accountNameOf(exception, language)}
        </Stat>
        {exception.study && (
          <Stat name={words.study} small>
            {exception.study}
          </Stat>
        )}
        <Stat name={words.day} small>
          {formatDate(exception.day ?? exception.openedAt, language)} · {ageText(exception.age, words)}
        </Stat>
        <Stat name={words.owner} small>
          {exception.ownerName ?? words.nobody}
        </Stat>
      </dl>
      {waiting.length > 0 && (
        <section>
          <h2>{words.waiting}</h2>
          {waiting.map((one) => (
            <ProposalCard {...one} staff={staffOf(c)} language={language} />
          ))}
        </section>
      )}
      <Facts exception={exception} detail={detail} words={words} language={language} />
      <History exception={exception} steps={steps} names={names} language={language} />
      <DecidedAbout decided={decided} language={language} />
      {exception.closedAt === null && (
        <ExceptionForms {...props} waits={waiting.map(({ row }) => row.kind)} words={words} language={language} />
      )}
      <p class="actions no-print">
        <a class="button quiet" href="/finance/exceptions">
          {words.back}
        </a>
      </p>
    </StaffPage>
  )
}

interface HistoryProps extends Pick<ExceptionPageProps, 'exception' | 'steps' | 'names'> {
  language: Language
}

/** Who did what about it, and when. */
function History({ exception, steps, names, language }: HistoryProps) {
  const words = exceptionsMessages(language)
  return (
    <>
      <h2>{words.history}</h2>
      <ul>
        {steps.every(({ what }) => what !== 'opened') && (
          <li>
            {words.steps.opened} · {accountNameOf(exception, language)} · {formatDateTime(exception.openedAt, language)}
          </li>
        )}
        {steps.map(({ what, actor, note, at }) => (
          <li>
            {Object.hasOwn(words.steps, what) ? words.steps[what as keyof typeof words.steps] : what} ·{' '}
            {names.get(actor) ?? words.byMatching} · {formatDateTime(at, language)}
            {note !== '' && (
              <>
                <br />
                <span lang="">{what === 'recounted' ? recounted(note, exception.currency, language) : note}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The difference that a later statement left, which the step holds in minor units. */
function recounted(note: string, currency: string, language: Language): string {
  return /^-?\d+$/.test(note) ? formatMoney(Number(note), currency, language) : note
}

type FactsProps = { exception: Aged; detail: ExceptionDetail; words: ExceptionsMessages; language: Language }

/** The statement beside our books, as far as either says something. */
function Facts({ exception, detail, words, language }: FactsProps) {
  return (
    <section>
      <h2>{words.facts}</h2>
      <dl class="stats">
        {besideFacts(exception, detail, language).map(({ label, text }) => (
          <Stat name={label} small lang="">
            {text}
          </Stat>
        ))}
      </dl>
      <p class="no-print">
        {detail.payout !== undefined && <a href={`/finance/payouts/${detail.payout}`}>{words.payout}</a>}{' '}
        {detail.batch !== undefined && <a href={`/finance/batches/${detail.batch}`}>{words.batch}</a>}{' '}
        {detail.statement !== undefined && <a href={`/finance/statements/${detail.statement}`}>{words.statement}</a>}
      </p>
    </section>
  )
}
