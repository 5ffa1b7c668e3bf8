/** One exception: what the statement says and what our books say, who did what about it, and what can be done. */

import type { Context } from 'hono'
import { type ExceptionsMessages, exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDate, formatDateTime, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import type { Detail } from './exception.ts'
import { ExceptionForms, type FormsProps } from './exception-forms.tsx'
import { type Aged, ageText } from './exceptions-page.tsx'
import type { ExceptionStep } from './store.ts'

export interface ExceptionPageProps extends Omit<FormsProps, 'words' | 'language'> {
  c: Context<AppEnv>
  exception: Aged
  detail: Detail
  steps: readonly ExceptionStep[]
  /** Names of staff by id. */
  names: ReadonlyMap<string, string>
  notice: Notice | null
}

export function ExceptionPage(props: ExceptionPageProps) {
  const { c, exception, detail, steps, names, notice } = props
  const language = languageOf(c)
  const words = exceptionsMessages(language)
  const hasStopped = detail.stops === true && !exception.isStopping && exception.closedAt === null
  return (
    <StaffPage c={c} title={words.classes[exception.class]}>
      <NoticeLine notice={notice} />
      <p>{words.hints[exception.class]}</p>
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
        <div class="stat">
          <dt>{words.money}</dt>
          <dd>{formatMoney(exception.amountMinor, exception.currency, language)}</dd>
        </div>
        <div class="stat">
          <dt>{words.account}</dt>
          <dd class="small">
            <code>{exception.accountId ?? exception.provider}</code> {exception.study}
          </dd>
        </div>
        <div class="stat">
          <dt>{words.day}</dt>
          <dd class="small">
            {formatDate(exception.day ?? exception.openedAt, language)} · {ageText(exception.age, words)}
          </dd>
        </div>
        <div class="stat">
          <dt>{words.owner}</dt>
          <dd class="small">{exception.ownerName ?? words.nobody}</dd>
        </div>
      </dl>
      <Facts exception={exception} detail={detail} words={words} language={language} />
      <h2>{words.history}</h2>
      <ul>
        {steps.map(({ what, actor, note, at }) => (
          <li>
            {Object.hasOwn(words.steps, what) ? words.steps[what as keyof typeof words.steps] : what} ·{' '}
            {names.get(actor) ?? words.byMatching} · {formatDateTime(at, language)}
            {note !== '' && (
              <>
                <br />
                <span lang="">{note}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {exception.closedAt === null && <ExceptionForms {...props} words={words} language={language} />}
      <p class="actions no-print">
        <a class="button quiet" href="/finance/exceptions">
          {words.back}
        </a>
      </p>
    </StaffPage>
  )
}

type FactsProps = { exception: Aged; detail: Detail; words: ExceptionsMessages; language: Language }

/** The statement beside our books, as far as either says something. */
function Facts({ exception, detail, words, language }: FactsProps) {
  const money = (minor: number | undefined) =>
    minor === undefined ? null : formatMoney(minor, exception.currency, language)
  const states = payoutsMessages(language).attemptStates
  const state = detail.state !== undefined && Object.hasOwn(states, detail.state) ? detail.state : null
  const rows: [string, string | null | undefined][] = [
    [words.provider, money(detail.lineMinor ?? detail.closingMinor)],
    [
      words.books,
      [
        money(detail.bookedMinor ?? detail.expectedMinor),
        state === null ? null : states[state as keyof typeof states],
        detail.bookedDay === undefined ? null : formatDate(detail.bookedDay, language),
      ]
        .filter((text) => text !== null)
        .join(' · '),
    ],
    [words.type, detail.rawType],
    [words.reference, detail.reference],
    [words.providerId, detail.providerId],
  ]
  return (
    <section>
      <h2>{words.facts}</h2>
      <dl class="stats">
        {rows
          .filter(([, text]) => text !== null && text !== undefined && text !== '')
          .map(([label, text]) => (
            <div class="stat">
              <dt>{label}</dt>
              <dd class="small" lang="">
                {text}
              </dd>
            </div>
          ))}
      </dl>
      <p class="no-print">
        {detail.payout !== undefined && <a href={`/finance/payouts/${detail.payout}`}>{words.payout}</a>}{' '}
        {detail.statement !== undefined && <a href={`/finance/statements/${detail.statement}`}>{words.statement}</a>}
      </p>
    </section>
  )
}
