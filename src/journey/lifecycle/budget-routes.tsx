/** `/finance/budgets`: what each budget comes to, and what two people change about it. */
import { type Context, Hono } from 'hono'
import { first } from '../../platform/db/together.ts'
import { field, normalizeText, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import { parseTypedMinorUnits } from '../../platform/money/money.ts'
import type { AppEnv } from '../../ports.ts'
import { budgetReturned, budgetToppedUp } from '../../rewards/budgets/approval-effects.ts'
import { budgetOf, readBudgets } from '../../rewards/budgets/budget.ts'
import { BudgetPage, type TypedBudget } from '../../rewards/budgets/budget-page.tsx'
import { BudgetsPage } from '../../rewards/budgets/list-page.tsx'
import { canBeReturned, proposeReturn, proposeTopUp } from '../../rewards/budgets/propose.ts'
import { budgetOfOffer, budgetsInScope, studyOfOffer } from '../../rewards/budgets/store.ts'
import { waitingOf } from '../../staff/approvals/shown.ts'
import { needs, staffOf, studyBy } from '../../staff/permissions/needs.ts'
import { scopeOf } from '../../staff/permissions/scope.ts'
import { offerNamesOf } from '../offer-names.ts'
import { reservedBudget } from './reserved-budget.ts'

const studyOf = studyBy(studyOfOffer)
const effects = { budget_topped_up: budgetToppedUp, budget_returned: budgetReturned(reservedBudget) }

export const budgetRoutes = new Hono<AppEnv>()
  .get('/finance/budgets', needs('money.view'), async (c) => {
    const { db, clock } = c.var.ports
    const scope = await scopeOf(db, staffOf(c), 'money.view')
    const budgets = await readBudgets(db, budgetsInScope(scope), clock.now())
    return c.html(<BudgetsPage c={c} budgets={budgets} names={await namesIn(c, budgets)} />)
  })
  .get('/finance/budgets/:id', needs('money.view', studyOf), (c) =>
    show(c, { said: c.req.query('said') === 'proposed', typed: null }),
  )
  .post('/finance/budgets/:id/top-up', needs('budgets.propose', studyOf), async (c) => {
    const { ports } = c.var
    const id = normalizeText(c.req.param('id'))
    const posted = await readPosted(c)
    const offer = await first(ports.db, budgetOfOffer(id))
    if (offer === undefined) return refuse(c, 'not_found')
    const typed = { amount: (field(posted, 'amount') ?? '').trim(), reason: field(posted, 'reason') ?? '' }
    const amountMinor = parseTypedMinorUnits(typed.amount, offer.currency)
    const done = await proposeTopUp(ports, staffOf(c), id, amountMinor, typed.reason)
    if ('proposed' in done) return c.redirect(`/finance/budgets/${id}?said=proposed`, 303)
    return show(c, { said: false, typed: { form: 'top_up', ...typed, ...done } })
  })
  .post('/finance/budgets/:id/return', needs('budgets.propose', studyOf), async (c) => {
    const id = normalizeText(c.req.param('id'))
    const reason = field(await readPosted(c), 'reason') ?? ''
    const done = await proposeReturn(c.var.ports, staffOf(c), id, reason, reservedBudget)
    if ('proposed' in done) return c.redirect(`/finance/budgets/${id}?said=proposed`, 303)
    return show(c, { said: false, typed: { form: 'return', amount: '', reason, ...done } })
  })

/** What the offers of some budgets are called. */
const namesIn = (c: Context<AppEnv>, budgets: readonly { study: string }[]) =>
  offerNamesOf(
    c.var.ports,
    budgets.map(({ study }) => study),
    languageOf(c),
  )

async function show(c: Context<AppEnv>, { said, typed }: { said: boolean; typed: TypedBudget | null }) {
  const { ports } = c.var
  const row = await first(ports.db, budgetOfOffer(normalizeText(c.req.param('id') ?? '')))
  if (row === undefined) return refuse(c, 'not_found')
  const left = await canBeReturned(ports, row, reservedBudget)
  const waiting = await waitingOf(c, effects, row.offerId)
  const budget = budgetOf(row, ports.clock.now())
  const names = await namesIn(c, [row])
  const props = { budget, names, returnable: typeof left === 'number' ? left : null, waiting, said, typed }
  return c.html(<BudgetPage c={c} {...props} />, typed === null ? 200 : 422)
}
