/** One question as a respondent sees it who is shown everything of it: no condition and no earlier answer has a say. Pure. */
import type { Circumstances } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { askedOf, askedRow } from '../../questionnaire/asked.ts'
import { indexOf } from '../../questionnaire/indexed.ts'
import { fillText } from '../../questionnaire/page/fill.ts'
import { isAnswered } from '../../questionnaire/parts.ts'
import { type QuestionView, typeOf } from '../../questionnaire/types/index.ts'
import { wordingAt } from '../names.ts'

const circumstances: Circumstances = { seed: '0'.repeat(32), facts: {} }

/**
 * The view of a question; null when it cannot be drawn as it is, such as with a list that is not there.
 * @param wording the number of the wording that is shown, from 0; null for the one that always fits
 */
export function questionPreview(
  questionnaire: Questionnaire,
  code: string,
  wording: number | null = null,
): QuestionView | null {
  const sets = new Set(Object.keys(questionnaire.sets))
  const isWhole = questionnaire.pages
    .flatMap(({ questions }) => questions)
    .every((one) => {
      const given = 'options' in one ? one.options : 'scale' in one ? one.scale : []
      return Array.isArray(given) || sets.has(given.set)
    })
  const known = isWhole ? indexOf(questionnaire).questions.get(code) : undefined
  if (known === undefined) return null
  const { question } = known
  const options = known.options.map((option, at) => ({ option, at, hidden: false, typed: null }))
  const rows = known.rows.map((row, at) => askedRow(row, at, null))
  const index = indexOf(questionnaire)
  const fill = (text: Parameters<typeof fillText>[0]) => fillText(text, index, {}, circumstances)
  const base = {
    code,
    text: fill((Array.isArray(question.text) && question.text[wording ?? -1]?.text) || wordingAt(question)),
    ...(question.hint && { hint: fill(question.hint) }),
    optional: isAnswered(question) && question.optional === true,
  }
  const words = { index, answers: {}, circumstances, fill }
  return typeOf(question.type).view(base, askedOf(known, options, rows), question, words)
}
