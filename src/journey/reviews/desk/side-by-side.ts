/** Two responses beside each other, question by question: a pure function. */
import type { AnswerInWords } from '../../rights/answered.ts'

export interface SideBySideAnswer {
  name: string
  question: string
  /** What was answered; null where the question was not. */
  one: AnswerInWords | null
  other: AnswerInWords | null
  isSame: boolean
}

/** Every question that either answered, in the order of the first, and those of the other alone behind the one before. */
export function sideBySide(one: readonly AnswerInWords[], other: readonly AnswerInWords[]): SideBySideAnswer[] {
  const others = new Map(other.map((answer) => [answer.name, answer]))
  const names = new Set(one.map(({ name }) => name))
  const lines = one.map((answer) => lineOf(answer, others.get(answer.name) ?? null))
  let at = 0
  for (const answer of other) {
    if (names.has(answer.name)) at = lines.findIndex(({ name }) => name === answer.name) + 1
    else lines.splice(at++, 0, lineOf(null, answer))
  }
  return lines
}

function lineOf(one: AnswerInWords | null, other: AnswerInWords | null): SideBySideAnswer {
  const { name, question } = (one ?? other) as AnswerInWords
  return { name, question, one, other, isSame: one !== null && other !== null && one.value === other.value }
}
