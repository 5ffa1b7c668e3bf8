/** How far along the route a page is. */
import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import type { Condition, Questionnaire } from '../../../../schema/questionnaire.ts'
import { askPage, asksAnything } from '../ask.ts'
import type { Index } from '../asked.ts'
import { indexOf, placeOfPage } from '../indexed.ts'
import { decideCondition } from './conditions.ts'

/** The most questions that anybody can be asked: those of every route together. */
export function mostQuestions(questionnaire: Questionnaire): number {
  const { pages } = indexOf(questionnaire)
  return pages.reduce((sum, { questions }) => sum + questions.filter(({ isAnswered }) => isAnswered).length, 0)
}

/**
 * The place of a page among the pages of this route (from 1), and how many pages the route may still have in all:
 * a later page counts unless the answers so far rule it out, so the number only ever shrinks on the way forward.
 * @param known the pages of the route, where it has been walked already
 */
export function progress(
  questionnaire: Questionnaire,
  pageCode: string,
  answers: Answers,
  circumstances: Circumstances,
  known?: readonly string[],
): { at: number; of: number } {
  const index = indexOf(questionnaire)
  const here = placeOfPage(index, pageCode)
  const at = known?.includes(pageCode)
    ? known.indexOf(pageCode) + 1
    : 1 + pagesBefore(index, here, answers, circumstances)

  const ruledOut = new Set<string>()
  const isOpen = (code: string) => (index.questions.get(code)?.pageAt ?? -1) >= here && !ruledOut.has(code)
  const mayHold = (condition: Condition | undefined) =>
    condition === undefined || decideCondition(condition, answers, circumstances, isOpen) !== false
  let of = at
  for (const { page, questions } of index.pages.slice(here + 1)) {
    const mayBeOpen = mayHold(page.when)
    let mayAsk = mayBeOpen && (page.consents ?? []).some((consent) => mayHold(consent.when))
    for (const { question, isAnswered } of questions) {
      if (mayBeOpen && mayHold(question.when)) mayAsk ||= isAnswered
      else ruledOut.add(question.code)
    }
    if (mayAsk) of += 1
  }
  return { at, of }
}

function pagesBefore(index: Index, here: number, answers: Answers, circumstances: Circumstances): number {
  let count = 0
  for (let before = 0; before < here; before += 1) {
    if (asksAnything(askPage(index, before, answers, circumstances))) count += 1
  }
  return count
}
