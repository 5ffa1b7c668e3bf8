/**
 * A rejection is told an hour after it was made, and can be undone until then; for some days after that whoever was
 * rejected may object. Only then is it final, and only a day later is its money free, with that of all others of the day.
 */

import type { Reason } from '../../../schema/tables.ts'
import { transition } from '../../platform/db/state-machine.ts'
import { type Database, first, prepareQuery, type Query, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { reviewMachine } from '../machines.ts'
import { sql } from '../tables.ts'
import { daysAfter } from './deadline.ts'
import { type Review, setPending } from './reviews-store.ts'

/** For so many minutes a rejection can be undone. */
export const undoMinutes = 60
/** For so many days after that it can be objected to. */
const objectionDays = 14

export interface Rejection {
  n: number
  rejectedBy: string
  /** ISO 8601 in UTC: until then it can be undone, and whoever is rejected is not told. */
  actsAt: string
  /** ISO 8601 in UTC. */
  objectionsUntil: string
  reason: Reason | null
}

/** The terms of a rejection that is made now, as a row behind its step. */
export function addRejection({
  at,
  ...step
}: {
  respondentId: string
  n: number
  rejectedBy: string
  at: string
}): Write {
  const actsAt = new Date(Date.parse(at) + undoMinutes * 60_000).toISOString()
  return addRow({ ...step, actsAt, objectionsUntil: daysAfter(actsAt, objectionDays) })
}

const addRow = prepareQuery((p: Omit<Rejection, 'reason'> & { respondentId: string }) =>
  sql.insertInto('rejections').values({
    respondent_id: p.respondentId,
    n: p.n,
    state: 'rejected',
    rejected_by: p.rejectedBy,
    acts_at: p.actsAt,
    objections_until: p.objectionsUntil,
  }),
)

const lastRejection = prepareQuery<{ respondentId: string }, Rejection>((p) =>
  sql
    .selectFrom('rejections')
    .innerJoin('review_steps', (join) =>
      join
        .onRef('review_steps.respondent_id', '=', 'rejections.respondent_id')
        .onRef('review_steps.n', '=', 'rejections.n'),
    )
    .select([
      'rejections.n',
      'rejections.rejected_by as rejectedBy',
      'rejections.acts_at as actsAt',
      'rejections.objections_until as objectionsUntil',
      'review_steps.reason',
    ])
    .where('rejections.respondent_id', '=', p.respondentId)
    .orderBy('rejections.n', 'desc')
    .limit(1),
)

/** The newest rejection of a response, whether or not it still stands. */
export function rejectionOf(db: Database, respondentId: string): Promise<Rejection | undefined> {
  return first(db, lastRejection({ respondentId }))
}

/** Who rejected the response of a voucher last, and when that began to act. */
export const rejecterOf = prepareQuery((p: { voucherId: string }) =>
  sql
    .selectFrom('vouchers')
    .innerJoin('rejections', 'rejections.respondent_id', 'vouchers.respondent_id')
    .select(['rejections.rejected_by as rejectedBy', 'rejections.acts_at as actsAt'])
    .where('vouchers.id', '=', p.voucherId)
    .orderBy('rejections.n', 'desc')
    .limit(1),
)

const overBy = (now: string, limit: number): Query<Review & { reason: Reason | null }> => ({
  sql: `select reviews.id as "id", reviews.n as "n", reviews.state as "state", reviews.pending as "pending",
  review_steps.reason as "reason"
from reviews join rejections on rejections.respondent_id = reviews.id and rejections.n = reviews.n
join review_steps on review_steps.respondent_id = reviews.id and review_steps.n = reviews.n
where reviews.state = 'rejected' and rejections.objections_until <= ?
order by rejections.objections_until, reviews.id limit ?`,
  values: [now, limit],
})

const fewAtOnce = 25

/**
 * Rejections that nobody objected to in time are final. One that is objected to in the same moment is one of the two.
 * @returns how many this call closed
 */
export async function closeRejections({ db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>): Promise<number> {
  const at = clock.now()
  let closed = 0
  for (const { reason, ...review } of await db.read(overBy(at, fewAtOnce))) {
    const outcome = await db.together(
      ...transition(reviewMachine, review, { state: 'final', actor: 'sweep', reason, at }),
      setPending({ respondentId: review.id, pending: 1 }),
      addAudit({ id: ids.next('audit'), actor: 'sweep', action: 'review.final', subject: review.id, at }),
    )
    if (outcome.done) closed += 1
  }
  return closed
}
