/** What is kept of one voucher, wherever it stands. */
import type {
  AttemptState,
  Channel,
  LedgerAccount,
  PayoutState,
  Provider,
  Reason,
  VoucherState,
} from '../../../schema/tables.ts'
import { prepareQuery, type Query } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

export interface VoucherHead {
  id: string
  studyId: string
  offerId: string
  currency: string
  amountMinor: number
  taxMinor: number
  codeKey: string
  state: VoucherState
  madeAt: string
  expiresAt: string | null
  replaces: string | null
}

const head = [
  'id',
  'study_id as studyId',
  'offer_id as offerId',
  'currency',
  'amount_minor as amountMinor',
  'tax_minor as taxMinor',
  'code_key as codeKey',
  'state',
  'made_at as madeAt',
  'expires_at as expiresAt',
  'replaces',
] as const

export const headById = prepareQuery<{ id: string }, VoucherHead>((p) =>
  sql.selectFrom('vouchers').select(head).where('id', '=', p.id),
)

/** The voucher that took the place of one. */
export const headOfNext = prepareQuery<{ id: string }, VoucherHead>((p) =>
  sql.selectFrom('vouchers').select(head).where('replaces', '=', p.id),
)

/** One step of the voucher itself, of a claim, payout, attempt or batch that it was in. */
export interface HistoryStep {
  kind: 'voucher' | 'claim' | 'payout' | 'attempt' | 'batch'
  /** The id of what stepped. */
  id: string
  n: number
  state: string
  actor: string | null
  reason: Reason | null
  /** The provider's own word. */
  code: string | null
  at: string
}

/** Every step, in no order. (D1 takes at most five selects in a union.) */
export const stepsOfVoucher = (voucherId: string): Query<HistoryStep> => ({
  sql: `
select 'voucher' as "kind", voucher_id as "id", n as "n", state as "state", actor as "actor", reason as "reason",
  null as "code", at as "at" from voucher_steps where voucher_id = ?
union all
select 'claim', claim_id, steps.n, steps.state, steps.actor, steps.reason, null, steps.at
from claims join claim_steps steps on steps.claim_id = claims.id where claims.voucher_id = ?
union all
select 'payout', payout_id, steps.n, steps.state, steps.actor, steps.reason, null, steps.at
from payouts join payout_steps steps on steps.payout_id = payouts.id where payouts.voucher_id = ?
union all
select 'attempt', attempt_id, steps.n, steps.state, steps.actor, steps.reason, steps.code, steps.at
from payouts join attempts on attempts.payout_id = payouts.id
join attempt_steps steps on steps.attempt_id = attempts.id where payouts.voucher_id = ?
union all
select 'batch', steps.batch_id, steps.n, steps.state, steps.actor, steps.reason, null, steps.at
from payouts join batch_steps steps on steps.batch_id = payouts.batch_id where payouts.voucher_id = ?`,
  values: [voucherId, voucherId, voucherId, voucherId, voucherId],
})

export interface VoucherPayoutRow {
  payoutId: string
  batchId: string
  provider: Provider
  channel: Channel
  state: PayoutState
  preparedBy: string
}

/** The payouts of a voucher, oldest first. */
export const payoutsOfVoucher = prepareQuery<{ voucherId: string }, VoucherPayoutRow>((p) =>
  sql
    .selectFrom('payouts')
    .innerJoin('batches', 'batches.id', 'payouts.batch_id')
    .select([
      'payouts.id as payoutId',
      'payouts.batch_id as batchId',
      'payouts.provider',
      'payouts.channel',
      'payouts.state',
      'batches.prepared_by as preparedBy',
    ])
    .where('payouts.voucher_id', '=', p.voucherId)
    .orderBy('payouts.id'),
)

export interface VoucherAttemptRow {
  id: string
  payoutId: string
  nth: number
  reference: string
  providerId: string | null
  code: string | null
  state: AttemptState
}

/** Every attempt at them, oldest first. */
export const attemptsOfVoucher = prepareQuery<{ voucherId: string }, VoucherAttemptRow>((p) =>
  sql
    .selectFrom('payouts')
    .innerJoin('attempts', 'attempts.payout_id', 'payouts.id')
    .select([
      'attempts.id',
      'attempts.payout_id as payoutId',
      'attempts.nth',
      'attempts.reference',
      'attempts.provider_id as providerId',
      'attempts.code',
      'attempts.state',
    ])
    .where('payouts.voucher_id', '=', p.voucherId)
    .orderBy('attempts.id'),
)

export interface TransferRow {
  subject: string
  debit: LedgerAccount
  credit: LedgerAccount
  amountMinor: number
  at: string
}

/** The transfers that belong to a voucher, by its own id or by that of an attempt at paying it, oldest first. */
export const transfersOfVoucher = (voucherId: string): Query<TransferRow> => ({
  sql: `select subject as "subject", debit as "debit", credit as "credit", amount_minor as "amountMinor", at as "at"
from transfers where subject = ? or subject in (
  select attempts.id from payouts join attempts on attempts.payout_id = payouts.id where payouts.voucher_id = ?)
order by transfers.id`,
  values: [voucherId, voucherId],
})

export interface ProposalOfVoucher {
  id: string
  kind: 'voucher_voided' | 'voucher_reissued' | 'claim_released'
  why: string
  proposedBy: string
  at: string
  verdict: 'confirmed' | 'declined' | 'withdrawn' | null
  decidedBy: string | null
  decidedAt: string | null
}

/** What was proposed about a voucher or its claims, oldest first. */
export const proposalsOfVoucher = (voucherId: string): Query<ProposalOfVoucher> => ({
  sql: `select proposals.id as "id", kind as "kind", reason as "why", proposals.proposed_by as "proposedBy",
  proposals.at as "at", verdict as "verdict", decided_by as "decidedBy", decisions.at as "decidedAt"
from proposals left join decisions on decisions.proposal_id = proposals.id
where kind in ('voucher_voided', 'voucher_reissued', 'claim_released')
  and (subject = ? or subject in (select id from claims where voucher_id = ?))
order by proposals.id`,
  values: [voucherId, voucherId],
})

/** Says that the link of a voucher was shown: its key lets one see it. */
export const addLinkShown = prepareQuery((p: { voucherId: string; shownTo: string; at: string }) =>
  sql.insertInto('voucher_links').values({ voucher_id: p.voucherId, shown_to: p.shownTo, at: p.at }),
)

/** To whom (a staff id) the link of a voucher was shown, and when. */
export const linkShown = prepareQuery((p: { voucherId: string }) =>
  sql.selectFrom('voucher_links').select(['shown_to as shownTo', 'at']).where('voucher_id', '=', p.voucherId),
)
