/** Going through a questionnaire with answers that nobody keeps: from page to page, back, and into the middle of it. Pure. */
import type { Answers, Circumstances, Facts } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import type { Posted } from '../../../platform/http/form.ts'
import { askPage, asksAnything } from '../ask.ts'
import { checkPage, draftOf } from '../check-answers.ts'
import { walkRoutes } from '../checks/walk.ts'
import { indexOf, placeOfPage } from '../indexed.ts'
import type { ValidationError } from '../page/view.ts'
import { endOfPage, type RouteEnd } from '../route/end.ts'
import { withPage } from '../route/page-answers.ts'

/** Where somebody stands, with all that they have answered. */
export type RoutePosition = { answers: Answers } & (
  | { page: string }
  | { page: string; errors: ValidationError[] }
  | { end: RouteEnd | 'complete' }
)

/** What is sent of a page leads on to the next one, or says what is wrong with it. */
export function sendPage(
  questionnaire: Questionnaire,
  page: string,
  before: Answers,
  posted: Posted,
  circumstances: Circumstances,
): RoutePosition {
  const checked = checkPage(questionnaire, page, before, posted, circumstances)
  if (!checked.ok) return { page, answers: before, errors: checked.errors }
  const index = indexOf(questionnaire)
  const here = placeOfPage(index, page)
  let answers = withPage(questionnaire, page, before, checked.answers)
  const end = endOfPage(askPage(index, here, answers, circumstances), answers, circumstances)
  if (end !== null) return { end, answers }
  for (let at = here + 1; at < index.pages.length; at += 1) {
    const code = index.pages[at]?.page.code ?? ''
    if (asksAnything(askPage(index, at, answers, circumstances))) return { page: code, answers }
    // What was answered there before leads nowhere any more.
    answers = withPage(questionnaire, code, answers, {})
  }
  return { end: 'complete', answers }
}

/** The page before, with what may be kept of the one that is left; the same page where it is the first. */
export function goBack(
  questionnaire: Questionnaire,
  page: string,
  before: Answers,
  posted: Posted,
  circumstances: Circumstances,
): RoutePosition {
  const draft = draftOf(questionnaire, page, before, posted, circumstances)
  const answers = withPage(questionnaire, page, before, draft)
  return { page: pageBefore(questionnaire, page, answers, circumstances) ?? page, answers }
}

/** The code of the last page before this one that asks anything; null where it is the first. */
export function pageBefore(
  questionnaire: Questionnaire,
  page: string,
  answers: Answers,
  circumstances: Circumstances,
): string | null {
  const index = indexOf(questionnaire)
  for (let at = placeOfPage(index, page) - 1; at >= 0; at -= 1) {
    if (asksAnything(askPage(index, at, answers, circumstances))) return index.pages[at]?.page.code ?? null
  }
  return null
}

/** Somebody waits for the page: fewer combinations than a check tries. */
const mostTried = 20_000

/**
 * Answers with which somebody gets to a page, those with which it asks the most; null where nobody does. The questionnaire's
 * references have to be sound.
 */
export function answersLeadingTo(questionnaire: Questionnaire, page: string, facts: Facts): Answers | null {
  let best: { answers: Answers; asks: number } | null = null as { answers: Answers; asks: number } | null
  walkRoutes<null>(
    questionnaire,
    {
      begin: null,
      asked(asked, _, __, answers) {
        const asks = asked.questions.reduce((sum, { options, rows }) => sum + 1_000 + options.length + rows.length, 0)
        if (asked.page.code === page && asks > (best?.asks ?? -1)) best = { answers, asks }
        return null
      },
      merged: () => null,
    },
    facts,
    mostTried,
  )
  return best?.answers ?? null
}
