/** Turns stored answers into the values that fill in a page's form: the reverse of checking what was posted. */

import type { Posted } from '../../../platform/http/form.ts'
import type { Answer, Answers, PageView, QuestionView } from './view.ts'

/** Seen and left blank. */
const blank = -1

function fieldsOf(question: QuestionView, answer: Answer): Posted {
  const { code } = question
  if (answer === blank) return { [code]: [''] }
  if (question.type === 'matrix') {
    if (typeof answer !== 'object' || Array.isArray(answer)) return {}
    const rows = question.rows.flatMap(({ field, code: row }): [string, string[]][] => {
      const picked = answer[row]
      return picked === undefined ? [] : [[`${code}.${field}`, [String(picked)]]]
    })
    return Object.fromEntries(rows)
  }
  if (typeof answer === 'object' && !Array.isArray(answer)) return {}
  const values = (Array.isArray(answer) ? answer : [answer]).map(String)
  if (question.type !== 'rank') return { [code]: values }
  return Object.fromEntries(values.map((value, i) => [`${code}.${i + 1}`, [value]]))
}

/** The form values of the page `view` for `answers`; what the page does not ask is left out. */
export function postedFrom(view: PageView, answers: Answers): Posted {
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
