/** The rows of vouchers and their steps. */
import { prepareQuery, type Query } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'
import type { Voucher } from './voucher.ts'

/** The first step of a voucher, as the service makes it. */
export const addFirstStep = prepareQuery(
  (p: { voucherId: string; state: 'issued' | 'held'; move: string; at: string }) =>
    sql.insertInto('voucher_steps').values({
      voucher_id: p.voucherId,
      n: 1,
      state: p.state,
      n_before: null,
      state_before: null,
      move: p.move,
      at: p.at,
      reason: null,
      actor: 'service',
    }),
)

/** The voucher itself, at its first step. One live one per respondent. */
export const addVoucher = prepareQuery(
  (p: {
    id: string
    studyId: string
    offerId: string
    respondentId: string
    currency: string
    amountMinor: number
    taxMinor: number
    codeKey: string
    state: 'issued' | 'held' | 'rejected'
    at: string
    expiresAt: string | null
    replaces: string | null
    referenceHash: string
  }) =>
    sql.insertInto('vouchers').values({
      id: p.id,
      study_id: p.studyId,
      offer_id: p.offerId,
      respondent_id: p.respondentId,
      currency: p.currency,
      amount_minor: p.amountMinor,
      tax_minor: p.taxMinor,
      code_key: p.codeKey,
      n: 1,
      state: p.state,
      made_at: p.at,
      expires_at: p.expiresAt,
      replaces: p.replaces,
      reference_hash: p.referenceHash,
    }),
)

/** When a voucher took this step, and where it stood before. */
export const stepOf = prepareQuery((p: { voucherId: string; n: number }) =>
  sql
    .selectFrom('voucher_steps')
    .select(['state_before as before', 'at'])
    .where('voucher_id', '=', p.voucherId)
    .where('n', '=', p.n),
)

/** From when a voucher that is issued again counts. */
export const setExpiry = prepareQuery((p: { id: string; expiresAt: string }) =>
  sql.updateTable('vouchers').set({ expires_at: p.expiresAt }).where('id', '=', p.id),
)

/** What a `Voucher` is read from. */
export const voucherColumns = [
  'vouchers.id',
  'vouchers.study_id as studyId',
  'vouchers.offer_id as offerId',
  'vouchers.respondent_id as respondentId',
  'vouchers.currency',
  'vouchers.amount_minor as amountMinor',
  'vouchers.tax_minor as taxMinor',
  'vouchers.code_key as codeKey',
  'vouchers.n',
  'vouchers.state',
  'vouchers.expires_at as expiresAt',
] as const

/** The voucher with this id. */
export const voucherById = prepareQuery<{ id: string }, Voucher>((p) =>
  sql.selectFrom('vouchers').select(voucherColumns).where('id', '=', p.id),
)

/** The voucher of a respondent: the one that no other has taken the place of. */
export const voucherOfRespondent = prepareQuery<{ respondentId: string }, Voucher>((p) =>
  sql
    .selectFrom('vouchers')
    .select(voucherColumns)
    .where('respondent_id', '=', p.respondentId)
    .where('state', '<>', 'superseded'),
)

/**
 * Vouchers of a study that are issued and whose time ended by then, the oldest first, 1,000 at the most: of each offer fewer
 * than a group are left, so that none hides what comes behind. The index is of issued ones alone.
 */
export function listIssuedUntil(studyId: string, until: string): Query<Voucher> {
  return {
    sql: `
select id, study_id as "studyId", offer_id as "offerId", respondent_id as "respondentId", currency,
  amount_minor as "amountMinor", tax_minor as "taxMinor", code_key as "codeKey", n, state, expires_at as "expiresAt"
from vouchers where state = 'issued' and study_id = ? and expires_at <= ? order by expires_at, id limit 1000`,
    values: [studyId, until],
  }
}

/**
 * A row where the study is closed, and of an offer nothing but its `due` vouchers that are issued can be claimed or decided
 * about. One more than those is as many as are counted.
 */
export const lastOfOffer = (p: { studyId: string; offerId: string; due: number }): Query<{ id: string }> => ({
  sql: `select id as "id" from study_status where id = ? and state = 'closed'
  and (select count(*) from (
    select id from vouchers where state = 'issued' and study_id = ? and offer_id = ? limit ?) few) = ?
  and not exists (select 1 from vouchers left join reviews on reviews.id = vouchers.respondent_id
    where vouchers.offer_id = ? and vouchers.state in ('claimed', 'held')
      and (vouchers.state = 'claimed' or coalesce(reviews.state, 'held') <> 'final'))`,
  values: [p.studyId, p.studyId, p.offerId, p.due + 1, p.due, p.offerId],
})
