/** The rows of batches, of claims that wait for one, and of approvals. */
import { sql as raw, type SqlBool } from 'kysely'
import type { BatchState, Channel, ClaimState, Provider } from '../../../schema/tables.ts'
import { type Database, prepareQuery, type Query, type Write } from '../../platform/db/together.ts'
import type { AmountRange } from '../../ports.ts'
import { scopedQuery } from '../../staff/permissions/scope.ts'
import { sql } from '../tables.ts'

/** A claim that can be put into a batch, with the voucher that it is of. */
export interface ReadyClaim {
  id: string
  n: number
  state: ClaimState
  channel: Channel
  payee: string
  eligibleAt: string
  voucherId: string
  offerId: string
  currency: string
  amountMinor: number
  taxMinor: number
  codeKey: string
}

/** Claims of a study on one channel, of amounts within the range, that may be paid by now, oldest first, behind the id `after`. */
export const readyClaims = prepareQuery<
  { studyId: string; channel: Channel; currency: string; now: string; after: string; limit: number } & AmountRange,
  ReadyClaim
>((p) =>
  sql
    .selectFrom('claims')
    .innerJoin('vouchers', 'vouchers.id', 'claims.voucher_id')
    .select([
      'claims.id',
      'claims.n',
      'claims.state',
      'claims.channel',
      'claims.payee',
      'claims.eligible_at as eligibleAt',
      'claims.voucher_id as voucherId',
      'vouchers.offer_id as offerId',
      'vouchers.currency',
      'vouchers.amount_minor as amountMinor',
      'vouchers.tax_minor as taxMinor',
      'vouchers.code_key as codeKey',
    ])
    .where('claims.state', '=', 'ready')
    // As it stands in the index of those that wait: a bound value would pass over it.
    .where('claims.state', 'in', [raw.lit<'ready'>('ready'), raw.lit<'held'>('held')])
    .where('claims.study_id', '=', p.studyId)
    .where('claims.channel', '=', p.channel)
    .where('vouchers.currency', '=', p.currency)
    .where('vouchers.amount_minor', '>=', p.leastMinor)
    .where('vouchers.amount_minor', '<=', p.mostMinor)
    .where('claims.eligible_at', '<=', p.now)
    // Held or rejected while a batch had it: the sweep takes it back in a moment.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('reviews')
            .select('reviews.id')
            .whereRef('reviews.id', '=', 'vouchers.respondent_id')
            .where('reviews.pending', '=', raw.lit(1))
            .where('reviews.state', '<>', 'accepted'),
        ),
      ),
    )
    .where('claims.id', '>', p.after)
    .orderBy('claims.id')
    .limit(p.limit),
)

/**
 * Claims that were stopped by a hold and count as ready: nothing has taken their place, and no batch was prepared since.
 * They are few: SQLite begins with them in this order, and not with every voucher that is issued.
 */
export const stoppedClaims = `claims cross join vouchers
where vouchers.id = claims.voucher_id and claims.stopped = 1 and vouchers.state in ('held', 'issued')`

/** From here on those of a study, channel and currency count no more: their batch is prepared without them. */
export const forgetStopped = (p: { studyId: string; channel: Channel; currency: string }): Write => ({
  sql: `update claims set stopped = null where stopped = 1 and study_id = ? and channel = ?
  and voucher_id in (select id from vouchers where currency = ?)`,
  values: [p.studyId, p.channel, p.currency],
})

/** How many claims of each study, channel and currency wait, and their sum in minor units; stopped ones count as ready. */
export const waitingClaims: Query<{
  studyId: string
  channel: Channel
  currency: string
  state: 'ready' | 'held'
  count: number
  amountMinor: number
}> = {
  values: [],
  sql: `
select study_id as "studyId", channel as "channel", currency as "currency", state as "state",
  count(*) as "count", cast(sum(amount_minor) as bigint) as "amountMinor"
from (
  select claims.study_id, claims.channel, vouchers.currency, claims.state, vouchers.amount_minor
  from claims join vouchers on vouchers.id = claims.voucher_id where claims.state in ('ready', 'held')
  union all
  select claims.study_id, claims.channel, vouchers.currency, 'ready', vouchers.amount_minor from ${stoppedClaims}
) waiting
group by study_id, channel, currency, state
order by 1, 2, 3, 4`,
}

export interface Batch {
  id: string
  studyId: string
  provider: Provider
  currency: string
  preparedBy: string
  /** As whom its preparer counts; null from before it was kept. */
  preparedCountsAs: string | null
  contentHash: string
  payouts: number
  totalMinor: number
  approvalsNeeded: number
  approvals: number | null
  n: number
  state: BatchState
  madeAt: string
}

const batchColumns = [
  'id',
  'study_id as studyId',
  'provider',
  'currency',
  'prepared_by as preparedBy',
  'counts_as as preparedCountsAs',
  'content_hash as contentHash',
  'payouts',
  'total_minor as totalMinor',
  'approvals_needed as approvalsNeeded',
  'approvals',
  'n',
  'state',
  'made_at as madeAt',
] as const

export const batchById = prepareQuery<{ id: string }, Batch>((p) =>
  sql.selectFrom('batches').select(batchColumns).where('id', '=', p.id),
)

