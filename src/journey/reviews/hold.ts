/** Holding a response for whoever reads answers. */
import type { ResponseState } from '../../../schema/tables.ts'
import { type Database, first, prepareQuery } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { holdVoucher, type ReviewResult } from '../../rewards/vouchers/actions.ts'
import type { ReasonFor } from '../../rewards/vouchers/lifecycle.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { sql } from '../tables.ts'
import { noteState } from './judge.ts'

const standing = prepareQuery((p: { respondentId: string }) =>
  sql.selectFrom('responses').select(['state', 'revision', 'seed']).where('respondent_id', '=', p.respondentId),
)

/** Claims the revision that was read, as a withdrawal does: of the two, the second is refused by the check. */
export const claimState = prepareQuery((p: { respondentId: string; revision: number }) =>
  sql
    .updateTable('responses')
    .set((eb) => ({ revision: eb('revision', '+', 1), revision_before: p.revision }))
    .where('respondent_id', '=', p.respondentId),
)

/** Where a response stands, and the revision that a write has to claim. */
export function claimStateOf(db: Database, respondentId: string) {
  return first(db, standing({ respondentId }))
}

/** Whether there is something to look at: what was completed, and what was thanked when a quota was full. */
export function isReviewed({ state }: { state: ResponseState }): boolean {
  return state === 'complete' || state === 'over_quota'
}

/**
 * Holds the response behind a voucher unless it has been withdrawn, since nobody could ever release such a one, or its
 * answers have been erased: nobody could look at them.
 * @param isFreeOnly refuses, as `moved_on`, where a batch has the money
 */
export function holdResponse(
  ports: Ports,
  staff: Pick<Staff, 'id'>,
  voucherId: string,
  reason: ReasonFor<'hold'>,
  isFreeOnly = false,
): Promise<ReviewResult> {
  const beside = async (respondentId: string) => {
    const response = await claimStateOf(ports.db, respondentId)
    return response !== undefined && isReviewed(response) && response.seed !== ''
      ? claimState({ respondentId, revision: response.revision })
      : null
  }
  return holdVoucher(ports, staff, voucherId, reason, { beside, isFreeOnly, noted: noteState })
}
