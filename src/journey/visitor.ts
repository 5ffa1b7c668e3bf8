/** What every page of a student's begins with: the study at this address, and who is asking. */
import type { Context } from 'hono'
import type { TokenFault } from '../platform/crypto/tokens.ts'
import { normalizeText } from '../platform/http/form.ts'
import { nameStudy } from '../platform/http/shell.ts'
import { offerLanguages } from '../platform/i18n/language.ts'
import type { AppEnv } from '../ports.ts'
import { respondentOf, type SessionScope } from '../survey/respondents/session.ts'
import { findResponseProgress, type ResponseProgress } from './answering/response-progress.ts'
import { findStudyWithOffers, type StudyWithOffers } from './study.ts'

export interface Visitor {
  study: StudyWithOffers
  /** Null for someone who has not begun, or whose token is no good. */
  progress: ResponseProgress | null
  scope: SessionScope
  /** Why a token is no good; `ended` when its session was ended from another device or by staff. */
  fault: TokenFault | 'ended' | null
}

/** The study of the address, or undefined when there is none; what is shown from here on is in its languages. */
export async function studyOf(c: Context<AppEnv>): Promise<StudyWithOffers | undefined> {
  const { db, clock } = c.var.ports
  const slug = c.req.param('study') ?? ''
  // An address may hold what no database takes.
  const study = slug === normalizeText(slug) ? await findStudyWithOffers(db, slug, clock.now()) : undefined
  offerLanguages(c, study?.settings.languages)
  nameStudy(c, study)
  return study
}

/** The study and its visitor; opening a page writes nothing. */
export async function visitorOf(c: Context<AppEnv>): Promise<Visitor | undefined> {
  const study = await studyOf(c)
  if (study === undefined) return undefined
  const { session, fault } = await respondentOf(c, study.slug)
  const found = session === null ? undefined : await findResponseProgress(c.var.ports.db, session.respondentId)
  const scope = session?.scope ?? 'forward'
  if (found?.studyId !== study.id) return { study, progress: null, scope, fault }
  // After an older backup was put back, a token may be of a later generation than the database knows: it counts.
  const isEnded = session !== null && session.generation < found.generation
  return isEnded ? { study, progress: null, scope, fault: 'ended' } : { study, progress: found, scope, fault }
}
