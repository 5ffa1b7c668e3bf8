/** What a confirmed proposal does, by its kind, and how staff are told what it would do. */
import type { Language, Text } from '../../schema/questionnaire.ts'
import type { ProposalKind } from '../../schema/tables.ts'
import type { Ports } from '../ports.ts'
import { exceptionClosing, matchByHand, stopLifting } from '../reconciliation/exceptions/approval-effects.ts'
import { calendarEffects } from '../rewards/calendar/approval-effects.ts'
import { payoutFailed } from '../rewards/payouts/approval-effects.ts'
import { claimReleased, voucherReissued, voucherVoided } from '../rewards/vouchers/approval-effects.ts'
import type { EffectOf, Proposal } from '../staff/approvals/proposal.ts'

export interface Effect {
  /** Which writes confirming makes, together with the decision. */
  effectOf: EffectOf
  /** What exactly is proposed, in a sentence, and where more of it can be seen. From ids, codes, days and amounts. */
  what(proposal: Proposal, language: Language): { text: string; href?: string }
  /** Why it cannot be done any more, by the codes that `effectOf` refuses with, beyond `moved_on`. */
  refusals?: Readonly<Record<string, Text>>
  /** Called when it was confirmed and written. */
  after?(ports: Ports): void
}

/** A kind without an effect cannot be proposed, and is shown by its code. */
export const effects: Readonly<Partial<Record<ProposalKind, Effect>>> = {
  calendar: calendarEffects,
  voucher_voided: voucherVoided,
  voucher_reissued: voucherReissued,
  claim_released: claimReleased,
  payout_failed: payoutFailed,
  match: matchByHand,
  exception_closed: exceptionClosing,
  stop_lifted: stopLifting,
}
