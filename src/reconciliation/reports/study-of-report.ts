/** Which study a report is about; one about an account is of all studies that it may pay for. */
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Studies } from '../../staff/permissions/may.ts'
import type { StudyOf } from '../../staff/permissions/needs.ts'
import { studySlugs } from '../../staff/permissions/store.ts'
import { studiesOfAccount } from '../account-scope.ts'
import { reportById } from './store.ts'

/** Whether reports of this kind are about a study, whose slug their subject begins with. */
function isOfStudy(kind: string): boolean {
  return kind === 'study' || kind === 'closing'
}

/** The study of the report that the address describes, or the studies that share its account. */
export const studyOfReport: StudyOf = (c) => studiesOfReport(c.var.ports.db, c.req.param('kind'), c.req.param('of'))

/** The same of the signed report that the address names. */
export const studyOfSignedReport: StudyOf = async (c) => {
  const { db } = c.var.ports
  const stored = await first(db, reportById({ id: c.req.param('id') ?? '' }))
  return studiesOfReport(db, stored?.kind, stored?.subject.split(' ')[0])
}

/**
 * The studies that a report is of.
 * @param of a study's slug or an account's id
 */
export async function studiesOfReport(
  db: Ports['db'],
  kind: string | undefined,
  of: string | undefined,
): Promise<Studies> {
  if (kind === undefined || of === undefined) return null
  if (!isOfStudy(kind)) return studiesOfAccount(db, of)
  return (await db.read(studySlugs({}))).find((study) => study.slug === of)?.id
}
