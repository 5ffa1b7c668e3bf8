/** What an admin may do with a response, as pure functions: the voucher behind it is not theirs to see. */
import type { JudgedState } from '../../../schema/tables.ts'
import { type LifecycleAction, reasonsFor } from '../../rewards/vouchers/lifecycle.ts'
import type { Reviewed } from './reviews-store.ts'

export const ways = ['release', 'reject', 'hold'] as const satisfies readonly LifecycleAction[]
export type Way = (typeof ways)[number]

/**
 * - `held`: it waits for a person
 * - `accepted`: it can be held
 * - `rejected`
 * - `unrewarded`: it was given without a reward, so there is nothing to hold
 */
export type ReviewState = JudgedState | 'unrewarded'

/** Where a response stands: by what was decided about it alone, so that nothing of its money can be read from it. */
export function reviewStateOf({ voucherId, judged }: Pick<Reviewed, 'voucherId' | 'judged'>): ReviewState {
  return voucherId === null ? 'unrewarded' : (judged ?? 'accepted')
}

const open: Readonly<Record<ReviewState, readonly Way[]>> = {
  held: ['release', 'reject'],
  accepted: ['hold'],
  rejected: [],
  unrewarded: [],
}

/** The ways that are open to a response. */
export function waysOf(response: Pick<Reviewed, 'voucherId' | 'judged'>): readonly Way[] {
  return open[reviewStateOf(response)]
}

/** Whether this is one of the reasons of that way. */
export function isReasonFor<W extends Way>(
  way: W,
  reason: string | undefined,
): reason is (typeof reasonsFor)[W][number] {
  return (reasonsFor[way] as readonly (string | undefined)[]).includes(reason)
}
