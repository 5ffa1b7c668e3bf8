/** Whether one answer is allowed where it was asked; the rules of each type are in `types/`. */
import type { Answer } from '../../../schema/answers.ts'
import type { Asked, Index } from './asked.ts'
import { typeOf } from './types/index.ts'
import { addError, type ValidatedAnswer } from './types/question-type.ts'

/**
 * Checks an answer and its detail text (clean, see `sanitizeText`) against what was asked. A missing answer is an
 * error even where the question is optional: -1 says that it was seen and left blank.
 */
export function validateAnswer(
  index: Index,
  asked: Asked,
  answer: Answer | undefined,
  text: string | undefined,
): ValidatedAnswer {
  const result: ValidatedAnswer = { answer: undefined, text: undefined, errors: none }
  const { question, isAnswered } = asked.known
  if (!isAnswered) return result
  if (answer === undefined) return addError(result, asked.code, 'required')
  if (answer === -1 && asked.optional) {
    result.answer = answer
    return result
  }
  return typeOf(question.type).validate(result, { answer, text, lists: index.lists }, asked, question)
}

const none: ValidatedAnswer['errors'] = []
