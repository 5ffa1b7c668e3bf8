/** A response as its pages need it: the answers so far, the route they make, and where on it the response stands. */
import type { Context } from 'hono'
import type { AppEnv } from '../../ports.ts'
import { canBeLeased } from '../../rewards/leases/actions.ts'
import { resolveRoute } from '../../survey/questionnaire/route/resolve-route.ts'
import { isReached, nextOf } from '../../survey/questionnaire/route/route.ts'
import type { SessionScope } from '../../survey/respondents/session.ts'
import { answersBut } from '../../survey/responses/response.ts'
import type { StudyWithOffers } from '../study.ts'
import { type Read, readAs, type Walked } from './reading.ts'
import type { ResponseProgress } from './response-progress.ts'
import { dueOffer, leaseHolds } from './reward.ts'

export interface OpenResponse extends Walked {
  scope: SessionScope
}

/** The respondent's answers and route, under the questionnaire version that they began with. */
export async function open(
  c: Context<AppEnv>,
  study: StudyWithOffers,
  progress: ResponseProgress,
  scope: SessionScope,
): Promise<OpenResponse> {
  return walked(await readAs(c.var.ports, study, progress), scope)
}

/** What was read, with its route. */
export function walked(found: Read, scope: SessionScope): OpenResponse {
  const { study, pages, circumstances } = found
  return { ...found, scope, route: resolveRoute(study.questionnaire, answersBut(pages, null), circumstances) }
}

/** The page where the response stands: the first that lacks something, or the last one when nothing does. */
export function currentPage({ study, route }: OpenResponse): string {
  const next = nextOf(study.questionnaire, route)
  return 'page' in next ? next.page : (route.pages.at(-1) ?? '')
}

/** Which page may be shown instead of the one asked for; null when that one may. */
export function elsewhere(opened: OpenResponse, page: string): string | null {
  const { route, scope } = opened
  if (scope === 'forward') return currentPage(opened) === page ? null : currentPage(opened)
  return isReached(route, page) ? null : currentPage(opened)
}

/**
 * Why someone who holds no lease any more is told so before the questions of this page, or null: on the lease page
 * itself it is too early, and one that can be had is taken by answering.
 */
export async function whyGone(
  c: Context<AppEnv>,
  { study, progress, route }: OpenResponse,
  page: string,
): Promise<'budget' | null> {
  const offer = dueOffer(progress, study, page, route.answers)
  const isLater = offer !== undefined && !study.questionnaire.pages.some(({ code, lease }) => code === page && lease)
  if (!isLater || leaseHolds(progress, offer)) return null
  return (await canBeLeased(c.var.ports, offer)) ? null : 'budget'
}
