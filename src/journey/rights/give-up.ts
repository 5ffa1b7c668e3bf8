/** A respondent whose response is held does not want to wait: they give the reward up, and everything is erased. */
import { limit, taken } from '../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { transition } from '../../platform/db/state-machine.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { reviewMachine } from '../../rewards/machines.ts'
import { reviewOutcomeOf } from '../../rewards/vouchers/review-outcome.ts'
import { reviewOf, setPending } from '../../rewards/vouchers/reviews-store.ts'
import { voucherOfRespondent } from '../../rewards/vouchers/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { freeAll } from '../../survey/quotas/reservation.ts'
import { eraseAnswers, withdrawEnded } from '../../survey/responses/withdraw.ts'
import { positionOf } from '../answering/quota.ts'
import { findResponseProgress } from '../answering/response-progress.ts'
import { eraseWords } from '../reviews/objections/store.ts'

/**
 * - `moved_on`: nobody looks at it any more, so there is nothing to wait for
 * - `paying`: the hold came when the money was on its way
 */
export type GivenUp = { done: true } | { refused: 'moved_on' | 'paying' | 'not_found' }

/** Gives a held reward up for its respondent: what was answered is erased, and the money is free later, with that of others. */
export async function giveUp(ports: Ports, respondentId: string): Promise<GivenUp> {
  const { db, clock, ids } = ports
  const given = await perform<GivenUp>(db, 'Giving a reward up', async () => {
    const [progress, review, named] = await Promise.all([
      findResponseProgress(db, respondentId),
      first(db, reviewOf({ respondentId })),
      first(db, voucherOfRespondent({ respondentId })),
    ])
    if (progress === undefined || named === undefined) return { refused: 'not_found' }
    const at = clock.now()
    if (review === undefined || (await reviewOutcomeOf(db, respondentId, at))?.state !== 'held')
      return { refused: 'moved_on' }
    if (named.state !== 'held') return { refused: 'paying' }
    const by = { actor: 'holder', reason: 'given_up', at } as const
    // A rejection that nobody has been told of is undone by it.
    const heldReview = review.state === 'held' ? review : { ...review, n: review.n + 1, state: 'held' as const }
    const freed = freeAll(await positionOf(ports, progress), at)
    const undone = heldReview === review ? [] : transition(reviewMachine, review, { state: 'held', ...by })
    return plan<GivenUp>({
      rows: [
        withdrawEnded({ respondentId, revision: progress.revision, at }),
        ...undone,
        ...transition(reviewMachine, heldReview, { state: 'final', ...by }),
        // Its money goes with that of all others of the day.
        setPending({ respondentId, pending: 1 }),
        ...freed.rows,
        ...eraseAnswers(respondentId),
        eraseWords(respondentId),
      ],
      audit: addAudit({
        id: ids.next('audit'),
        actor: respondentId,
        action: 'response.reward_given_up',
        subject: respondentId,
        at,
      }),
      money: freed.counts,
      done: { done: true },
      refused: (breach) =>
        breach.on === null ||
        breach.on === limit.revision ||
        breach.on === limit.reservation ||
        breach.on === taken.reviewStep
          ? stale(breach)
          : unexpected,
    })
  })
  if ('done' in given) await db.emptyLog?.()
  return given
}
