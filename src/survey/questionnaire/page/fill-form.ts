/** Turns stored answers into the values that fill in a page's form: the reverse of checking what was posted. */
import type { Answer, Answers } from '../../../../schema/answers.ts'
import type { Posted } from '../../../platform/http/form.ts'
import { type QuestionView, typeOf } from '../types/index.ts'
import type { PageContent } from './page-view.ts'

/** Seen and left blank. */
const blank = -1

function fieldsOf(question: QuestionView, answer: Answer): Posted {
  return answer === blank ? { [question.code]: [''] } : typeOf(question.type).fill(question, answer)
}

/** The form values of the page `view` for `answers`; what the page does not ask is left out. */
export function postedFrom(view: PageContent, answers: Answers): Posted {
  const posted: Posted = {}
  for (const { code } of view.consents) if (answers[code] === 1) posted[code] = ['1']
  for (const question of view.questions) {
    const answer = answers[question.code]
    if (answer !== undefined) Object.assign(posted, fieldsOf(question, answer))
    const detail = answers[`${question.code}.text`]
    if (typeof detail === 'string') posted[`${question.code}.text`] = [detail]
  }
  return posted
}
