/** One budget: its figures, what waits about it, and the forms that propose a change. */
import type { Context } from 'hono'
import { type BudgetsMessages, budgetsMessages } from '../../../messages/generated/studies/budgets.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { Fact } from '../../platform/http/fact.tsx'
import { formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { ProposalCard, type ShownProposal } from '../../staff/approvals/card.tsx'
import { LinesField, TextField } from '../../staff/frame/field.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { may } from '../../staff/permissions/may.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import type { Budget } from './budget.ts'
import { Lasting } from './list-page.tsx'
import type { BudgetRefusal } from './propose.ts'

/** What was typed into one of the forms and refused, and why. */
export interface TypedBudget {
  form: 'top_up' | 'return'
  amount: string
  reason: string
  refused: BudgetRefusal['refused']
}

interface BudgetPageProps {
  c: Context<AppEnv>
  budget: Budget
  /** What offers are called, by their ids. */
  names: ReadonlyMap<string, string>
  /** What can be given back now, in minor units; null for nothing. */
  returnable: number | null
  waiting: readonly ShownProposal[]
  /** Something was just proposed. */
  said: boolean
  typed: TypedBudget | null
}

export function BudgetPage(props: BudgetPageProps) {
  const { c, budget, names, waiting, said, typed } = props
  const language = languageOf(c)
  const words = budgetsMessages(language)
  const money = (minor: number) => formatMoney(minor, budget.currency, language)
  const mayPropose = may(staffOf(c), 'budgets.propose', budget.studyId)
  return (
    <StaffPage
      c={c}
      title={words.of({ offer: names.get(budget.offerId) ?? money(budget.amountMinor), study: budget.study })}
      crumbs={[{ href: '/finance/budgets', label: words.title }]}
    >
      {said && (
        <p class="notice good" role="status">
          {words.said}
        </p>
      )}
      {typed !== null && (
        <p class="notice bad" role="alert">
          {words.refused[typed.refused]}
        </p>
      )}
      <dl class="facts">
        <Fact name={words.total}>{money(budget.total)}</Fact>
        <Fact name={words.left}>{money(budget.available)}</Fact>
        <Fact name={words.held}>{money(budget.held)}</Fact>
        <Fact name={words.owed}>{money(budget.owed)}</Fact>
        <Fact name={words.paid}>{money(budget.paid)}</Fact>
        <Fact name={words.forecast}>
          <Lasting budget={budget} language={language} />
        </Fact>
      </dl>
      {waiting.map((one) => (
        <ProposalCard {...one} staff={staffOf(c)} language={language} />
      ))}
      {mayPropose && !isWaiting(waiting, 'budget_topped_up') && <TopUp {...props} words={words} language={language} />}
      {mayPropose && !isWaiting(waiting, 'budget_returned') && <Return {...props} words={words} language={language} />}
    </StaffPage>
  )
}

function isWaiting(waiting: readonly ShownProposal[], kind: string): boolean {
  return waiting.some(({ row }) => row.kind === kind)
}

type Part = BudgetPageProps & { words: BudgetsMessages; language: Language }

function TopUp({ budget, typed, words }: Part) {
  const value = typed?.form === 'top_up' ? typed : { amount: '', reason: '' }
  const hint = words.topUp.hint({ currency: budget.currency })
  return (
    <section>
      <h2>{words.topUp.title}</h2>
      <p>{words.topUp.about}</p>
      <form method="post" action={`/finance/budgets/${budget.offerId}/top-up`}>
        <TextField name="amount" label={words.amount} hint={hint} value={value.amount} class="short" />
        <LinesField name="reason" label={words.reason} hint={words.reasonHint} value={value.reason} rows={2} />
        <p class="actions">
          <button class="button" type="submit">
            {words.topUp.button}
          </button>
        </p>
      </form>
    </section>
  )
}

function Return({ budget, returnable, typed, words, language }: Part) {
  const amount = returnable === null ? null : formatMoney(returnable, budget.currency, language)
  return (
    <section>
      <h2>{words.giveBack.title}</h2>
      <p>{words.giveBack.about}</p>
      {amount === null ? (
        <p class="small">{words.giveBack.nothing}</p>
      ) : (
        <form method="post" action={`/finance/budgets/${budget.offerId}/return`}>
          <LinesField
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            value={typed?.form === 'return' ? typed.reason : ''}
            rows={2}
          />
          <p class="actions">
            <button class="button" type="submit">
              {words.giveBack.button({ amount })}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
