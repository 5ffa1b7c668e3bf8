/** Which study a batch pays for. */
import { prepareQuery } from '../../platform/db/together.ts'
import { studyBy } from '../../staff/permissions/needs.ts'
import { sql } from '../tables.ts'

export const studyByBatch = prepareQuery((p: { id: string }) =>
  sql.selectFrom('batches').select('study_id as studyId').where('id', '=', p.id),
)

/** The study of the batch that the address names. */
export const studyOfBatch = studyBy(studyByBatch)
