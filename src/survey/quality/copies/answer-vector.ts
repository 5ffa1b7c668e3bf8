/** Closed answers as items, so that responses can be compared: which question, and what was answered, each as text. */
import type { Answers } from '../../../../schema/answers.ts'

/** What is no answer: seen and left blank, or a text whose key was erased. */
const noAnswer = -1

/**
 * Every closed answer by its item: a question, a row of a matrix, or each pick of several. What was typed is left out, and
 * so are ticked consents, which everybody has.
 * @param isLeftOut items that say nothing of a person, such as consents and attention rows
 */
export function vectorOf(answers: Answers, isLeftOut: (item: string) => boolean): ReadonlyMap<string, string> {
  const items = new Map<string, string>()
  const put = (item: string, value: string) => {
    if (!isLeftOut(item)) items.set(item, value)
  }
  for (const [question, answer] of Object.entries(answers)) {
    if (question.includes('.') || typeof answer === 'string') continue
    if (typeof answer === 'number') {
      if (answer >= noAnswer) put(question, String(answer))
    } else if (Array.isArray(answer)) put(question, answer.join(' '))
    else for (const [row, code] of Object.entries(answer)) put(`${question}.${row}`, String(code))
  }
  return items
}
