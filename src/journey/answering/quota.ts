/** The cells that a response counts in: reserved from the lease page on, moved by answers, kept when it is complete. */
import { type Plan, plan, type Stale, stale } from '../../platform/db/perform.ts'
import type { Breach } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { leaseEnd } from '../../rewards/leases/lease.ts'
import type { Route } from '../../survey/questionnaire/route/resolve-route.ts'
import { type Full, findFull } from '../../survey/quotas/full.ts'
import { cellsMet, type Quota, questionsOf } from '../../survey/quotas/quota.ts'
import { moveTo, type QuotaPosition } from '../../survey/quotas/reservation.ts'
import { extendReservation, findPlaces } from '../../survey/quotas/store.ts'
import { pageWrite } from '../../survey/responses/response.ts'
import { endOverQuota } from '../quotas/over-quota.ts'
import type { StudyWithOffers } from '../study.ts'
import { type Read, type SaveOutcome, type SentPage, sentWrites } from './reading.ts'
import type { ResponseProgress } from './response-progress.ts'
import { type CountIn, nowhere } from './reward.ts'

const pageAt = ({ questionnaire }: Pick<StudyWithOffers, 'questionnaire'>, code: string) =>
  questionnaire.pages.findIndex((page) => page.code === code)
const leaseAt = ({ questionnaire }: Pick<StudyWithOffers, 'questionnaire'>) =>
  questionnaire.pages.findIndex(({ lease }) => lease === true)

/** Whether a study counts cells from this page on: whoever comes to those before it for the first time reserves nothing. */
const isCounted = (study: StudyWithOffers, page: string) =>
  study.settings.quotas.length > 0 && pageAt(study, page) >= leaseAt(study)

/** Where a response stands with its cells. */
export async function positionOf(ports: Pick<Ports, 'db'>, progress: ResponseProgress): Promise<QuotaPosition> {
  const { respondentId, studyId, reservation } = progress
  const cells = reservation === null ? [] : await findPlaces(ports, respondentId)
  return { respondentId, studyId, reservation, cells }
}

/** Those of these cells that a response does not count in yet. */
const neededOf = ({ reservation, cells }: QuotaPosition, met: readonly string[]) =>
  met.filter((cell) => reservation === null || reservation.state === 'freed' || !cells.includes(cell))

/** The writes by which a response counts from here on in the cells that its answers meet: in all of them, or the page is not written so. */
export async function countInQuotas(
  ports: Ports,
  found: Read,
  sent: SentPage,
  route: Route,
  state: 'open' | 'held' | 'accepted',
): Promise<CountIn> {
  const { study, progress, circumstances } = found
  const { at } = sent
  const { reservation, respondentId } = progress
  // Whoever has places and goes back to a page before the lease moves them by what is changed there.
  if (!isCounted(study, sent.submission.page) && reservation?.state !== 'open') return nowhere
  const met = cellsMet(study.settings.quotas, study.questionnaire, route, circumstances)
  if (reservation === null && met.length === 0) return nowhere
  const full = (breach: Breach) => whenFull(ports, found, sent, route, breach)
  const from = await positionOf(ports, progress)
  const isOpen = reservation?.state === 'open'
  const expiresAt = leaseEnd(ports, at, isOpen ? reservation.openedAt : at)
  if (isOpen && state === 'open' && from.cells.join() === met.join()) {
    return { rows: [extendReservation({ respondentId, expiresAt })], counts: [], full }
  }
  return { ...moveTo(from, state, met, at, expiresAt), full }
}

/**
 * The cell that somebody who counts nowhere any more is told of before the questions of this page, or null: on the lease
 * page itself it is too early, and a place that can be had is taken by answering. It writes nothing.
 */
export async function whyFull(
  ports: Ports,
  { study, progress, route }: { study: StudyWithOffers; progress: ResponseProgress; route: Route },
  page: string,
): Promise<Full | null> {
  const isLater = isCounted(study, page) && pageAt(study, page) > leaseAt(study)
  if (!isLater || progress.reservation?.state === 'open') return null
  const met = cellsMet(study.settings.quotas, study.questionnaire, route, progress)
  return worstOf(await findFull(ports, study.id, met, 'look')) ?? null
}

/** The one that decides: a place that may come free does not help where another cannot. */
const worstOf = (full: readonly Full[]) => full.find(({ isFinal }) => isFinal) ?? full[0]

/** A sign of progress: the places of an open reservation last longer. */
export function keepPlaces(ports: Ports, { reservation, respondentId }: ResponseProgress, at: string) {
  if (reservation?.state !== 'open') return []
  return [extendReservation({ respondentId, expiresAt: leaseEnd(ports, at, reservation.openedAt) })]
}

/**
 * A cell had no place left. What others leave unfinished may still come free: then the page is saved, and its sender may
 * wait. A cell that is full for good ends the response.
 */
async function whenFull(
  ports: Ports,
  found: Read,
  sent: SentPage,
  route: Route,
  breach: Breach,
): Promise<SaveOutcome | Plan<SaveOutcome> | Stale> {
  const { study, progress, circumstances } = found
  const { submission, answers, visit, at } = sent
  const from = await positionOf(ports, progress)
  const met = cellsMet(study.settings.quotas, study.questionnaire, route, circumstances)
  const full = await findFull(ports, study.id, neededOf(from, met), 'free')
  const worst = worstOf(full)
  if (worst === undefined) return stale(breach)
  const of = { studyId: study.id, respondentId: progress.respondentId, questionnaire: study.questionnaire }
  if (worst.isFinal) {
    const saved = { revision: progress.revision + 1, answers, visit }
    const savedPage = await pageWrite(ports, { ...of, page: submission.page }, saved, at)
    const { language } = submission
    const isEarned = isThanked(found, from, worst, submission.page)
    return endOverQuota(
      ports,
      found,
      { from, full: worst, isEarned, kept: [savedPage], left: { page: submission.page, visit }, language, route },
      at,
    )
  }
  const page = await sentWrites(ports, found, sent)
  // Answers that were changed leave the places that they had.
  const freed = from.reservation?.state === 'open' ? moveTo(from, 'freed', from.cells, at) : { rows: [], counts: [] }
  const rows = [...page, ...freed.rows]
  if (rows.length === 0) return { full: worst.cell }
  return plan<SaveOutcome>({ rows, money: freed.counts, done: { full: worst.cell }, refused: stale })
}

/**
 * Whether somebody has given answers beyond the screening in good faith before they were told: their place was lost to
 * others, or only a later answer led to the cell. Whoever goes back and changes what screened them has not.
 * @param page the one that is being sent
 */
export function isThanked({ study, pages }: Pick<Read, 'study' | 'pages'>, from: QuotaPosition, full: Full, page = '') {
  const isBeyond = (code: string) => pageAt(study, code) > leaseAt(study)
  if (!isBeyond(page) && ![...pages.keys()].some(isBeyond)) return false
  const quota = study.settings.quotas.find(({ cell }) => cell === full.cell)
  return from.cells.includes(full.cell) || (quota !== undefined && isLearntLater(study, quota))
}

function isLearntLater(study: StudyWithOffers, { when }: Quota): boolean {
  const asked = questionsOf(when)
  return study.questionnaire.pages.some(
    ({ questions }, at) => at > leaseAt(study) && questions.some(({ code }) => asked.includes(code)),
  )
}