/** Batches of a scope, newest first, before the id `before`. */
export const listBatches = scopedQuery<{ before: string; limit: number }, Batch>((p, isSeen) =>
  sql
    .selectFrom('batches')
    .select(batchColumns)
    .where('id', '<', p.before)
    .where(isSeen('batches.study_id'))
    .orderBy('id', 'desc')
    .limit(p.limit),
)

/** The same the other way: those made after one, the oldest of them first. */
export const listBatchesAhead = scopedQuery<{ after: string; limit: number }, Batch>((p, isSeen) =>
  sql
    .selectFrom('batches')
    .select(batchColumns)
    .where('id', '>', p.after)
    .where(isSeen('batches.study_id'))
    .orderBy('id')
    .limit(p.limit),
)

const currencies = prepareQuery(() => sql.selectFrom('offers').select('currency').distinct().orderBy('currency'))

/** The currencies in which there is anything to pay. */
export async function currenciesOffered(db: Pick<Database, 'read'>): Promise<string[]> {
  return (await db.read(currencies({}))).map(({ currency }) => currency)
}

type Past = '<' | '>'

const byTotal = (past: Past, order: 'asc' | 'desc') =>
  scopedQuery<{ currency: string; total: number; id: string; limit: number }, Batch>((p, isSeen) =>
    sql
      .selectFrom('batches')
      .select(batchColumns)
      .where('currency', '=', p.currency)
      .where(raw<SqlBool>`(total_minor, id) ${raw.raw(past)} (${raw.val(p.total)}, ${raw.val(p.id)})`)
      .where(isSeen('batches.study_id'))
      .orderBy('total_minor', order)
      .orderBy('id', order)
      .limit(p.limit),
  )
/** Batches of a currency and a scope by their sums, the smallest first: behind one of them, or ahead of it, nearest first. */
export const batchesByTotal = { behind: byTotal('>', 'asc'), ahead: byTotal('<', 'desc') }

const inState = (past: Past, order: 'asc' | 'desc') =>
  scopedQuery<{ state: BatchState; id: string; limit: number }, Batch>((p, isSeen) =>
    sql
      .selectFrom('batches')
      .select(batchColumns)
      // As it stands in its index.
      .where(raw<SqlBool>`state || '' = ${raw.val(p.state)}`)
      .where('id', past, p.id)
      .where(isSeen('batches.study_id'))
      .orderBy('id', order)
      .limit(p.limit),
  )
/** Batches of a state and a scope, the newest first. */
export const batchesInState = { behind: inState('<', 'desc'), ahead: inState('>', 'asc') }

/** How many payouts of these batches wait to be sent, those that are aside left out, and of how many the outcome is open; one without either is left out. */
export function openOfBatches(
  batchIds: readonly string[],
): Query<{ batchId: string; queued: number; open: number; proposed: number }> {
  return {
    sql: `select batch_id as "batchId", sum(case when state = 'queued' and aside_since is null then 1 else 0 end) as "queued",
  sum(case when state = 'open' then 1 else 0 end) as "open",
  sum(case when state = 'open' and exists (select 1 from proposals where decided = 0
    and subject in (payouts.id, payouts.batch_id)) then 1 else 0 end) as "proposed"
from payouts where state in ('queued', 'open') and batch_id in (${batchIds.map(() => '?').join(', ')}) group by batch_id`,
    values: [...batchIds],
  }
}

/** Who approved a batch, in order. */
export const approvalsOf = prepareQuery((p: { batchId: string }) =>
  sql
    .selectFrom('batch_approvals')
    .innerJoin('staff', 'staff.id', 'batch_approvals.approver')
    .select([
      'batch_approvals.nth',
      'batch_approvals.approver',
      'batch_approvals.counts_as as countsAs',
      'staff.name',
      'batch_approvals.at',
    ])
    .where('batch_id', '=', p.batchId)
    .orderBy('batch_approvals.nth'),
)

export const addApproval = prepareQuery(
  (p: {
    batchId: string
    nth: number
    approver: string
    countsAs: string
    preparedBy: string
    contentHash: string
    at: string
  }) =>
    sql.insertInto('batch_approvals').values({
      batch_id: p.batchId,
      nth: p.nth,
      approver: p.approver,
      counts_as: p.countsAs,
      prepared_by: p.preparedBy,
      prepared_counts_as: sql.selectFrom('batches').select('counts_as').where('id', '=', p.batchId),
      content_hash: p.contentHash,
      at: p.at,
    }),
)

export const countApproval = prepareQuery((p: { batchId: string; nth: number }) =>
  sql.updateTable('batches').set({ approvals: p.nth }).where('id', '=', p.batchId),
)

/** What is proposed about single payouts of a batch, and waits for another person. */
export const waitingInBatch = prepareQuery((p: { batchId: string }) =>
  sql
    .selectFrom('payouts')
    .innerJoin('proposals', 'proposals.subject', 'payouts.id')
    .select(['payouts.id as payoutId', 'proposals.kind'])
    .where('payouts.batch_id', '=', p.batchId)
    .where('proposals.decided', '=', 0),
)
