/** Early endings: under age, or screened out. */
import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import type { Page } from '../../../../schema/questionnaire.ts'
import type { AskedPage } from '../ask.ts'
import { decideCondition } from './conditions.ts'

export type RouteEnd = NonNullable<Page['ends']>[number]['as']

/**
 * How the response ends when this page is left, or null when it goes on. What is still unanswered on the page
 * decides nothing: `not in 1-5` does not hold for a blank.
 */
export function endOfPage(asked: AskedPage, answers: Answers, circumstances: Circumstances): RouteEnd | null {
  const isOpen = (code: string) => asked.questions.some((question) => question.code === code)
  for (const { when, as } of asked.page.ends ?? []) {
    if (decideCondition(when, answers, circumstances, isOpen) === true) return as
  }
  return null
}
