/** What an admin may do with a response, as pure functions: the voucher behind it is not theirs to see. */

import { reasonsFor } from '../../rewards/vouchers/lifecycle.ts'
import type { Reviewed, ReviewState } from './reviews-store.ts'

/** Each takes a reason, but for `undo`. */
export const reviewActions = ['release', 'reject', 'hold', 'undo'] as const
export type ReviewAction = (typeof reviewActions)[number]
export type ReasonedReviewAction = Exclude<ReviewAction, 'undo'>

type Judged = Pick<Reviewed, 'voucherId' | 'judged' | 'actsAt'>

/** Where a response stands: by what was decided about it alone, so that nothing of its money can be read from it. */
export function reviewStateOf({ voucherId, judged }: Pick<Judged, 'voucherId' | 'judged'>): ReviewState {
  return voucherId === null ? 'unrewarded' : (judged ?? 'accepted')
}

/**
 * Whether somebody decides about it now. Only then is it told how long it took: whoever knows from the desk of money how long
 * the holder of a voucher took would find the answers of anybody else by it.
 */
export const isBeingDecided = (state: ReviewState): boolean => state === 'held' || state === 'objected'

const open: Readonly<Record<ReviewState, readonly ReviewAction[]>> = {
  held: ['release', 'reject'],
  accepted: ['hold'],
  rejected: [],
  objected: [],
  final: [],
  unrewarded: [],
}

/** The ways that are open to a response at `now`. */
export function openReviewActions(response: Judged, now: string): readonly ReviewAction[] {
  const state = reviewStateOf(response)
  return state === 'rejected' && response.actsAt !== null && response.actsAt > now ? ['undo'] : open[state]
}

/** Whether this is one of the reasons of that way. */
export function isReasonFor<W extends ReasonedReviewAction>(
  way: W,
  reason: string | undefined,
): reason is (typeof reasonsFor)[W][number] {
  return (reasonsFor[way] as readonly (string | undefined)[]).includes(reason)
}
