/** Which study a payout is of. */
import { prepareQuery } from '../../platform/db/together.ts'
import { studyBy } from '../../staff/permissions/needs.ts'
import { sql } from '../tables.ts'

export const studyByPayout = prepareQuery((p: { id: string }) =>
  sql.selectFrom('payouts').select('study_id as studyId').where('id', '=', p.id),
)

/** The study of the payout that the address names. */
export const studyOfPayout = studyBy(studyByPayout)
