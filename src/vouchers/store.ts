import { described, sql } from '../db/together.ts'
import type { Voucher } from './voucher.ts'

/** The first step of a voucher's life. */
export const addFirstStep = described((p: { voucherId: string; state: 'issued' | 'held'; move: string; at: string }) =>
  sql.insertInto('voucher_steps').values({
    voucher_id: p.voucherId,
    n: 1,
    state: p.state,
    n_before: null,
    state_before: null,
    move: p.move,
    at: p.at,
  }),
)

/** The voucher itself, at its first step. One per respondent. */
export const addVoucher = described(
  (p: {
    id: string
    studyId: string
    offerId: string
    respondentId: string
    currency: string
    amountMinor: number
    codeKey: string
    state: 'issued' | 'held'
    at: string
  }) =>
    sql.insertInto('vouchers').values({
      id: p.id,
      study_id: p.studyId,
      offer_id: p.offerId,
      respondent_id: p.respondentId,
      currency: p.currency,
      amount_minor: p.amountMinor,
      code_key: p.codeKey,
      n: 1,
      state: p.state,
      made_at: p.at,
    }),
)

const columns = [
  'id',
  'study_id as studyId',
  'respondent_id as respondentId',
  'currency',
  'amount_minor as amountMinor',
  'code_key as codeKey',
  'state',
] as const

/** The voucher with this id. */
export const voucherById = described<{ id: string }, Voucher>((p) =>
  sql.selectFrom('vouchers').select(columns).where('id', '=', p.id),
)

/** The voucher of a respondent. */
export const voucherOfRespondent = described<{ respondentId: string }, Voucher>((p) =>
  sql.selectFrom('vouchers').select(columns).where('respondent_id', '=', p.respondentId),
)
