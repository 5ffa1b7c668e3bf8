/** The effect of every kind of proposal: the one place that knows them all. */

import { permitEffect } from '../journey/lifecycle/permit/approval-effect.ts'
import { reservedBudget } from '../journey/lifecycle/reserved-budget.ts'
import { exceptionClosing, matchByHand, stopLifting } from '../reconciliation/exceptions/approval-effects.ts'
import { wordUnlearning } from '../reconciliation/reading-rules/approval-effects.ts'
import { undoing } from '../reconciliation/undo/approval-effect.ts'
import { budgetReturned, budgetToppedUp } from '../rewards/budgets/approval-effects.ts'
import { calendarEffects } from '../rewards/calendar/approval-effects.ts'
import { batchFailed, payoutFailed } from '../rewards/payouts/approval-effects.ts'
import { claimReleased, voucherReissued, voucherVoided } from '../rewards/vouchers/approval-effects.ts'
import type { Effects } from '../staff/approvals/effect.ts'

export const effects: Effects = {
  calendar: calendarEffects,
  voucher_voided: voucherVoided,
  voucher_reissued: voucherReissued,
  claim_released: claimReleased,
  payout_failed: payoutFailed,
  batch_failed: batchFailed,
  payment_undone: undoing,
  match: matchByHand,
  exception_closed: exceptionClosing,
  stop_lifted: stopLifting,
  word_unlearned: wordUnlearning,
  budget_topped_up: budgetToppedUp,
  budget_returned: budgetReturned(reservedBudget),
  permit: permitEffect,
}
