/** A respondent withdraws, or has everything erased that they answered. What they were promised for it stays. */
import { perform, plan, stale } from '../../platform/db/perform.ts'
import type { Ports } from '../../ports.ts'
import { transfer } from '../../rewards/ledger/ledger.ts'
import { isInReview, reviewOutcomeOf } from '../../rewards/vouchers/review-outcome.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { blankPlace } from '../../survey/insights/segments/rewrite.ts'
import { freeAll } from '../../survey/quotas/reservation.ts'
import { endResponse } from '../../survey/responses/store.ts'
import { eraseAnswers, withdrawEnded } from '../../survey/responses/withdraw.ts'
import { positionOf } from '../answering/quota.ts'
import { findResponseProgress, type ResponseProgress } from '../answering/response-progress.ts'
import { giveBack } from '../answering/reward.ts'
import { eraseWords } from '../reviews/objections/store.ts'
import { shownOn } from '../reviews/shown-on.ts'

/** `give_up`: a held reward, and everything that was answered with it. */
export const withdrawalKinds = ['withdraw', 'erase', 'give_up'] as const
export type WithdrawalKind = (typeof withdrawalKinds)[number]

/** `held`: a person is looking at the answers, which stay as they are until that is decided. */
export type TakenBack = { done: true } | { refused: 'held' | 'not_found' }

/**
 * Takes a response back for its respondent: out of counts, quotas and files, and, when it is erased, out of the database
 * and its log. Money that is only set aside goes back to the budget; a voucher stays.
 */
export async function takeResponseBack(
  ports: Ports,
  respondentId: string,
  way: Exclude<WithdrawalKind, 'give_up'>,
): Promise<TakenBack> {
  const { db, clock, ids } = ports
  const taken = await perform<TakenBack>(db, 'Taking a response back', async () => {
    const progress = await findResponseProgress(db, respondentId)
    if (progress === undefined) return { refused: 'not_found' }
    if (isInReview(await reviewOutcomeOf(db, respondentId, clock.now()))) return { refused: 'held' }
    if (isTakenBack(progress, way)) return { done: true }
    const at = clock.now()
    const { rows, money } = ending(ports, progress, at)
    const freed = freeAll(await positionOf(ports, progress), at)
    const action = way === 'withdraw' ? 'response.withdrawn' : 'response.erased'
    return plan<TakenBack>({
      rows: [
        ...rows,
        ...freed.rows,
        ...(way === 'erase' ? [...eraseAnswers(respondentId), eraseWords(respondentId)] : [blankPlace(respondentId)]),
      ],
      audit: addAudit({ id: ids.next('audit'), actor: respondentId, action, subject: respondentId, at }),
      money: [...freed.counts, ...transfer(...money)],
      done: { done: true },
      refused: stale,
    })
  })
  // What was erased still stands in the log until that is emptied; another program that reads just then delays it.
  if (way === 'erase' && 'done' in taken) await db.emptyLog?.()
  return taken
}

/** Whether nothing is left to be taken back so. */
export function isTakenBack(
  { state, seed }: Pick<ResponseProgress, 'state' | 'seed'>,
  way: Exclude<WithdrawalKind, 'give_up'>,
): boolean {
  return state === 'lapsed' || (state === 'withdrawn' && (way === 'withdraw' || isErased({ seed })))
}

/** What was drawn for a respondent alone is gone with what they answered. */
function isErased({ seed }: Pick<ResponseProgress, 'seed'>): boolean {
  return seed === ''
}

function ending(ports: Ports, progress: ResponseProgress, at: string) {
  const { respondentId, revision, state, language } = progress
  if (state !== 'in_progress') return { rows: [withdrawEnded({ respondentId, revision, at })], money: [] }
  const given = giveBack(ports, progress, at)
  const end = endResponse({
    respondentId,
    revision,
    state: 'withdrawn',
    language,
    at,
    shownOn: shownOn(ports, at),
    activeMs: null,
  })
  return { rows: [end, ...given.rows], money: given.money }
}
