/** Holding a response for whoever reads answers. */
import { first, prepareQuery } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { type Ended, holdVoucher } from '../../rewards/vouchers/actions.ts'
import type { ReasonFor } from '../../rewards/vouchers/lifecycle.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { sql } from '../tables.ts'

const standing = prepareQuery((p: { respondentId: string }) =>
  sql.selectFrom('responses').select(['state', 'revision']).where('respondent_id', '=', p.respondentId),
)

/** Claims the revision that was read, as a withdrawal does: of the two, the second is refused by the check. */
const claimStanding = prepareQuery((p: { respondentId: string; revision: number }) =>
  sql
    .updateTable('responses')
    .set((eb) => ({ revision: eb('revision', '+', 1), revision_before: p.revision }))
    .where('respondent_id', '=', p.respondentId),
)

/** Holds the response behind a voucher unless it has been withdrawn: nobody could ever release such a one. */
export function holdResponse(
  ports: Ports,
  staff: Pick<Staff, 'id'>,
  voucherId: string,
  reason: ReasonFor<'hold'>,
): Promise<Ended> {
  return holdVoucher(ports, staff, voucherId, reason, async (respondentId) => {
    const response = await first(ports.db, standing({ respondentId }))
    const canBeHeld = response?.state === 'complete' || response?.state === 'over_quota'
    return response !== undefined && canBeHeld ? claimStanding({ respondentId, revision: response.revision }) : null
  })
}
