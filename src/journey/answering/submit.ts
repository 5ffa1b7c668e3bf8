/** Saving a page: the student's Next. Three paragraphs: read, decide, together. */

import { limit } from '../../../schema/constraints.ts'
import { type Plan, perform, plan, type Stale, stale } from '../../platform/db/perform.ts'
import type { Ports } from '../../ports.ts'
import { transfer } from '../../rewards/ledger/ledger.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { checkPage } from '../../survey/questionnaire/check-answers.ts'
import type { RouteEnd } from '../../survey/questionnaire/route/end.ts'
import { type Route, resolveRoute, resolveRouteWithPage } from '../../survey/questionnaire/route/resolve-route.ts'
import { isReached, nextOf } from '../../survey/questionnaire/route/route.ts'
import { freeAll } from '../../survey/quotas/reservation.ts'
import { answersBut, pageWrite, sameAnswers } from '../../survey/responses/response.ts'
import * as store from '../../survey/responses/store.ts'
import { eraseAnswers } from '../../survey/responses/withdraw.ts'
import { shownOn } from '../reviews/shown-on.ts'
import type { StudyWithOffers } from '../study.ts'
import { complete } from './complete.ts'
import { countInQuotas, positionOf } from './quota.ts'
import {
  afterwards,
  endingOf,
  type Read,
  readResponse,
  type SaveOutcome,
  type SentPage,
  type Submission,
  sentWrites,
  visitOf,
} from './reading.ts'
import { dueOffer, giveBack, keepLease, leaseHolds, planLease } from './reward.ts'

/**
 * Saves a page, and completes the response when nothing is missing any more.
 * @param known what the caller has read, with the route if it has walked that: the first try goes by it, and a refusal has
 *   it read again
 */
export function submitPage(
  ports: Ports,
  study: StudyWithOffers,
  respondentId: string,
  submission: Submission,
  known?: Read & { route?: Route },
): Promise<SaveOutcome> {
  let unread = known
  return perform<SaveOutcome>(ports.db, 'A page', async () => {
    const walked = unread?.route
    const found = unread ?? (await readResponse(ports, study, respondentId))
    unread = undefined
    if (found === undefined) return { refused: 'not_found' }
    const { progress, pages, circumstances } = found
    const over = endingOf(progress)
    if (over !== null) return { end: over }

    const { questionnaire } = found.study
    const soFar = walked ?? resolveRoute(questionnaire, answersBut(pages, submission.page), circumstances)
    if (!isReached(soFar, submission.page)) return { next: soFar.unfinished ?? submission.page }
    const before = soFar.answers
    const at = ports.clock.now()
    const visit = visitOf(found, submission, before, at, 'left')
    const checked = checkPage(questionnaire, submission.page, before, submission.posted, circumstances)
    if (!checked.ok) return { errors: checked.errors, found }
    const saved = pages.get(submission.page)
    const isSaved = saved !== undefined && sameAnswers(saved.answers, checked.answers)
    if (saved !== undefined && saved.revision !== submission.revision && !isSaved) return { conflict: saved, found }
    const route = resolveRouteWithPage(questionnaire, soFar, submission.page, checked.answers, circumstances)
    const next = nextOf(questionnaire, route, submission.review === 'now' ? undefined : submission.page)
    const sent: SentPage = { submission, answers: checked.answers, visit, at }

    if ('end' in next && next.end !== 'complete') return endEarly(ports, found, sent, next.end)
    if ('end' in next)
      return submission.review ? goOn(ports, found, sent, route, { review: true }) : complete(ports, found, sent, route)
    return goOn(ports, found, sent, route, { next: next.page })
  })
}

async function goOn(
  ports: Ports,
  found: Read,
  sent: SentPage,
  route: Route,
  done: { next: string } | { review: true },
): Promise<SaveOutcome | Plan<SaveOutcome> | Stale> {
  const { progress } = found
  const { submission, at } = sent
  const offer = dueOffer(progress, found.study, submission.page, route.answers)
  const page = await sentWrites(ports, found, sent)
  const quota = await countInQuotas(ports, found, sent, route, 'open')
  if (offer !== undefined && !leaseHolds(progress, offer)) {
    return planLease(ports, found, page, { offer, at, done, quota })
  }
  const rows = [...page, ...quota.rows, ...keepLease(ports, progress, at)]
  const known = quota.counts.length === 0 ? { ...done, after: afterwards(found, sent, route) } : done
  if (rows.length === 0) return known
  return plan<SaveOutcome>({
    rows,
    money: quota.counts,
    done: known,
    refused: (breach) => (breach.on === limit.quota ? quota.full(breach) : stale(breach)),
  })
}

async function endEarly(
  ports: Ports,
  { progress, study }: Read,
  { submission, answers, visit, at }: SentPage,
  end: RouteEnd,
): Promise<Plan<SaveOutcome>> {
  const { respondentId, revision } = progress
  const { language } = submission
  const given = giveBack(ports, progress, at)
  const freed = freeAll(await positionOf(ports, progress), at)
  // Of someone who turns out to be too young nothing of what they said or ticked is kept.
  const answerWrites =
    end === 'under_age'
      ? eraseAnswers(respondentId)
      : [
          await pageWrite(
            ports,
            { studyId: study.id, respondentId, questionnaire: study.questionnaire, page: submission.page },
            { revision: revision + 1, answers, visit },
            at,
          ),
        ]
  return plan<SaveOutcome>({
    rows: [
      store.endResponse({
        respondentId,
        revision,
        state: 'screened_out',
        language,
        at,
        shownOn: shownOn(ports, at),
        activeMs: null,
      }),
      ...freed.rows,
      ...given.rows,
      ...answerWrites,
    ],
    audit: addAudit({
      id: ports.ids.next('audit'),
      actor: respondentId,
      action: 'response.screened_out',
      subject: respondentId,
      at,
    }),
    money: [...freed.counts, ...transfer(...given.money)],
    done: { end },
    refused: stale,
  })
}
