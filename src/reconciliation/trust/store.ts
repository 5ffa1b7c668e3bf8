/** What is read for a study's public figures: balances, a sample of the newest payments, and what was said before. */
import { prepareQuery, type Query, type SqlValue } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

function ask<Row>(sql: string, ...values: SqlValue[]): Query<Row> {
  return { sql, values }
}

/** Studies without figures of a day. */
export const studiesWithout = (day: string) =>
  ask<{ id: string; slug: string }>(
    `select id as "id", slug as "slug" from studies where test_of is null and not exists
  (select 1 from trust_days where trust_days.study_id = studies.id and trust_days.day = ?) order by id`,
    day,
  )

/** What each offer of a study owes to people and has paid them, by the books or outside of them, without tax, and its amount, by which promises are counted. */
export const owedAndPaid = (studyId: string) =>
  ask<{ currency: string; offerAmountMinor: number; owedMinor: number; paidMinor: number }>(
    `select currency as "currency", amount_minor as "offerAmountMinor", paid + outside as "paidMinor",
  (liability + clearing) / (amount_minor + tax_minor) * amount_minor as "owedMinor"
from offers join offer_balances on offer_balances.offer_id = offers.id where study_id = ? order by position`,
    studyId,
  )

/** When some of a study's newest payments were claimed and paid: of its last batches, a bounded few. */
export const newestPayments = (studyId: string, batches: number, payments: number) =>
  ask<{ claimedAt: string; paidAt: string }>(
    `select claims.made_at as "claimedAt", payout_steps.at as "paidAt"
from (select id from batches where study_id = ? order by id desc limit ${batches}) newest
join payouts on payouts.batch_id = newest.id and payouts.state = 'paid'
join claims on claims.id = payouts.claim_id
join payout_steps on payout_steps.payout_id = payouts.id and payout_steps.n = payouts.n
order by payouts.id desc limit ${payments}`,
    studyId,
  )

export interface SignedDay {
  day: string
  content: string
  signature: string
}

/** What a study said, newest first. */
export const signedDays = prepareQuery<{ studyId: string; limit: number }, SignedDay>((p) =>
  sql
    .selectFrom('trust_days')
    .select(['day', 'content', 'signature'])
    .where('study_id', '=', p.studyId)
    .orderBy('day', 'desc')
    .limit(p.limit),
)

export const addSignedDay = prepareQuery((p: SignedDay & { studyId: string; at: string }) =>
  sql.insertInto('trust_days').values({
    study_id: p.studyId,
    day: p.day,
    content: p.content,
    signature: p.signature,
    at: p.at,
  }),
)

/** The last seal, with its day (UTC). */
export const lastSeal = ask<{ n: number; hash: string; day: string }>(
  'select n as "n", hash as "hash", substr(at, 1, 10) as "day" from audit_seals order by n desc limit 1',
)
