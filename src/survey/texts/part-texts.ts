/** Which answers are texts that people typed, as a pure function. */
import type { Answer, Answers } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { indexOf } from '../questionnaire/indexed.ts'

/** Answers without what was typed, which stands beside them by its key; '' keeps its place. Null: nothing was typed. */
export interface PartedAnswers {
  rest: Answers
  texts: Record<string, string> | null
}

/**
 * Parts what was typed from what was picked. Every text counts as typed that is no day and no code of a list: a type of
 * question that is new is then secret by itself.
 */
export function partTexts(questionnaire: Questionnaire, answers: Answers): PartedAnswers {
  const texts: Record<string, string> = {}
  const rest: Answers = {}
  for (const [key, answer] of Object.entries(answers)) {
    const isText = typeof answer === 'string' && isTyped(questionnaire, key, answer)
    if (isText) texts[key] = answer
    rest[key] = isText ? '' : answer
  }
  return Object.keys(texts).length === 0 ? { rest: answers, texts: null } : { rest, texts }
}

function isTyped(questionnaire: Questionnaire, key: string, answer: Answer): boolean {
  const { questions, lists } = indexOf(questionnaire)
  const known = questions.get(key.replace(/\.text$/, ''))
  if (known === undefined) return true
  if (key === known.question.code) return known.question.type !== 'date'
  return !known.options.some(
    ({ detail }) => typeof detail === 'object' && lists.get(detail.list)?.has(String(answer)) === true,
  )
}
