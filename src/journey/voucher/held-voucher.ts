/**
 * A voucher with all that its holder's page shows: its last step, the open claim, the newest payout and that payout's
 * newest attempt. One statement reads it, so that nothing changes in between.
 */
import { prepareQuery } from '../../platform/db/together.ts'
import { openClaimColumns } from '../../rewards/claims/shown.ts'
import { voucherColumns } from '../../rewards/vouchers/store.ts'
import { sql } from '../tables.ts'

const heldVouchers = () =>
  sql
    .selectFrom('vouchers')
    .innerJoin('respondents', 'respondents.id', 'vouchers.respondent_id')
    .innerJoin('voucher_steps', (join) =>
      join.onRef('voucher_steps.voucher_id', '=', 'vouchers.id').onRef('voucher_steps.n', '=', 'vouchers.n'),
    )
    .leftJoin('claims', (join) => join.onRef('claims.voucher_id', '=', 'vouchers.id').on('claims.state', '<>', 'ended'))
    .leftJoin('payouts', (join) =>
      join.on('payouts.id', '=', (eb) =>
        eb
          .selectFrom('payouts as newest')
          .select(({ fn }) => fn.max('newest.id').as('id'))
          .whereRef('newest.voucher_id', '=', 'vouchers.id'),
      ),
    )
    .leftJoin('batches', 'batches.id', 'payouts.batch_id')
    .leftJoin('attempts', (join) =>
      join.onRef('attempts.payout_id', '=', 'payouts.id').on('attempts.nth', '=', (eb) =>
        eb
          .selectFrom('attempts as last')
          .select(({ fn }) => fn.max('last.nth').as('nth'))
          .whereRef('last.payout_id', '=', 'payouts.id'),
      ),
    )
    .select([
      ...voucherColumns,
      // Sessions of a voucher and of its respondent end together.
      'respondents.generation',
      'vouchers.made_at as madeAt',
      'voucher_steps.state_before as before',
      'voucher_steps.reason',
      'voucher_steps.at',
      ...openClaimColumns,
      'payouts.claim_id as paidClaimId',
      'payouts.state as payoutState',
      'payouts.provider',
      'payouts.channel as payoutChannel',
      'payouts.aside_since as asideSince',
      'batches.state as batchState',
      'attempts.state as attemptState',
      'attempts.code',
      'attempts.next_at as nextAt',
      'attempts.expires_at as confirmUntil',
    ])

/** By the voucher's id. */
export const heldVoucherById = prepareQuery((p: { id: string }) => heldVouchers().where('vouchers.id', '=', p.id))

/** Of a respondent: the voucher that no other has taken the place of. */
export const heldVoucherOfRespondent = prepareQuery((p: { respondentId: string }) =>
  heldVouchers().where('vouchers.respondent_id', '=', p.respondentId).where('vouchers.state', '<>', 'superseded'),
)

export type HeldVoucher = NonNullable<ReturnType<typeof heldVoucherById>['row']>
