/** How the files of each account are read, as people have said: columns of plain CSVs, and words of the provider. */

import type { Context } from 'hono'
import { exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import { type ReadingRulesMessages, readingRulesMessages } from '../../../messages/generated/reading-rules.ts'
import { statementsMessages } from '../../../messages/generated/statements.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDateTime, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { accountName } from '../../rewards/ledger/account-name.ts'
import { LinesField } from '../../staff/frame/field.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Stat } from '../../staff/frame/stat.tsx'
import { learningText, unlearningText } from './approval-effects.ts'
import type { RememberedColumns } from './rule.ts'
import type { WordRuleEffect } from './words.ts'

/** A word as the page shows it. */
export interface ShownWord extends WordRuleEffect {
  actor: string
  at: string
}

export interface AccountRules {
  accountId: string
  columns: readonly RememberedColumns[]
  words: readonly ShownWord[]
}

export interface RulesPageProps {
  c: Context<AppEnv>
  accounts: readonly AccountRules[]
  /** Names of staff by id. */
  names: ReadonlyMap<string, string>
  mayChange: boolean
  mayPropose: boolean
  /** What was typed for a word and not taken. */
  typed: { accountId: string; word: string; note: string } | null
  notice: Notice | null
}

type Said = RulesPageProps & { words: ReadingRulesMessages; language: Language; accountId: string }

export function RulesPage(props: RulesPageProps) {
  const { c, accounts, notice } = props
  const language = languageOf(c)
  const words = readingRulesMessages(language)
  return (
    <StaffPage c={c} title={words.title}>
      <NoticeLine notice={notice} />
      <p>{words.about}</p>
      {accounts.length === 0 && <p class="empty">{words.none}</p>}
      {accounts.map(({ accountId, columns, words: learned }, nth) => (
        <section id={accountId}>
          <h2>{accountName(accountId, language)}</h2>
          {columns.map((one) => (
            <ColumnsRule {...{ ...props, words, language, accountId }} columns={one} />
          ))}
          {learned.map((one, n) => (
            <LearnedWord {...{ ...props, words, language, accountId }} id={`word-${nth}-${n}`} rule={one} />
          ))}
        </section>
      ))}
      <p class="actions">
        <a class="button quiet" href="/finance/statements">
          {statementsMessages(language).back}
        </a>
      </p>
    </StaffPage>
  )
}

function ColumnsRule({ columns, accountId, mayChange, names, words, language }: Said & { columns: RememberedColumns }) {
  const { name, mapping, state, actor, at } = columns
  const labels = statementsMessages(language)
  const { amount } = mapping
  const facts: [string, string | null][] = [
    [labels.column.day, `${mapping.day.column} (${mapping.day.format})`],
    ...(amount.by === 'columns'
      ? ([
          [labels.column.debit, amount.debit],
          [labels.column.credit, amount.credit],
        ] as [string, string][])
      : ([[labels.column.amount, amount.column]] as [string, string][])),
    [labels.column.direction, amount.by === 'word' ? amount.direction : null],
    [labels.column.key, mapping.key],
    [labels.column.reference, mapping.reference],
    [labels.column.providerId, mapping.providerId],
    [labels.column.type, mapping.type],
    [labels.column.balance, mapping.balance?.column ?? null],
  ]
  const of = new URLSearchParams({ account: accountId, name }).toString()
  return (
    <article class="q" aria-labelledby={`${accountId}-${name}`}>
      <h3 id={`${accountId}-${name}`}>
        <span class={state === 'in_use' ? 'badge good' : 'badge wait'}>{words.states[state]}</span> {words.columns}
      </h3>
      <p class="small">
        {leadIn(words.names, language)}
        <span lang="">{columns.header.filter((one) => one !== '').join(' · ')}</span>
      </p>
      <dl class="stats">
        {facts
          .filter(([, text]) => text !== null)
          .map(([label, text]) => (
            <Stat name={label} small lang="">
              {text}
            </Stat>
          ))}
      </dl>
      <p class="small">{words.by({ name: names.get(actor) ?? '–', at: formatDateTime(at, language) })}</p>
      {mayChange && (
        <form method="post" action="/finance/statements/rules/forget">
          <input type="hidden" name="account" value={accountId} />
          <input type="hidden" name="name" value={name} />
          <p class="hint">{words.forgetHint}</p>
          <p class="actions">
            <a class="button quiet" href={`/finance/statements/rules/columns?${of}`}>
              {words.change}
            </a>
            <button class="button quiet" type="submit">
              {words.forget}
            </button>
          </p>
        </form>
      )}
    </article>
  )
}

function LearnedWord(props: Said & { id: string; rule: ShownWord }) {
  const { id, rule, accountId, mayPropose, typed, names, words, language } = props
  const { word, kind, actor, at } = rule
  const note = typed?.accountId === accountId && typed.word === word ? typed.note : ''
  return (
    <article class="q" aria-labelledby={`${id}-h`}>
      <h3 id={`${id}-h`}>
        <span lang="">{word}</span> → {exceptionsMessages(language).kinds[kind]}
      </h3>
      <p>{learningText(rule, language)}</p>
      <p class="small">{words.by({ name: names.get(actor) ?? '–', at: formatDateTime(at, language) })}</p>
      {mayPropose && (
        <details open={note !== ''}>
          <summary>{words.unlearn}</summary>
          <form method="post" action="/finance/statements/rules/unlearn">
            <p>{unlearningText(rule, language)}</p>
            <p class="hint">{words.unlearnHint}</p>
            <input type="hidden" name="account" value={accountId} />
            <input type="hidden" name="word" value={word} />
            <input type="hidden" name="field" value={`${id}-note`} />
            <LinesField name={`${id}-note`} label={words.note} value={note} rows={2} />
            <p class="actions">
              <button class="button" type="submit">
                {words.propose}
              </button>
            </p>
          </form>
        </details>
      )}
    </article>
  )
}
