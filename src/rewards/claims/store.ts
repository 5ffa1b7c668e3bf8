/** The rows of claims. */
import { sql as raw } from 'kysely'
import type { Channel, ClaimState } from '../../../schema/tables.ts'
import { prepareQuery, type Query, type Write } from '../../platform/db/together.ts'
import { scopedQuery } from '../../staff/permissions/scope.ts'
import { sql } from '../tables.ts'

/** A claim as it is kept. */
export interface Claim {
  id: string
  voucherId: string
  studyId: string
  channel: Channel
  /** JWE; only `decryptPayee` reads it, with the voucher's id. */
  payee: string
  accountHash: string
  /** ISO 8601 in UTC: from then on it may be put into a batch. */
  eligibleAt: string
  /** The number of its last step. */
  n: number
  state: ClaimState
  madeAt: string
}

const columns = [
  'id',
  'voucher_id as voucherId',
  'study_id as studyId',
  'channel',
  'payee',
  'account_hash as accountHash',
  'eligible_at as eligibleAt',
  'n',
  'state',
  'made_at as madeAt',
] as const

/** The claim itself, at its first step. Only a holder's own action makes one. */
export const addClaim = prepareQuery(
  (p: Claim & { payeeKey: string; domainHash: string | null; domainNth: number | null; byRespondent: 0 | 1 }) =>
    sql.insertInto('claims').values({
      id: p.id,
      voucher_id: p.voucherId,
      study_id: p.studyId,
      channel: p.channel,
      payee: p.payee,
      payee_key: p.payeeKey,
      account_hash: p.accountHash,
      domain_hash: p.domainHash,
      domain_nth: p.domainNth,
      eligible_at: p.eligibleAt,
      n: p.n,
      state: p.state,
      made_at: p.madeAt,
      by_respondent: p.byRespondent,
    }),
)

export const claimById = prepareQuery<{ id: string }, Claim>((p) =>
  sql.selectFrom('claims').select(columns).where('id', '=', p.id),
)

/** The claims with these ids, at most ninety, in no order. */
export function claimsByIds(ids: readonly string[]): Query<Claim> {
  const names = columns.map((column) =>
    column.replace(/^(\w+)(?: as (\w+))?$/, (_, own, as) => `${own} as "${as ?? own}"`),
  )
  return {
    sql: `select ${names.join(', ')} from claims where id in (${ids.map(() => '?').join(', ')})`,
    values: [...ids],
  }
}

/** The claim of a voucher that has not ended; there is one at most. */
export const openClaimOf = prepareQuery<{ voucherId: string }, Claim>((p) =>
  sql.selectFrom('claims').select(columns).where('voucher_id', '=', p.voucherId).where('state', '<>', 'ended'),
)

/** It goes on counting among those that wait to be paid, so that finance does not see that somebody held its response. */
export const stopClaim = ({ id, voucherId }: Pick<Claim, 'id' | 'voucherId'>): Write => ({
  sql: 'update claims set stopped = case when id = ? then 1 end where voucher_id = ? and (stopped = 1 or id = ?)',
  values: [id, voucherId, id],
})

/** Why a claim took its nth step. */
export const reasonOfClaim = prepareQuery((p: { id: string; n: number }) =>
  sql.selectFrom('claim_steps').select('reason').where('claim_id', '=', p.id).where('n', '=', p.n),
)

/** The accounts that a voucher was ever claimed for, as hashes. */
export const accountsOfVoucher = prepareQuery((p: { voucherId: string }) =>
  sql.selectFrom('claims').select('account_hash as accountHash').distinct().where('voucher_id', '=', p.voucherId),
)

/** Claims of a scope that wait for a person because their account has another claim. */
const heldClaimsQuery = () =>
  // As it stands in the index, which is of held ones alone: a bound value would pass over it.
  sql.selectFrom('claims').select(columns).where('state', '=', raw.lit('held'))

/** The longest held first, behind the id `after`. */
export const heldClaims = scopedQuery<{ after: string; limit: number }, Claim>((p, isSeen) =>
  heldClaimsQuery().where('id', '>', p.after).where(isSeen('claims.study_id')).orderBy('id').limit(p.limit),
)

/** The same the other way: those held before the one with this id, the last of them first. */
export const heldClaimsAhead = scopedQuery<{ before: string; limit: number }, Claim>((p, isSeen) =>
  heldClaimsQuery().where('id', '<', p.before).where(isSeen('claims.study_id')).orderBy('id', 'desc').limit(p.limit),
)

/** The claim of the same account that stands in the way of a held one. */
export const claimOfAccount = prepareQuery<{ studyId: string; accountHash: string }, Claim>((p) =>
  sql
    .selectFrom('claims')
    .select(columns)
    .where('study_id', '=', p.studyId)
    .where('account_hash', '=', p.accountHash)
    .where('state', 'in', ['ready', 'frozen', 'paid']),
)

/** A claim that is paid or over, whose account is still kept. */
interface Over {
  id: string
  payee: string
  madeAt: string
}

/** Those that have been over since before, behind `after`; what somebody may still ask about stays. A claim that was over before was made before: younger ones are not looked at. */
export const overClaims = (
  studyId: string,
  before: string,
  after: Pick<Over, 'id' | 'madeAt'>,
  limit: number,
): Query<Over> => ({
  sql: `select claims.id as "id", claims.payee as "payee", claims.made_at as "madeAt" from claims
join claim_steps on claim_steps.claim_id = claims.id and claim_steps.n = claims.n
where claims.study_id = ? and claims.state in ('paid', 'ended') and claims.payee not like 'erased %'
  and claim_steps.at < ? and claims.made_at < ? and (claims.made_at, claims.id) > (?, ?)
  and not exists (select 1 from payouts join attempts on attempts.payout_id = payouts.id
    join exceptions on exceptions.subject = attempts.id and exceptions.closed_at is null where payouts.claim_id = claims.id)
  and not exists (select 1 from vouchers join reviews on reviews.id = vouchers.respondent_id
    and reviews.state in ('held', 'rejected', 'objected') where vouchers.id = claims.voucher_id)
order by claims.made_at, claims.id limit ?`,
  values: [studyId, before, before, after.madeAt, after.id, limit],
})
