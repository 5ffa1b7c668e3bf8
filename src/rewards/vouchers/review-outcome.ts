/** How a review stands for whoever gave the response: they are told of a rejection when it acts, and not before. */
import type { JudgedState, Reason } from '../../../schema/tables.ts'
import { type Database, first } from '../../platform/db/together.ts'
import { type Rejection, rejectionOf } from './rejections.ts'
import { lastActor, reviewOf } from './reviews-store.ts'

export interface ReviewOutcome {
  state: JudgedState
  /** The rejection that it stands at, or that was objected to; null for what is held or accepted. */
  rejection: Rejection | null
  /** Why it was rejected. */
  reason: Reason | null
}

/** What they are told at `now`; null of a response that was never held. */
export async function reviewOutcomeOf(db: Database, respondentId: string, now: string): Promise<ReviewOutcome | null> {
  const review = await first(db, reviewOf({ respondentId }))
  if (review === undefined) return null
  const { state } = review
  if (state === 'held' || state === 'accepted') return { state, rejection: null, reason: null }
  const rejection = (await rejectionOf(db, respondentId)) ?? null
  const given = state === 'final' ? await first(db, lastActor(review)) : undefined
  if (given?.reason === 'given_up') return { state, rejection: null, reason: 'given_up' }
  const isTold = state !== 'rejected' || rejection === null || rejection.actsAt <= now
  return isTold
    ? { state, rejection, reason: rejection?.reason ?? null }
    : { state: 'held', rejection: null, reason: null }
}

/** Whether a person looks at the answers, so that they have to stay as they are. */
export function isInReview(outcome: ReviewOutcome | null): boolean {
  return outcome?.state === 'held' || outcome?.state === 'objected'
}
