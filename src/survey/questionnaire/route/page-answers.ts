/** Puts the answers of one page into the others, and takes out what only the draft holds. */
import type { Answers } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { indexOf, placeOfPage } from '../indexed.ts'

/**
 * The answers before, with those of one page put in place of what that page held. Prune the result, and change nothing in
 * it: where the page neither held nor holds anything, it is `before` itself.
 */
export function withPage(questionnaire: Questionnaire, pageCode: string, before: Answers, page: Answers): Answers {
  const index = indexOf(questionnaire)
  const others = without(before, index.pages[placeOfPage(index, pageCode)]?.keys ?? nothing)
  return Object.keys(page).length === 0 ? others : { ...others, ...page }
}

/** The answers that outlive the draft, from answers that are pruned already. */
export function withoutDraftOnly(questionnaire: Questionnaire, pruned: Answers): Answers {
  return without(pruned, indexOf(questionnaire).draftOnly)
}

const nothing: ReadonlySet<string> = new Set()

/** The answers without some, or themselves where they have none of those: a copy of all is what a page costs most. */
function without(answers: Answers, keys: ReadonlySet<string>): Answers {
  if (!hasSome(answers, keys)) return answers
  const result: Answers = {}
  for (const key in answers) {
    const answer = answers[key]
    if (answer !== undefined && !keys.has(key)) result[key] = answer
  }
  return result
}

/** Whether some of these keys are among the answers. */
export function hasSome(answers: Answers, keys: ReadonlySet<string>): boolean {
  for (const key of keys) if (answers[key] !== undefined) return true
  return false
}
