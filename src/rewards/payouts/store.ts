/** The rows of payouts, of their attempts, and of calls to providers. */
import type {
  AttemptState,
  BatchState,
  Channel,
  ClaimState,
  PayoutState,
  Provider,
  Reason,
  VoucherState,
} from '../../../schema/tables.ts'
import { prepareQuery, type Query, type SqlValue } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** One payout with all that its next move depends on, and its newest attempt, if it has one. */
export interface PayoutRow {
  payoutId: string
  payoutN: number
  payoutState: PayoutState
  provider: Provider
  channel: Channel
  currency: string
  amountMinor: number
  /** Of the voucher. */
  taxMinor: number
  payeeHash: string | null
  payeeYear: number | null
  /** What reached its payee outside of the books, tax included. */
  outsideMinor: number | null
  /** Since when it is not sent, whatever becomes of its batch. */
  asideSince: string | null
  lineHash: string
  studyId: string
  offerId: string
  batchId: string
  batchState: BatchState
  /** When its batch took its last step; of one that is approved, when it was. */
  batchSteppedAt: string
  claimId: string
  claimN: number
  claimState: ClaimState
  payee: string
  voucherId: string
  voucherN: number
  voucherState: VoucherState
  expiresAt: string | null
  codeKey: string
  attemptId: string | null
  nth: number | null
  reference: string | null
  attemptN: number | null
  attemptState: AttemptState | null
  providerId: string | null
  code: string | null
  confirm: string | null
  confirmUntil: string | null
  nextAt: string | null
  calls: number | null
  attemptMadeAt: string | null
  /** Why it took its last step. */
  attemptReason: Reason | null
}

/** A payout whose newest attempt is there. */
export type AttemptRow = PayoutRow & {
  attemptId: string
  nth: number
  reference: string
  attemptN: number
  attemptState: AttemptState
  calls: number
  attemptMadeAt: string
}

const found = `
select payouts.id as "payoutId", payouts.n as "payoutN", payouts.state as "payoutState", payouts.provider as "provider",
  payouts.channel as "channel", payouts.currency as "currency", payouts.amount_minor as "amountMinor",
  vouchers.tax_minor as "taxMinor", payouts.payee_hash as "payeeHash", payouts.payee_year as "payeeYear",
  payouts.line_hash as "lineHash", payouts.study_id as "studyId", payouts.offer_id as "offerId",
  payouts.outside_minor as "outsideMinor", payouts.aside_since as "asideSince", payouts.batch_id as "batchId", batches.state as "batchState",
  (select at from batch_steps where batch_steps.batch_id = batches.id and batch_steps.n = batches.n) as "batchSteppedAt",
  claims.id as "claimId", claims.n as "claimN", claims.state as "claimState", claims.payee as "payee",
  vouchers.id as "voucherId", vouchers.n as "voucherN", vouchers.state as "voucherState",
  vouchers.expires_at as "expiresAt", vouchers.code_key as "codeKey",
  attempts.id as "attemptId", attempts.nth as "nth", attempts.reference as "reference", attempts.n as "attemptN",
  attempts.state as "attemptState", attempts.provider_id as "providerId", attempts.code as "code",
  attempts.confirm as "confirm", attempts.expires_at as "confirmUntil", attempts.next_at as "nextAt",
  attempts.calls as "calls", attempts.made_at as "attemptMadeAt",
  (select reason from attempt_steps where attempt_steps.attempt_id = attempts.id and attempt_steps.n = attempts.n) as "attemptReason"
from payouts
join batches on batches.id = payouts.batch_id
join claims on claims.id = payouts.claim_id
join vouchers on vouchers.id = payouts.voucher_id
left join attempts on attempts.payout_id = payouts.id
  and attempts.nth = (select max(nth) from attempts newest where newest.payout_id = payouts.id)`

/** Payouts with their newest attempts, by a condition. */
export function payoutsFound(where: string, ...values: SqlValue[]): Query<PayoutRow> {
  return { sql: `${found}\n${where}`, values }
}

