/** A larger budget, or one that is given back, as proposals are shown and confirmed: one transfer each. */
import { budgetsMessages } from '../../../messages/generated/studies/budgets.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { first } from '../../platform/db/together.ts'
import { formatMoney } from '../../platform/i18n/format.ts'
import type { Ports } from '../../ports.ts'
import type { ApprovalEffect, Details } from '../../staff/approvals/effect.ts'
import type { Proposal } from '../../staff/approvals/proposal.ts'
import { transfer } from '../ledger/ledger.ts'
import { canBeReturned, type ReservedBudget, readBudgetPayload } from './propose.ts'
import { budgetOfOffer, staysIn, studyOfOffer } from './store.ts'

const needs = { view: 'money.view', decide: 'budgets.approve', withdraw: 'budgets.propose' } as const

type Kind = 'budget_topped_up' | 'budget_returned'

const shown = (kind: Kind): Omit<ApprovalEffect, 'effectOf'> => ({
  needs,
  studyOf: studyOfOffer,
  what({ subject, payload }, language) {
    const { amountMinor, currency, study } = readBudgetPayload(payload)
    const amount = formatMoney(amountMinor, currency, language)
    return { text: budgetsMessages(language).proposed[kind]({ amount, study }), href: `/finance/budgets/${subject}` }
  },
  show,
  refusals: (language) => {
    const { not_closed, nothing_left, not_found } = budgetsMessages(language).refused
    return { not_closed, nothing_left, not_found }
  },
})

/** Money comes from funding: the budget and what is left of it grow by as much. */
export const budgetToppedUp: ApprovalEffect = {
  ...shown('budget_topped_up'),
  async effectOf({ ids, clock }, { subject, payload }) {
    const { amountMinor } = readBudgetPayload(payload)
    return transfer({
      id: ids.next('t'),
      offerId: subject,
      debit: 'funding',
      credit: 'available',
      amountMinor,
      at: clock.now(),
    })
  },
}

/**
 * Money goes back to funding, of a study that is closed or has not opened, and is not opened in this moment. What was left
 * when it was proposed may be owed or reserved by now: the balance refuses to go below zero, and then nothing is confirmed.
 */
export const budgetReturned = (keptBack: ReservedBudget): ApprovalEffect => ({
  ...shown('budget_returned'),
  async effectOf(ports, { subject, payload }) {
    const { amountMinor } = readBudgetPayload(payload)
    const offer = await first(ports.db, budgetOfOffer(subject))
    if (offer === undefined) return { refused: 'not_found' }
    const left = await canBeReturned(ports, offer, keptBack)
    if (typeof left !== 'number') return left
    if (left < amountMinor) return { refused: 'nothing_left' }
    const at = ports.clock.now()
    const id = ports.ids.next('t')
    return [
      staysIn(offer),
      ...transfer({ id, offerId: subject, debit: 'available', credit: 'funding', amountMinor, at }),
    ]
  },
})

/** The amount, and how the budget stands as somebody looks at it. */
async function show({ db }: Ports, { subject, payload }: Proposal, language: Language): Promise<Details> {
  const words = budgetsMessages(language)
  const { amountMinor, currency, study } = readBudgetPayload(payload)
  const offer = await first(db, budgetOfOffer(subject))
  const money = (minor: number) => ({ text: formatMoney(minor, currency, language) })
  return {
    facts: [
      { label: words.study, value: { text: study, isVerbatim: true } },
      { label: words.amount, value: money(amountMinor) },
      ...(offer === undefined
        ? []
        : [
            { label: words.total, value: money(offer.total) },
            { label: words.left, value: money(offer.available) },
          ]),
    ],
  }
}
