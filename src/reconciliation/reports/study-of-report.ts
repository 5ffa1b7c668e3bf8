/** Which study a report is about: none, when it is about an account. */
import { first } from '../../platform/db/together.ts'
import type { StudyOf } from '../../staff/permissions/needs.ts'
import { studySlugs } from '../../staff/permissions/store.ts'
import { reportById } from './store.ts'

/** Whether reports of this kind are about a study, whose slug their subject begins with. */
export function isOfStudy(kind: string): boolean {
  return kind === 'study' || kind === 'closing'
}

/** The study of the report that the address describes. */
export const studyOfReport: StudyOf = (c) => studyNamed(c, c.req.param('kind'), c.req.param('of'))

/** The study of the signed report that the address names. */
export const studyOfSignedReport: StudyOf = async (c) => {
  const kept = await first(c.var.ports.db, reportById({ id: c.req.param('id') ?? '' }))
  return studyNamed(c, kept?.kind, kept?.subject.split(' ')[0])
}

async function studyNamed(c: Parameters<StudyOf>[0], kind: string | undefined, slug: string | undefined) {
  if (kind === undefined || !isOfStudy(kind)) return null
  return (await c.var.ports.db.read(studySlugs({}))).find((study) => study.slug === slug)?.id
}
