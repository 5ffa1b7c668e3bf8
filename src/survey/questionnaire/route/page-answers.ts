/** Puts the answers of one page into the others, and takes out what only the draft holds. */
import type { Answers } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { indexOf, placeOfPage } from '../indexed.ts'
import { isAnswered } from '../parts.ts'

/** The answers before, with those of one page put in place of what that page held. Prune the result. */
export function withPage(questionnaire: Questionnaire, pageCode: string, before: Answers, page: Answers): Answers {
  const index = indexOf(questionnaire)
  const { page: own } = index.pages[placeOfPage(index, pageCode)] ?? {}
  const result = { ...before }
  for (const { code } of own?.questions ?? []) {
    delete result[code]
    delete result[`${code}.text`]
  }
  for (const { code } of own?.consents ?? []) delete result[code]
  return Object.assign(result, page)
}

/** The answers that outlive the draft, from answers that are pruned already. */
export function withoutDraftOnly(questionnaire: Questionnaire, pruned: Answers): Answers {
  const result = { ...pruned }
  for (const { question } of indexOf(questionnaire).questions.values()) {
    if (!isAnswered(question) || !question.draftOnly) continue
    delete result[question.code]
    delete result[`${question.code}.text`]
  }
  return result
}
