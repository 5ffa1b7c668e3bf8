/** The study in the address of a page of the staff. */
import type { Context } from 'hono'
import { normalizeText } from '../../platform/http/form.ts'
import type { AppEnv } from '../../ports.ts'
import type { StudyOf } from '../../staff/permissions/needs.ts'
import { findStudy } from './store.ts'
import type { Study } from './study.ts'

/** The address (slug) that `:slug` stands for. */
export const slugIn = (c: Context<AppEnv>): string => normalizeText(c.req.param('slug') ?? '')

/**
 * The study whose `:slug` is in the address, as it stood a few seconds ago at most; undefined where there is none. A test of
 * one has no pages of its own at the desks.
 */
export async function studyInAddress(c: Context<AppEnv>): Promise<Study | undefined> {
  const { db, clock } = c.var.ports
  const study = await findStudy(db, slugIn(c), clock.now())
  return study?.testOf === null ? study : undefined
}

/** Its id, for `needs`. */
export const studyIdInAddress: StudyOf = async (c) => (await studyInAddress(c))?.id
