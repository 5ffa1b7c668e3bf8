/** Which study an exception is about: none, when it is about an account. */
import { prepareQuery } from '../../platform/db/together.ts'
import { studyBy } from '../../staff/permissions/needs.ts'
import { sql } from '../tables.ts'

export const studyByException = prepareQuery((p: { id: string }) =>
  sql.selectFrom('exceptions').select('study_id as studyId').where('id', '=', p.id),
)

/** The study of the exception that the address names. */
export const studyOfException = studyBy(studyByException)
