/** One statement: how far it has come, the gates that it passed, or the line and the reason that it was refused for. */

import type { Context } from 'hono'
import { commonMessages } from '../../../messages/generated/common.ts'
import { type StatementsMessages, statementsMessages } from '../../../messages/generated/statements.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { assetUrls } from '../../platform/http/assets.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDates, formatDateTime, formatMoney, gap, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { accountName } from '../../rewards/ledger/account-name.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Stat } from '../../staff/frame/stat.tsx'
import type { Proof } from '../formats/statement.ts'
import { needsColumns } from '../reading-rules/columns-wait.ts'
import { problemDetail } from './problem-detail.ts'
import type { ImportOutcome, Problem, Statement } from './statement.ts'
import { StateBadge } from './statements-page.tsx'

export interface StatementPageProps {
  c: Context<AppEnv>
  statement: Statement
  uploadedBy: string
  outcome: ImportOutcome | null
  problem: Problem | null
  /** How much of the work that is going on is done, from 0 to 1; null when nothing is going on. */
  done: number | null
  /** Whether its next step was tried so often that it waits for a person. */
  isStuck: boolean
  /** Whether the reader may go on with the work. */
  mayWork: boolean
  mayDiscard: boolean
  /** Whether it was refused and its columns can be said anew. */
  mayReopen: boolean
  /** Of a ZIP of several files: the statements that they became, and how many are none. */
  several: { statements: readonly Statement[]; leftOut: number } | null
  notice: Notice | null
}

export function StatementPage(props: StatementPageProps) {
  const { c, statement, uploadedBy, outcome, problem, done, mayWork, mayDiscard, mayReopen, several, notice } = props
  const language = languageOf(c)
  const words = statementsMessages(language)
  const here = `/finance/statements/${statement.id}`
  const next = props.isStuck ? 'stuck' : nextOf(statement)
  const isWaiting = props.isStuck || statement.state === 'quarantined'
  return (
    <StaffPage
      c={c}
      title={`${words.one} · ${accountName(statement.accountId, language)}`}
      scripts={done === null ? [] : [assetUrls(c.var.ports.assets).upload]}
    >
      <NoticeLine notice={notice} />
      <p>
        <StateBadge statement={statement} words={words} /> {words.formats[statement.format]} · {uploadedBy} ·{' '}
        {formatDateTime(statement.madeAt, language)}
      </p>
      {statement.periodFrom !== null && statement.periodTo !== null && (
        <p>
          {leadIn(words.period, language)}
          {formatDates(statement.periodFrom, statement.periodTo, language)}
        </p>
      )}
      {next !== null && <p {...(isWaiting ? { class: 'notice wait', role: 'alert' } : {})}>{words.next[next]}</p>}
      {isWaiting && mayWork && (
        <ActionForm action={`${here}/again`} label={words.tryAgain} hint={words.tryAgainHint} notPrinted />
      )}
      {done !== null && (
        <p>
          <label for="progress">{words.progress}</label>
          <br />
          <progress id="progress" value={Math.round(done * 100)} max={100} />
        </p>
      )}
      {done !== null && mayWork && (
        // The script posts it again and again; without one it is pressed.
        <ActionForm action={`${here}/work`} label={words.goOn} notPrinted isWork />
      )}
      {several !== null && <SeveralFiles {...several} words={words} language={language} />}
      {problem !== null && problem.why !== 'quarantined' && several === null && (
        <Refusal problem={problem} currency={statement.currency} words={words} language={language} />
      )}
      {outcome !== null && statement.state === 'published' && (
        <Passed statement={statement} outcome={outcome} words={words} language={language} />
      )}
      {mayReopen && <ActionForm action={`${here}/reopen`} label={words.reopen} hint={words.reopenHint} />}
      {mayDiscard && <ActionForm action={`${here}/discard`} label={words.discard} hint={words.discardHint} quiet />}
      <p class="actions no-print">
        {mayDiscard && next === 'columns' && (
          <a class="button" href={`/finance/statements/${statement.id}/columns`}>
            {words.columns}
          </a>
        )}
        {statement.state === 'published' && (
          <a class="button" href="/finance/exceptions">
            {words.exceptions}
          </a>
        )}
        <a class="button quiet" href="/finance/statements">
          {words.back}
        </a>
      </p>
    </StaffPage>
  )
}

interface ActionFormProps {
  action: string
  label: string
  hint?: string
  quiet?: boolean
  notPrinted?: boolean
  /** Whether the page's script posts it again and again while work goes on. */
  isWork?: boolean
}

