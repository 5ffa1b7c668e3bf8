/** Somebody whose group is full while they answer ends their response as it stands. */
import type { Language } from '../../../schema/questionnaire.ts'
import { perform } from '../../platform/db/perform.ts'
import type { Ports } from '../../ports.ts'
import { type Route, resolveRoute } from '../../survey/questionnaire/route/resolve-route.ts'
import { nextOf } from '../../survey/questionnaire/route/route.ts'
import type { Full } from '../../survey/quotas/full.ts'
import type { QuotaPosition } from '../../survey/quotas/reservation.ts'
import { answersBut } from '../../survey/responses/response.ts'
import { isThanked, positionOf, whyFull } from '../answering/quota.ts'
import { endingOf, type Read, readResponse, type SaveOutcome } from '../answering/reading.ts'
import type { StudyWithOffers } from '../study.ts'
import { endOverQuota } from './over-quota.ts'

/** Somebody who was told that a cell is full. */
export interface Stopped extends Read {
  route: Route
  full: Full
  from: QuotaPosition
  /** Whether the pages that were answered have earned the thank-you. */
  isEarned: boolean
}

/** Where a response stands that cannot go on, because a cell is full; null for every other one. It writes nothing. */
export async function findStopped(ports: Ports, found: Read): Promise<Stopped | null> {
  if (endingOf(found.progress) !== null) return null
  const { progress, pages } = found
  const { questionnaire } = found.study
  const route = resolveRoute(questionnaire, answersBut(pages, null), found.circumstances)
  const next = nextOf(questionnaire, route)
  const page = 'page' in next ? next.page : (route.pages.at(-1) ?? '')
  const full = await whyFull(ports, { study: found.study, progress, route }, page)
  if (full === null) return null
  const from = await positionOf(ports, progress)
  return { ...found, route, full, from, isEarned: isThanked(found, from, full) }
}

/**
 * Ends such a response, with the thank-you where one was earned. Nobody ends by mistake what can go on: nothing is done
 * when a place has come free, or when there is nothing to be had for stopping and waiting may help.
 * @param known what the caller has read: the first try goes by it, and a refusal has it read again
 */
export function stopHere(
  ports: Ports,
  study: StudyWithOffers,
  respondentId: string,
  language: Language,
  known?: Read,
): Promise<SaveOutcome | null> {
  let unread = known
  return perform<SaveOutcome | null>(ports.db, 'Ending over quota', async () => {
    const found = unread ?? (await readResponse(ports, study, respondentId))
    unread = undefined
    const stopped = found === undefined ? null : await findStopped(ports, found)
    if (stopped === null || !(stopped.full.isFinal || stopped.isEarned)) return null
    return endOverQuota(ports, stopped, { ...stopped, kept: [], left: null, language }, ports.clock.now())
  })
}
