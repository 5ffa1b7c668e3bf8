/** Which study an exception is about; one about an account is of all studies that it may pay for. */
import type { Query } from '../../platform/db/together.ts'
import { studyBy } from '../../staff/permissions/needs.ts'

/** The studies that an exception concerns: its own, or else all that pay in its currency. */
export const studyByException = ({ id }: { id: string }): Query<{ studyId: string | null }> => ({
  sql: `select study_id as "studyId" from exceptions where id = ? and study_id is not null
union select offers.study_id from exceptions join offers on offers.currency = exceptions.currency
where exceptions.id = ? and exceptions.study_id is null`,
  values: [id, id],
})

/** The study of the exception that the address names. */
export const studyOfException = studyBy(studyByException)
