/**
 * What whoever reads answers decided about a response: kept apart from what became of its voucher, so that what they see
 * never depends on money.
 */
import type { JudgedState } from '../../../schema/tables.ts'
import { startState } from '../../platform/db/state-machine.ts'
import { prepareQuery, type Query, type Write } from '../../platform/db/together.ts'
import { reviewMachine } from '../machines.ts'
import type { WaitingGroup as Group } from '../offers/groups.ts'
import { sql } from '../tables.ts'

export interface Review {
  /** The respondent's. */
  id: string
  n: number
  state: JudgedState
  /** 1 while its voucher could not follow. */
  pending: number
}

export const reviewOf = prepareQuery<{ respondentId: string }, Review>((p) =>
  sql.selectFrom('reviews').select(['id', 'n', 'state', 'pending']).where('id', '=', p.respondentId),
)

/** Who made the last step of a review, and why. */
export const lastActor = prepareQuery((p: Pick<Review, 'id' | 'n'>) =>
  sql.selectFrom('review_steps').select(['actor', 'reason']).where('respondent_id', '=', p.id).where('n', '=', p.n),
)

/** Since when a response is held; a rejection that was undone does not count. */
export const heldSince = prepareQuery((p: { respondentId: string }) =>
  sql
    .selectFrom('review_steps')
    .select('at')
    .where('respondent_id', '=', p.respondentId)
    .where('state', '=', 'held')
    .where('move', '<>', 'rejected>held')
    .orderBy('n', 'desc')
    .limit(1),
)

/** The row beside the first step of a review, which always holds. */
export const addReview = prepareQuery((p: { respondentId: string; pending: number }) =>
  sql.insertInto('reviews').values({ id: p.respondentId, n: 1, state: 'held', pending: p.pending }),
)

export const setPending = prepareQuery((p: { respondentId: string; pending: number }) =>
  sql.updateTable('reviews').set({ pending: p.pending }).where('id', '=', p.respondentId),
)

/**
 * The same, of a review that still stands at the step that was read; refused by a check when it has moved on, so that a
 * voucher is never put where an earlier decision had it. `n` is 0 where there was no review.
 */
export const setPendingOf = (p: { respondentId: string; n: number; pending: 0 | 1 }): Write => ({
  // 2 is no flag.
  sql: 'update reviews set pending = case when n = ? then ? else 2 end where id = ?',
  values: [p.n, p.pending, p.respondentId],
})

/**
 * Refuses all that is written with it, by `limit.notHeld`, while the response of a voucher is held or rejected: whatever was
 * read before, no payment goes out behind a decision that stands.
 */
export const refuseHeld = (voucherId: string): Write => ({
  // 2 is no flag.
  sql: `update reviews set pending = 2 where state <> 'accepted' and id = (select respondent_id from vouchers where id = ?)`,
  values: [voucherId],
})

/** A response that waits for a person from its first moment, because the study holds what comes by its door. */
export function holdFromTheStart(respondentId: string, at: string): Write[] {
  return [
    startState(reviewMachine, respondentId, { state: 'held', actor: 'service', at }),
    addReview({ respondentId, pending: 0 }),
  ]
}

export interface WaitingReview {
  respondentId: string
  voucherId: string
  n: number
  state: JudgedState
  actor: string
  reason: string | null
}

/**
 * Reviews whose vouchers could not follow when they were made, and can now: no batch has them, and no payment. Of what was
 * accepted all: its voucher is held only where it was put in the place of another in the same moment. What is final and
 * held goes in groups (`rejectedBefore`).
 */
export const pendingReviews = (today: string, limit: number): Query<WaitingReview> => ({
  sql: `select reviews.id as "respondentId", vouchers.id as "voucherId", reviews.n as "n", reviews.state as "state",
  review_steps.actor as "actor", review_steps.reason as "reason"
from reviews join vouchers on vouchers.respondent_id = reviews.id and vouchers.state <> 'superseded'
join review_steps on review_steps.respondent_id = reviews.id and review_steps.n = reviews.n
where reviews.pending = 1 and (reviews.state <> 'final' or (vouchers.state <> 'held' and review_steps.at < ?)) and (reviews.state = 'accepted' or (vouchers.state in ('held', 'issued', 'claimed') and not exists (
  select 1 from claims where claims.voucher_id = vouchers.id and claims.state in ('held', 'frozen', 'paid'))))
order by reviews.id limit ?`,
  values: [today, limit],
})

export interface Rejected extends WaitingReview {
  studyId: string
  offerId: string
  /** On which it became final, UTC. */
  day: string
}

/**
 * Rejected for good on days (UTC) before `today`, with money that is still owed: of each offer the oldest, so that none waits
 * behind those of others that cannot go.
 */
export const rejectedBefore = (today: string, mostOfAnOffer: number): Query<Rejected> => ({
  sql: `select * from (select reviews.id as "respondentId", vouchers.id as "voucherId", vouchers.study_id as "studyId",
    vouchers.offer_id as "offerId", reviews.n as "n", reviews.state as "state", review_steps.actor as "actor",
    review_steps.reason as "reason", substr(review_steps.at, 1, 10) as "day",
    row_number() over (partition by vouchers.offer_id order by review_steps.at, reviews.id) as "nth"
  from reviews join vouchers on vouchers.respondent_id = reviews.id and vouchers.state = 'held'
  join review_steps on review_steps.respondent_id = reviews.id and review_steps.n = reviews.n
  where reviews.pending = 1 and reviews.state = 'final' and review_steps.at < ?) waiting
where "nth" <= ? order by "offerId", "nth"`,
  values: [today, mostOfAnOffer],
})

/**
 * How many of an offer were rejected for good on each day (UTC) before `today`, whatever became of their vouchers. Read from
 * the reviews on, which a cross join makes SQLite do: it would begin with every voucher that replaces none.
 */
export const rejectedByDay = (offerId: string, today: string): Query<Group> => ({
  sql: `select vouchers.study_id as "studyId", vouchers.offer_id as "offerId", substr(review_steps.at, 1, 10) as "day",
  count(*) as "count", 0 as "held"
from reviews cross join vouchers join review_steps on review_steps.respondent_id = reviews.id and review_steps.n = reviews.n
where vouchers.respondent_id = reviews.id and coalesce(vouchers.replaces, '') = ''
  and reviews.state = 'final' and review_steps.at < ? and vouchers.offer_id = ?
group by vouchers.study_id, vouchers.offer_id, substr(review_steps.at, 1, 10) order by 3`,
  values: [today, offerId],
})
