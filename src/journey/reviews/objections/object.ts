/** A respondent objects to a rejection that they were told of: another person decides anew. */
import { limit, taken } from '../../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../../platform/db/perform.ts'
import { transition } from '../../../platform/db/state-machine.ts'
import { first } from '../../../platform/db/together.ts'
import { lengthOf } from '../../../platform/i18n/normalize-text.ts'
import type { Ports } from '../../../ports.ts'
import { promise } from '../../../rewards/calendar/calendar.ts'
import { loadCalendar } from '../../../rewards/calendar/store.ts'
import { reviewMachine } from '../../../rewards/machines.ts'
import { rejectionOf } from '../../../rewards/vouchers/rejections.ts'
import { reviewOf } from '../../../rewards/vouchers/reviews-store.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import { claimState, claimStateOf, isReviewed } from '../hold.ts'
import { addObjection } from './store.ts'
import { longestWords, sealWords } from './words.ts'

/** Within so many working days an objection is decided. */
export const objectionWorkingDays = 10

/** `over`: there is nothing, or nothing any more, to object to; `long`: more words than are kept. */
export type Objected = { done: true } | { refused: 'over' | 'long' }

/**
 * Writes an objection. Sent twice, it is there once; of an objection and the end of its time in one moment, the second is
 * refused, and so it is of an objection and a withdrawal.
 * @param words why, as the respondent wrote it; '' when they gave no reason
 */
export async function objectTo(
  ports: Ports,
  study: { id: string; settings: { calendar: string } },
  respondentId: string,
  words: string,
): Promise<Objected> {
  if (lengthOf(words) > longestWords) return { refused: 'long' }
  const { db, clock, ids } = ports
  return perform<Objected>(db, 'Objecting', async () => {
    const review = await first(db, reviewOf({ respondentId }))
    if (review?.state === 'objected') return { done: true }
    const rejection = review?.state === 'rejected' ? await rejectionOf(db, respondentId) : undefined
    const response = await claimStateOf(db, respondentId)
    const at = clock.now()
    if (review === undefined || rejection === undefined || rejection.n !== review.n) return { refused: 'over' }
    if (response === undefined || !isReviewed(response)) return { refused: 'over' }
    if (at < rejection.actsAt || at >= rejection.objectionsUntil) return { refused: 'over' }
    const { n, rejectedBy } = rejection
    const calendar = await loadCalendar(db, study.settings.calendar, at)
    const dueDay = promise(calendar, at, objectionWorkingDays)?.day ?? null
    const { texts, key } = await sealWords(ports, study.id, { respondentId, n }, 'objection', words)
    return plan<Objected>({
      rows: [
        claimState({ respondentId, revision: response.revision }),
        ...transition(reviewMachine, review, { state: 'objected', actor: respondentId, at }),
        addObjection({ respondentId, n, rejectedBy, madeN: n + 1, madeAt: at, dueDay, texts, textsKey: key }),
      ],
      audit: addAudit({
        id: ids.next('audit'),
        actor: respondentId,
        action: 'review.objected',
        subject: respondentId,
        at,
      }),
      done: { done: true },
      refused: (breach) =>
        breach.on === null || breach.on === taken.reviewStep || breach.on === limit.revision
          ? stale(breach)
          : unexpected,
    })
  })
}
