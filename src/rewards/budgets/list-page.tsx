/** Every budget at a glance: what is owed, set aside and left, and how long it lasts. */
import type { Context } from 'hono'
import { type BudgetsMessages, budgetsMessages } from '../../../messages/generated/studies/budgets.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatMoney, sentences } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DataTable, type TableColumn } from '../../staff/frame/data-table.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import type { Budget } from './budget.ts'

interface BudgetsPageProps {
  c: Context<AppEnv>
  budgets: readonly Budget[]
  /** What offers are called, by their ids. */
  names: ReadonlyMap<string, string>
}

export function BudgetsPage({ c, budgets, names }: BudgetsPageProps) {
  const language = languageOf(c)
  const words = budgetsMessages(language)
  const empty = (
    <>
      <h2>{words.nothing.title}</h2>
      <p>{words.nothing.text}</p>
    </>
  )
  return (
    <StaffPage c={c} title={words.title}>
      <p>{words.about}</p>
      <DataTable
        language={language}
        label={words.title}
        columns={columnsOf(words, names, language)}
        rows={budgets}
        sortedIn={c}
        empty={empty}
      />
    </StaffPage>
  )
}

function columnsOf(
  words: BudgetsMessages,
  names: ReadonlyMap<string, string>,
  language: Language,
): TableColumn<Budget>[] {
  const money = (minor: number, { currency }: Budget) => formatMoney(minor, currency, language)
  const amount = (name: string, head: string, of: (budget: Budget) => number): TableColumn<Budget> => ({
    head,
    is: 'number',
    key: { name, of },
    cell: (budget) => money(of(budget), budget),
  })
  return [
    {
      head: words.offer,
      is: 'name',
      key: { name: 'study', of: ({ study }) => study },
      cell: (budget) => (
        <>
          <a href={`/finance/budgets/${budget.offerId}`}>
            {names.get(budget.offerId) ?? money(budget.amountMinor, budget)}
          </a>{' '}
          <span class="small">{budget.study}</span>
        </>
      ),
    },
    amount('total', words.total, ({ total }) => total),
    amount('left', words.left, ({ available }) => available),
    amount('held', words.held, ({ held }) => held),
    amount('owed', words.owed, ({ owed }) => owed),
    amount('paid', words.paid, ({ paid }) => paid),
    { head: words.forecast, cell: (budget) => <Lasting budget={budget} language={language} /> },
  ]
}

/** How much of it is used, and for how many rewards and days the rest is enough. */
export function Lasting({ budget, language }: { budget: Budget; language: Language }) {
  const { alert, percent, forecast } = budget
  const words = budgetsMessages(language)
  const days = forecast.days !== null && forecast.more > 0 && words.days({ days: forecast.days })
  return (
    <>
      {alert !== null && (
        <>
          <span class={alert === 95 ? 'badge bad' : 'badge wait'}>{words.used({ percent })}</span>{' '}
        </>
      )}
      {sentences(language, words.more({ count: forecast.more }), days)}
    </>
  )
}