/** A payout with its newest attempt. */
export const foundByPayout = (payoutId: string) => payoutsFound('where payouts.id = ?', payoutId)

/** The newest payout of a voucher. */
export const foundByVoucher = (voucherId: string) =>
  payoutsFound('where payouts.voucher_id = ? order by payouts.id desc limit 1', voucherId)

/** Payouts of a batch behind the id `after`. */
export const foundOfBatch = (batchId: string, after: string, limit: number) =>
  payoutsFound('where payouts.batch_id = ? and payouts.id > ? order by payouts.id limit ?', batchId, after, limit)

/** The attempt with this reference, or with the provider's own id; newest attempts only can still be open. */
export const attemptByReference = prepareQuery((p: { provider: Provider; reference: string }) =>
  sql
    .selectFrom('attempts')
    .select(['id', 'payout_id as payoutId'])
    .where('provider', '=', p.provider)
    .where('reference', '=', p.reference),
)
export const attemptByProviderId = prepareQuery((p: { provider: Provider; providerId: string }) =>
  sql
    .selectFrom('attempts')
    .select(['id', 'payout_id as payoutId', 'reference'])
    .where('provider', '=', p.provider)
    .where('provider_id', '=', p.providerId),
)

/** An attempt that is not its payout's newest any more, as far as late answers to it matter. */
export const olderAttempt = prepareQuery((p: { id: string }) =>
  sql
    .selectFrom('attempts')
    .select([
      'id',
      'payout_id as payoutId',
      'state',
      'amount_minor as amountMinor',
      'currency',
      'provider',
      'reference',
      'provider_id as providerId',
    ])
    .where('id', '=', p.id),
)

/** Payouts of approved batches that wait to be sent by one provider, from accounts that nothing stops. */
export const queuedPayouts = (provider: Provider, limit: number) =>
  payoutsFound(
    `where payouts.state = 'queued' and payouts.aside_since is null and payouts.provider = ? and batches.state = 'approved'
  and not exists (select 1 from provider_accounts
    where provider_accounts.id = payouts.provider || ':' || payouts.currency and provider_accounts.stops > 0)
order by payouts.id limit ?`,
    provider,
    limit,
  )

/** Payouts of approved batches that wait for their holder at one provider, prepared before `before`. */
export const uncollectedPayouts = (provider: Provider, before: string, limit: number) =>
  payoutsFound(
    "where payouts.state = 'queued' and payouts.provider = ? and batches.state = 'approved' and payouts.made_at < ? order by payouts.id limit ?",
    provider,
    before,
    limit,
  )

const stranded = "where payouts.state = 'queued' and batches.state in ('cancelled', 'refused')"
/** Payouts that wait although their batch was cancelled. By the bare id SQLite would go through all, not the few that wait. */
export const strandedPayouts = (limit: number) =>
  payoutsFound(`${stranded} order by coalesce(payouts.id, '') limit ?`, limit)

/**
 * Open attempts at one provider that is to be called by now. An ended one may be due all the same, when it ended while a
 * call was being written down. By the bare provider SQLite would go through all that it ever paid, not the few that are due.
 */
export const duePayouts = (provider: Provider, now: string, limit: number) =>
  payoutsFound(
    `where attempts.next_at <= ? and coalesce(attempts.provider, '') = ? and attempts.state not in ('succeeded', 'failed', 'cancelled')
order by attempts.next_at limit ?`,
    now,
    provider,
    limit,
  )

/**
 * Attempts at one provider that a holder may still confirm, but for those that it was last asked to stop: they are asked
 * for first, when that is due. Of one that is only stored the provider has made nothing that is known, so that there is
 * nothing to stop. By the bare provider SQLite would go through all payouts, not the few open ones.
 */