/** One button that posts, with what it does said above it. */
function ActionForm({ action, label, hint, quiet, notPrinted, isWork }: ActionFormProps) {
  return (
    <form class={notPrinted ? 'no-print' : undefined} method="post" action={action} data-work={isWork}>
      {hint && <p class="hint">{hint}</p>}
      <p class="actions">
        <button class={quiet ? 'button quiet' : 'button'} type="submit">
          {label}
        </button>
      </p>
    </form>
  )
}

function nextOf(statement: Statement): keyof StatementsMessages['next'] | null {
  const { state, told, matchedAt, problem } = statement
  if (needsColumns(statement)) return 'columns'
  if (state === 'receiving') return told === null ? 'receiving' : 'waiting'
  if (state === 'quarantined') return 'quarantined'
  if (state === 'staging') return problem === null ? 'staging' : 'refusing'
  return state === 'published' && matchedAt === null ? 'matching' : null
}

interface SeveralProps {
  statements: readonly Statement[]
  leftOut: number
  words: StatementsMessages
  language: Language
}

/** The files of a ZIP, each with what became of it. */
function SeveralFiles({ statements, leftOut, words, language }: SeveralProps) {
  return (
    <section>
      <h2>{words.several}</h2>
      <p>{words.severalHint}</p>
      {leftOut > 0 && <p class="notice wait">{words.severalLeftOut({ count: leftOut })}</p>}
      <ol>
        {statements.map((one) => (
          <li>
            <StateBadge statement={one} words={words} />{' '}
            <a href={`/finance/statements/${one.id}`}>
              {accountName(one.accountId, language)} · {words.formats[one.format]}
            </a>
            {one.periodFrom !== null && one.periodTo !== null && (
              <> · {formatDates(one.periodFrom, one.periodTo, language)}</>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

interface RefusalProps {
  problem: Problem
  currency: string
  words: StatementsMessages
  language: Language
}

function Refusal({ problem, currency, words, language }: RefusalProps) {
  const detail = problemDetail(problem, currency, language)
  return (
    <div class="notice bad" role="alert">
      <p>
        <strong>{words.refused}</strong>
      </p>
      <p>
        {leadIn(problem.line > 0 ? words.line({ n: problem.line }) : words.whole, language)}
        {words.problems[problem.why]}
        {detail !== null && gap(language)}
        {detail !== null && ('text' in detail ? detail.text : <code>{detail.code}</code>)}
      </p>
    </div>
  )
}

type PassedProps = {
  statement: Statement
  outcome: ImportOutcome
  words: StatementsMessages
  language: Language
}

function Passed({ statement, outcome, words, language }: PassedProps) {
  const money = (minor: number | null) => (minor === null ? '–' : formatMoney(minor, statement.currency, language))
  const { listSeparator } = commonMessages(language)
  const facts: [string, string][] = [
    [words.newLines, String(statement.linesNew)],
    [words.allLines, String(outcome.rows)],
    [words.debits, `${money(outcome.debitMinor)} (${outcome.debitRows})`],
    [words.credits, `${money(outcome.creditMinor)} (${outcome.creditRows})`],
    [words.balances, `${money(statement.openingMinor)} → ${money(statement.closingMinor)}`],
  ]
  return (
    <section>
      <h2>{words.gates}</h2>
      <p>
        {outcome.proved.length === 0
          ? words.proofsNone
          : outcome.proved.map((proof) => words.proofs[proof as Proof]).join(listSeparator)}
      </p>
      <dl class="stats">
        {facts.map(([label, text]) => (
          <Stat name={label} small>
            {text}
          </Stat>
        ))}
      </dl>
      {outcome.unknownTypes.includes('') && <p class="notice wait">{words.withoutType}</p>}
      {outcome.unknownTypes.some((type) => type !== '') && (
        <p class="notice wait">
          {leadIn(words.unknownTypes, language)}
          <span lang="">{outcome.unknownTypes.filter((type) => type !== '').join(listSeparator)}</span>
        </p>
      )}
      {(outcome.waiting ?? 0) > 0 && <p class="notice wait">{words.waiting({ count: outcome.waiting ?? 0 })}</p>}
      {(outcome.neither ?? 0) > 0 && <p class="notice wait">{words.neither({ lines: outcome.neither ?? 0 })}</p>}
      {outcome.leftOut > 0 && <p class="notice wait">{words.leftOut({ lines: outcome.leftOut })}</p>}
      <p class="small">
        {leadIn(words.hash, language)}
        <code>{statement.fileHash}</code>
      </p>
    </section>
  )
}
