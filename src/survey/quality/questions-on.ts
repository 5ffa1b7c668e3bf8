import type { Answers, Circumstances } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { askPage } from '../questionnaire/ask.ts'
import { indexOf, placeOfPage } from '../questionnaire/indexed.ts'

/** How many questions a page asks on a route. */
export function questionsOn(
  questionnaire: Questionnaire,
  page: string,
  answers: Answers,
  circumstances: Circumstances,
): number {
  const index = indexOf(questionnaire)
  const { questions } = askPage(index, placeOfPage(index, page), answers, circumstances)
  return questions.filter(({ known }) => known.isAnswered).length
}
