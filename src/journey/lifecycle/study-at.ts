/** The study in the address of a page of the staff. */
import type { Context } from 'hono'
import { normalizeText } from '../../platform/http/form.ts'
import type { AppEnv } from '../../ports.ts'
import type { StudyOf } from '../../staff/permissions/needs.ts'
import { findStudyWithOffers, type StudyWithOffers } from '../study.ts'

/** The study whose `:slug` is in the address, as it stood a few seconds ago at most. */
export function studyAt(c: Context<AppEnv>): Promise<StudyWithOffers | undefined> {
  const { db, clock } = c.var.ports
  return findStudyWithOffers(db, normalizeText(c.req.param('slug') ?? ''), clock.now())
}

/** Its id, for `needs`. */
export const studyOfAddress: StudyOf = async (c) => (await studyAt(c))?.id
