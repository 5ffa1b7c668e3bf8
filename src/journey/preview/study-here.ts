import type { Context } from 'hono'
import { normalizeText } from '../../platform/http/form.ts'
import type { AppEnv } from '../../ports.ts'
import type { StudyOf } from '../../staff/permissions/needs.ts'
import { findStudyWithOffers, type StudyWithOffers } from '../study.ts'

/** The study whose slug the address has; a test of one has no pages of its own at the desks. */
export async function studyHere(c: Context<AppEnv>): Promise<StudyWithOffers | undefined> {
  const { db, clock } = c.var.ports
  const study = await findStudyWithOffers(db, normalizeText(c.req.param('slug') ?? ''), clock.now())
  return study?.testOf === null ? study : undefined
}

/** Its id, for what a permission is asked in. */
export const studyInAddress: StudyOf = async (c) => (await studyHere(c))?.id
