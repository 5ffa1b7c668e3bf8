/** The decisions about payouts, as pure functions. */
import type { AttemptState, FailReason } from '../../../schema/tables.ts'
import type { PayAnswer } from '../../ports.ts'

/** How many people have to approve: a second one when a payout or the whole batch is above its limit (minor units). */
export function approvalsNeeded(
  limits: { perPayoutMinor: number; perBatchMinor: number },
  amountsMinor: readonly number[],
): 1 | 2 {
  const total = amountsMinor.reduce((sum, amount) => sum + amount, 0)
  const isLarge = total > limits.perBatchMinor || amountsMinor.some((amount) => amount > limits.perPayoutMinor)
  return isLarge ? 2 : 1
}

const final = ['succeeded', 'failed', 'cancelled'] as const satisfies readonly AttemptState[]
export type FinalState = (typeof final)[number]

/** Whether nothing can follow this state. */
export function isFinal(state: string): state is FinalState {
  return (final as readonly string[]).includes(state)
}

/**
 * What an answer means for an attempt that stands at `state`.
 * - `end`: the outcome is known, and money moves
 * - `go`: the state changes, and money stays in clearing
 * - `stay`: nothing new
 * - `conflict`: it contradicts what is known, so a person has to look; nothing moves
 */
export type Meaning =
  | { end: FinalState; reason: FailReason | null }
  | { go: 'accepted' | 'awaiting_user' | 'unknown' | 'cancelling' }
  | { stay: true }
  | { conflict: 'state_conflict' | 'amount_mismatch' }

/**
 * The first final answer stands; a different one later is a conflict, and one that is not final comes too late. Nothing
 * but a final answer leads out of `cancelling`, and an answer without evidence never takes a state back that had some.
 */
export function meaningOf(
  attempt: { state: AttemptState; amountMinor: number; currency: string },
  answer: PayAnswer,
): Meaning {
  const { state } = attempt
  const end = isFinal(answer.state) ? answer.state : null
  if (isFinal(state)) {
    // That it was not paid is the same news, whether the provider calls it failed or cancelled.
    const isNews = end !== null && (end === 'succeeded') !== (state === 'succeeded')
    return isNews ? { conflict: 'state_conflict' } : { stay: true }
  }
  if (end === 'succeeded') {
    const isSame =
      (answer.amountMinor ?? attempt.amountMinor) === attempt.amountMinor &&
      (answer.currency ?? attempt.currency) === attempt.currency
    return isSame ? { end, reason: null } : { conflict: 'amount_mismatch' }
  }
  if (end !== null) {
    return { end, reason: answer.reason ?? (end === 'cancelled' ? 'cancelled_by_staff' : 'declined_by_provider') }
  }
  if (state === 'cancelling' || answer.state === state) return { stay: true }
  switch (answer.state) {
    case 'accepted':
    case 'awaiting_user':
    case 'cancelling':
      return { go: answer.state }
    case 'unknown':
      // A query without an answer takes nothing back; a sending without one leaves everything open.
      return state === 'stored' ? { go: 'unknown' } : { stay: true }
    default:
      return { stay: true }
  }
}

/**
 * What comes after a payout that was not paid.
 * - `ask_holder`: the account is at fault, so the holder gives another one
 * - `queue`: it can be tried again as it is, under a new reference
 * - `prepare`: staff put it into another batch, once what is wrong on our side is mended
 */
export type AfterFailure = 'ask_holder' | 'queue' | 'prepare'

/** What becomes of a voucher whose payout failed for this reason. */
export function afterFailure(reason: FailReason, batchStands: boolean): AfterFailure {
  switch (reason) {
    case 'payee_not_found':
    case 'payee_name_mismatch':
    case 'payee_not_verified':
    case 'payee_limit':
    case 'payee_account_problem':
      return 'ask_holder'
    case 'not_confirmed_in_time':
    case 'cancelled_before_closure':
    case 'cancelled_by_staff':
      return batchStands ? 'queue' : 'prepare'
    default:
      return 'prepare'
  }
}

const minuteMs = 60_000
/** Minutes from one call to the next, by how many were made; the last for all that follow. */
const waits = [1, 2, 5, 10, 20, 30, 60, 120, 240]

/** When to ask next: sooner at first, at most four hours apart, for as long as it takes. */
export function nextCallAt(now: string, calls: number): string {
  const minutes = waits[Math.min(Math.max(calls, 1), waits.length) - 1] ?? 240
  return new Date(Date.parse(now) + minutes * minuteMs).toISOString()
}
