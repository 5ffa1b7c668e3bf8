/** What an admin may do with a response, as pure functions: the voucher behind it is not theirs to see. */
import { type LifecycleAction, lifecycle, reasonsFor } from '../../rewards/vouchers/lifecycle.ts'
import type { Reviewed } from './reviews-store.ts'

export const ways = ['release', 'reject', 'hold'] as const satisfies readonly LifecycleAction[]
export type Way = (typeof ways)[number]

/**
 * - `held`: it waits for a person
 * - `accepted`: its reward stands, and can still be held
 * - `rejected`
 * - `settled`: nothing can be held any more; why is finance's part
 * - `unrewarded`: it was given without a reward, so there is nothing to hold
 */
export type ReviewState = 'held' | 'accepted' | 'rejected' | 'settled' | 'unrewarded'

export function reviewStateOf({ voucherState }: Pick<Reviewed, 'voucherState'>): ReviewState {
  switch (voucherState) {
    case null:
      return 'unrewarded'
    case 'held':
    case 'rejected':
      return voucherState
    case 'issued':
    case 'claimed':
      return 'accepted'
    default:
      return 'settled'
  }
}

/** The ways that are open to a response. */
export function waysOf({ voucherState }: Pick<Reviewed, 'voucherState'>): Way[] {
  return ways.filter((way) => (lifecycle[way].from as readonly (string | null)[]).includes(voucherState))
}

/** Whether this is one of the reasons of that way. */
export function isReasonFor<W extends Way>(
  way: W,
  reason: string | undefined,
): reason is (typeof reasonsFor)[W][number] {
  return (reasonsFor[way] as readonly (string | undefined)[]).includes(reason)
}
