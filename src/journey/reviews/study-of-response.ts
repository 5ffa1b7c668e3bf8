/** Which study a response was given in. */
import { first, prepareQuery } from '../../platform/db/together.ts'
import type { StudyOf } from '../../staff/permissions/needs.ts'
import { sql } from '../tables.ts'

const studyByRef = prepareQuery((p: { ref: string }) =>
  sql.selectFrom('responses').select('study_id as studyId').where('export_ref', '=', p.ref),
)

/** The study of the response whose export reference the address has. */
export const studyOfResponse: StudyOf = async (c) => {
  const ref = (c.req.param('ref') ?? '').trim().toLowerCase()
  return (await first(c.var.ports.db, studyByRef({ ref })))?.studyId
}
