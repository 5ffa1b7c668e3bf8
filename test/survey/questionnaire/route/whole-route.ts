/** What the product asks of a route that it has resolved once, in one call. */
import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { resolveRoute } from '../../../../src/survey/questionnaire/route/resolve-route.ts'
import { type Next, nextOf } from '../../../../src/survey/questionnaire/route/route.ts'

/** The first page that still lacks something, or the one after `after`, or how the response ends. */
export function nextPage(
  questionnaire: Questionnaire,
  answers: Answers,
  circumstances: Circumstances,
  after?: string,
): Next {
  return nextOf(questionnaire, resolveRoute(questionnaire, answers, circumstances), after)
}

/** What of `answers` is still on the route and still allowed. */
export function pruneAnswers(questionnaire: Questionnaire, answers: Answers, circumstances: Circumstances): Answers {
  return resolveRoute(questionnaire, answers, circumstances).answers
}
