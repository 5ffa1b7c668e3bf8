import type { Answers } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { canonicalJson } from '../../platform/crypto/version.ts'
import { birthAgrees } from '../questionnaire/birth-agrees.ts'
import { withoutDraftOnly } from '../questionnaire/route/page-answers.ts'
import type { SavedPage } from './store.ts'

/** All saved answers together, but for those of one page. */
export function answersBut(pages: ReadonlyMap<string, SavedPage>, page: string | null): Answers {
  const all: Answers = {}
  for (const [code, saved] of pages) if (code !== page) Object.assign(all, saved.answers)
  return all
}

/**
 * The document of a complete response: its settled answers as canonical JSON (RFC 8785), so that equal answers are equal
 * texts. What lives in the draft only is left out; of the birth year its agreement with the age stays.
 */
export function documentOf(questionnaire: Questionnaire, settled: Answers, endedAt: string): string {
  const agrees = birthAgrees(settled, Number(endedAt.slice(0, 4)))
  const final = withoutDraftOnly(questionnaire, settled)
  return canonicalJson(agrees === null ? final : { ...final, 'Q30.agrees': agrees })
}

/** Whether two sets of answers are the same. */
export function sameAnswers(a: Answers, b: Answers): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
