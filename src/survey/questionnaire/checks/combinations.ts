/** The answers that the questions of a page may get: one of each kind, and every combination of them. */
import type { Answer, Answers } from '../../../../schema/answers.ts'
import type { Asked } from '../asked.ts'
import { dataOf } from '../types/data/index.ts'
import type { Kinds } from '../types/data/question-data.ts'

/** The answers before with every combination of answers to these questions that is to be told apart. */
export function* combinations(
  before: Answers,
  [question, ...more]: readonly Asked[],
  kinds: Kinds,
): Generator<Answers> {
  if (!question) {
    yield before
    return
  }
  for (const answer of answersOf(question, kinds)) {
    yield* combinations({ ...before, [question.code]: answer }, more, kinds)
  }
}

function* answersOf(asked: Asked, kinds: Kinds): Generator<Answer> {
  if (asked.optional) yield -1
  const { question } = asked.known
  yield* dataOf(question.type).answers(asked, question, kinds)
}
