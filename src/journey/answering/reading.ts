/**
 * What every write to a response reads first. It may be stale by the time of the write; then a key or a check refuses,
 * and the next try reads again.
 */

import type { Answers, Circumstances } from '../../../schema/answers.ts'
import { limit } from '../../../schema/constraints.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { canonicalJson } from '../../platform/crypto/version.ts'
import { stale } from '../../platform/db/perform.ts'
import type { Write } from '../../platform/db/together.ts'
import type { Posted } from '../../platform/http/form.ts'
import type { Ports } from '../../ports.ts'
import { questionsOn } from '../../survey/quality/questions-on.ts'
import { type ShownForm, type TypingCounts, type Visit, visited, withTyped } from '../../survey/quality/visit.ts'
import type { ValidationError } from '../../survey/questionnaire/page/view.ts'
import type { RouteEnd } from '../../survey/questionnaire/route/end.ts'
import type { Route } from '../../survey/questionnaire/route/resolve-route.ts'
import { pageWrite, sameAnswers } from '../../survey/responses/response.ts'
import { openPages, type SavedPage } from '../../survey/responses/saved.ts'
import * as store from '../../survey/responses/store.ts'
import { findQuestionnaire } from '../../survey/studies/store.ts'
import type { StudyWithOffers } from '../study.ts'
import { findResponseProgress, type ResponseProgress } from './response-progress.ts'

/** A page as it comes from a browser. */
export interface Submission {
  page: string
  posted: Posted
  /** The revision of the page's row that the form was drawn from; 0 when there was none. */
  revision: number
  language: Language
  /** The caller's network address. */
  address: string
  /** What came with the form of when it was drawn. */
  shown: ShownForm
  /** How often something was typed and pasted; undefined where that may not be counted, or was not. */
  typed?: TypingCounts | undefined
  /**
   * Whether every answer is shown once more before the end: when nothing follows this page (`end`), or as soon as nothing
   * is missing (`now`), for whoever came from there to change one. Without it, the end is the end.
   */
  review?: 'end' | 'now' | undefined
}

/** A page that was found in order, with how and when it was sent. */
export interface SentPage {
  submission: Submission
  answers: Answers
  visit: Visit
  /** ISO 8601 in UTC. */
  at: string
}

export type Ending = RouteEnd | 'complete' | 'over_quota'

export type SaveOutcome =
  | { next: string; after?: Walked }
  | { end: Ending }
  /** Nothing is missing, and all of it is to be seen once more. */
  | { review: true; after?: Walked }
  | { errors: ValidationError[]; found: Read }
  /** Another tab has saved this page since the form was drawn. */
  | { conflict: SavedPage; found: Read }
  /** The reward cannot be had now; the page is saved. */
  | { rewardGone: 'budget' }
  /** Others who answer have the last places of this cell; the page is saved. */
  | { full: string }
  | { refused: 'invitation_revoked' | 'not_found' }

/** What a try has read. */
export interface Read {
  progress: ResponseProgress
  pages: Map<string, SavedPage>
  study: StudyWithOffers
  circumstances: Circumstances
}

/** A response with its route. */
export interface Walked extends Read {
  route: Route
}

/** A response as it stands once a page of it is written, where what it holds of a reward and of places stays as it is. */
export function afterwards(found: Read, { submission, answers, visit }: SentPage, route: Route): Walked {
  const { progress, pages } = found
  const { page, language } = submission
  const saved = pages.get(page)
  if (saved !== undefined && sameAnswers(saved.answers, answers)) return { ...found, route }
  const revision = progress.revision + 1
  return {
    ...found,
    progress: { ...progress, revision, language },
    pages: new Map(pages).set(page, { revision, answers, visit }),
    route,
  }
}

/** Reads a response with its answers; undefined for nobody. */
export async function readResponse(
  ports: Ports,
  study: StudyWithOffers,
  respondentId: string,
): Promise<Read | undefined> {
  const progress = await findResponseProgress(ports.db, respondentId)
  return progress && readAs(ports, study, progress)
}

/** The same of a response that has been read: its answers, and what it is asked. */
export async function readAs(ports: Ports, study: StudyWithOffers, progress: ResponseProgress): Promise<Read> {
  const pages = await openPages(ports, progress.respondentId, progress.packedPages)
  const questionnaire = await findQuestionnaire(ports.db, progress.version)
  return {
    progress,
    pages,
    // A response goes on with the version that it began with, whatever the study asks newcomers.
    study: questionnaire === study.questionnaire ? study : { ...study, questionnaire, version: progress.version },
    circumstances: { seed: progress.seed, facts: progress.facts },
  }
}

/** How a response that is over looks to someone who comes back to it. */
export function endingOf({ state }: Pick<ResponseProgress, 'state'>): Ending | null {
  if (state === 'in_progress') return null
  return state === 'complete' || state === 'over_quota' ? state : 'screened_out'
}

/** Says that what was read has been changed on purpose and must be read again. */
export const again = stale({ kind: 'check', on: limit.revision })

/** How the page has been shown and sent, with this form. @param before the answers of the pages before it */
export function visitOf(
  { pages, study, circumstances }: Pick<Read, 'pages' | 'study' | 'circumstances'>,
  { page, shown, typed }: Submission,
  before: Answers,
  at: string,
  how: 'left' | 'saved',
): Visit {
  const questions = questionsOn(study.questionnaire, page, before, circumstances)
  const known = pages.get(page)?.visit ?? null
  return withTyped(visited(known, shown, Date.parse(at), questions, how), typed)
}

/** What is written of a page that was sent: its answers, or only that it was sent where they stay as they are. */
export async function sentWrites(
  ports: Ports,
  found: Read,
  { submission, answers, visit, at }: SentPage,
): Promise<Write[]> {
  const saved = found.pages.get(submission.page)
  const isSaved = saved !== undefined && sameAnswers(saved.answers, answers)
  return isSaved
    ? visitWrites(found.progress.respondentId, submission.page, saved, visit)
    : pageWrites(ports, found, submission, answers, visit, at)
}

/** What is noted of a page whose answers stay as they are; nothing where nothing is new. */
function visitWrites(
  respondentId: string,
  page: string,
  saved: Pick<SavedPage, 'revision' | 'visit'>,
  visit: Visit,
): Write[] {
  if (saved.visit?.done === visit.done) return []
  return store.noteVisit({ respondentId, page, revision: saved.revision, visit: canonicalJson(visit) })
}

/** The page's row and the claim of the revision, which every save makes. */
export async function pageWrites(
  ports: Ports,
  { progress, study }: Pick<Read, 'progress' | 'study'>,
  submission: Submission,
  answers: Answers,
  visit: Visit,
  at: string,
): Promise<Write[]> {
  const { respondentId, revision } = progress
  const of = { studyId: study.id, respondentId, questionnaire: study.questionnaire, page: submission.page }
  return [
    store.claimRevision({ respondentId, revision, language: submission.language, at }),
    await pageWrite(ports, of, { revision: revision + 1, answers, visit }, at),
  ]
}
