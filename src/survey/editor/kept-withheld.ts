/** What viewers do not see, when a questionnaire from a file takes the place of a draft. Pure. */
import type { QuestionnaireDocument } from './document.ts'

type Questions = QuestionnaireDocument['pages'][number]['questions']

const isWithheld = (question: Questions[number]) => 'withheld' in question && question.withheld === true

/**
 * Withholds what the draft withholds, by the codes of its questions: a form that was made elsewhere has no word for it, and
 * would show it to viewers without anybody having said so.
 * @returns the questionnaire, and the codes of those that it did not withhold itself
 */
export function keepWithheld(
  given: QuestionnaireDocument,
  draft: QuestionnaireDocument,
): { document: QuestionnaireDocument; codes: string[] } {
  const before = new Set(draft.pages.flatMap(({ questions }) => questions.filter(isWithheld).map(({ code }) => code)))
  const codes: string[] = []
  const pages = given.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) => {
      if (!before.has(question.code) || isWithheld(question) || !('name' in question)) return question
      codes.push(question.code)
      return { ...question, withheld: true as const }
    }),
  }))
  return codes.length === 0 ? { document: given, codes } : { document: { ...given, pages }, codes }
}
