import type { Answers, Circumstances } from '../../schema/answers.ts'
import type { Questionnaire } from '../../schema/questionnaire.ts'
import { birthAgrees } from '../questionnaire/birth-agrees.ts'
import { finalAnswers } from '../questionnaire/settle.ts'
import { canonicalJson } from '../questionnaire/version.ts'
import type { SavedPage } from './store.ts'

/** All saved answers together, but for those of one page. */
export function answersBut(pages: ReadonlyMap<string, SavedPage>, page: string | null): Answers {
  const all: Answers = {}
  for (const [code, saved] of pages) if (code !== page) Object.assign(all, saved.answers)
  return all
}

/** The document of a complete response: final answers as canonical JSON (RFC 8785), so that equal answers are equal texts. */
export function documentOf(
  questionnaire: Questionnaire,
  answers: Answers,
  circumstances: Circumstances,
  endedAt: string,
): string {
  const agrees = birthAgrees(answers, Number(endedAt.slice(0, 4)))
  const final = finalAnswers(questionnaire, answers, circumstances)
  return canonicalJson(agrees === null ? final : { ...final, 'Q30.agrees': agrees })
}

/** Whether two sets of answers are the same. */
export function sameAnswers(a: Answers, b: Answers): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