export const confirmablePayouts = (provider: Provider, limit: number) =>
  payoutsFound(
    `where attempts.state in ('accepted', 'awaiting_user', 'unknown') and attempts.state not in ('succeeded', 'failed', 'cancelled')
  and attempts.id > '' and coalesce(payouts.provider, '') = ? and not exists (select 1 from attempt_calls where attempt_calls.attempt_id = attempts.id
    and attempt_calls.n = attempts.calls and attempt_calls.what = 'cancel')
order by attempts.id limit ?`,
    provider,
    limit,
  )

/** Every attempt of a payout, with its steps, oldest first. */
export const attemptsOf = prepareQuery((p: { payoutId: string }) =>
  sql
    .selectFrom('attempts')
    .innerJoin('attempt_steps', 'attempt_steps.attempt_id', 'attempts.id')
    .select([
      'attempts.id',
      'attempts.nth',
      'attempts.reference',
      'attempts.provider_id as providerId',
      'attempt_steps.n',
      'attempt_steps.state',
      'attempt_steps.actor',
      'attempt_steps.reason',
      'attempt_steps.code',
      'attempt_steps.at',
    ])
    .where('attempts.payout_id', '=', p.payoutId)
    .orderBy('attempts.nth')
    .orderBy('attempt_steps.n'),
)

/** The calls that were made for an attempt. */
export const callsOf = prepareQuery((p: { attemptId: string }) =>
  sql.selectFrom('attempt_calls').select(['n', 'what', 'at']).where('attempt_id', '=', p.attemptId).orderBy('n'),
)

/** Says beforehand that a provider is about to be called: its key lets one caller through. */
export const addCall = prepareQuery(
  (p: { attemptId: string; n: number; what: 'send' | 'query' | 'cancel'; at: string }) =>
    sql.insertInto('attempt_calls').values({ attempt_id: p.attemptId, n: p.n, what: p.what, at: p.at }),
)
export const countCall = prepareQuery((p: { attemptId: string; n: number; nextAt: string }) =>
  sql.updateTable('attempts').set({ calls: p.n, next_at: p.nextAt }).where('id', '=', p.attemptId),
)

/** Until the answer to a sending is there, nothing is known of it: what was said of the one before would be taken for it. */
export const forgetWord = prepareQuery((p: { attemptId: string }) =>
  sql.updateTable('attempts').set({ code: null }).where('id', '=', p.attemptId),
)

/** What was learned beside the state: the provider's id and code, what the phone needs, when to ask next. */
export const noteAnswer = prepareQuery(
  (p: {
    attemptId: string
    providerId: string | null
    code: string | null
    confirm: string | null
    confirmUntil: string | null
    nextAt: string | null
  }) =>
    sql
      .updateTable('attempts')
      .set({
        provider_id: p.providerId,
        code: p.code,
        confirm: p.confirm,
        expires_at: p.confirmUntil,
        next_at: p.nextAt,
      })
      .where('id', '=', p.attemptId),
)

/** Makes the next call due now. */
export const dueNow = prepareQuery((p: { attemptId: string; at: string }) =>
  sql.updateTable('attempts').set({ next_at: p.at }).where('id', '=', p.attemptId),
)

/** Keeps a voucher claimable for a while longer after a payout that came to nothing. */
export const extendVoucher = prepareQuery((p: { voucherId: string; expiresAt: string }) =>
  sql.updateTable('vouchers').set({ expires_at: p.expiresAt }).where('id', '=', p.voucherId),
)

export const addException = prepareQuery(
  (p: {
    id: string
    class: 'state_conflict' | 'amount_mismatch' | 'missing_in_ledger'
    subject: string
    studyId: string | null
    provider: Provider
    currency: string
    amountMinor: number
    detail: string
    at: string
  }) =>
    sql.insertInto('exceptions').values({
      id: p.id,
      class: p.class,
      subject: p.subject,
      study_id: p.studyId,
      provider: p.provider,
      currency: p.currency,
      amount_minor: p.amountMinor,
      detail: p.detail,
      opened_at: p.at,
      closed_at: null,
    }),
)
