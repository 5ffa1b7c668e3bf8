/** Saving as it goes, while a page is still being filled in. */
import { perform, plan, stale } from '../../platform/db/perform.ts'
import type { Ports } from '../../ports.ts'
import { checkDraft } from '../../survey/questionnaire/check-answers.ts'
import { withPage } from '../../survey/questionnaire/route/page-answers.ts'
import { resolveRoute } from '../../survey/questionnaire/route/resolve-route.ts'
import { endOf, isReached, previousPage } from '../../survey/questionnaire/route/route.ts'
import { answersBut, sameAnswers } from '../../survey/responses/response.ts'
import type { SavedPage } from '../../survey/responses/saved.ts'
import type { StudyWithOffers } from '../study.ts'
import { keepPlaces } from './quota.ts'
import { endingOf, pageWrites, type Read, readResponse, type Submission, visitOf } from './reading.ts'
import { keepLease } from './reward.ts'

export type Drafted =
  /** `before`: the page before it on the route. `isWhole`: nothing that was posted is left out. */
  { revision: number; before: string | null; isWhole: boolean } | { conflict: SavedPage; found: Read } | { over: true }

/**
 * Saves what is allowed of a page that is still being filled in; nobody is asked to go on by it. `over`: there is
 * nothing to save it to, since the response has ended or has not come to this page.
 * @param known what the caller has read: the first try goes by it, and a refusal has it read again
 */
export function savePageDraft(
  ports: Ports,
  study: StudyWithOffers,
  submission: Submission,
  known: Read,
): Promise<Drafted> {
  let unread: Read | undefined = known
  return perform<Drafted>(ports.db, 'A draft', async () => {
    const found = unread ?? (await readResponse(ports, study, known.progress.respondentId))
    unread = undefined
    if (found === undefined || endingOf(found.progress) !== null) return { over: true }
    const { progress, pages, circumstances } = found
    const { questionnaire } = found.study
    const soFar = resolveRoute(questionnaire, answersBut(pages, submission.page), circumstances)
    if (!isReached(soFar, submission.page)) return { over: true }
    const before = soFar.answers
    const pageBefore = previousPage(soFar, submission.page)
    const { answers, isWhole } = checkDraft(questionnaire, submission.page, before, submission.posted, circumstances)
    const saved = pages.get(submission.page)
    // Nothing is kept of someone too young, and only Next says that an answer was meant.
    const settled = withPage(questionnaire, submission.page, before, answers)
    if (endOf(questionnaire, submission.page, settled, circumstances))
      return { revision: saved?.revision ?? 0, before: pageBefore, isWhole: false }
    if (saved !== undefined && sameAnswers(saved.answers, answers))
      return { revision: saved.revision, before: pageBefore, isWhole }
    const isNewer = (saved?.revision ?? 0) !== submission.revision
    if (isNewer) return { conflict: saved ?? { revision: 0, answers: {}, visit: null }, found }
    const at = ports.clock.now()
    const visit = visitOf(found, submission, before, at, 'saved')
    return plan<Drafted>({
      rows: [
        ...(await pageWrites(ports, found, submission, answers, visit, at)),
        ...keepLease(ports, progress, at),
        ...keepPlaces(ports, progress, at),
      ],
      done: { revision: progress.revision + 1, before: pageBefore, isWhole },
      refused: stale,
    })
  })
}
