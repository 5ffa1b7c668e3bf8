/** Undoing "paid", as the proposal is shown and confirmed. */
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { transfersTable } from '../../rewards/ledger/shown-transfers.ts'
import { payoutFacts } from '../../rewards/payouts/shown-payout.ts'
import { foundByPayout } from '../../rewards/payouts/store.ts'
import { studyByPayout } from '../../rewards/payouts/study-of-payout.ts'
import { moneyBack } from '../../rewards/payouts/undo.ts'
import type { ApprovalEffect, Details } from '../../staff/approvals/effect.ts'
import { paymentUndone, type UndoPayload } from './undo.ts'

export const undoing: ApprovalEffect = {
  effectOf: paymentUndone,
  studyOf: studyByPayout,
  what({ payload }, language) {
    const { payoutId } = JSON.parse(payload) as UndoPayload
    return { text: payoutsMessages(language).undo.what, href: `/finance/payouts/${payoutId}` }
  },
  show: (ports, { payload }, language) => undoDetails(ports, JSON.parse(payload) as UndoPayload, language),
  refusals: (language) => payoutsMessages(language).undo.refused,
}

/** The payout, and what undoing does to the budget while it can be done. */
export async function undoDetails(
  ports: Ports,
  { payoutId, attemptId }: { payoutId: string; attemptId: string | null },
  language: Language,
): Promise<Details> {
  const payout = await first(ports.db, foundByPayout(payoutId))
  if (payout === undefined) return { facts: [] }
  const isPaid = payout.attemptId === attemptId && payout.payoutState === 'paid'
  return {
    facts: await payoutFacts(ports, payout, language),
    tables: isPaid ? transfersTable(moneyBack(payout), payout.currency, language) : [],
  }
}
