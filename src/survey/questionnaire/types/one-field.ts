/** What types have alike whose form is one field, named by the question's code. */
import type { Answer } from '../../../../schema/answers.ts'
import type { Posted } from '../../../platform/http/form.ts'
import { everywhere } from '../page/placeholders.ts'
import { numberAt } from '../page/posted-values.ts'
import type { BaseView, ValidationError } from '../page/view.ts'
import { addError, type GivenAnswer, type ValidatedAnswer } from './question-type.ts'
import { answerOfNumber, numberOfAnswer } from './typed-number.ts'

/** The form's side of a type with one field. */
export const oneField = {
  hasField: (part: string) => part === '',
  fill: ({ code }: BaseView, answer: Answer): Posted => {
    if (typeof answer === 'object' && !Array.isArray(answer)) return {}
    return { [code]: (Array.isArray(answer) ? answer : [answer]).map(String) }
  },
  describe: ({ code }: BaseView, posted: Posted) => (posted[code] ?? []).join(' '),
  say: everywhere,
}

/** Reads one code, or one number among which -1 is none. */
export function readNumber(posted: Posted, { code }: { code: string }, _: unknown, errors: ValidationError[]) {
  return numberAt(posted, code, code, errors)
}

/** Reads one whole number that is typed, as it is stored. */
export function readTypedNumber(posted: Posted, { code }: { code: string }, _: unknown, errors: ValidationError[]) {
  const number = numberAt(posted, code, code, errors)
  return number === undefined ? undefined : answerOfNumber(number)
}

/** Allows a number from `min` to `max`, both included. */
export function validateRange(
  result: ValidatedAnswer,
  { answer }: GivenAnswer,
  { code }: { code: string },
  { min, max }: { min: number; max: number },
): ValidatedAnswer {
  const number = numberOfAnswer(answer)
  if (number === null) return addError(result, code, 'wrong_type')
  if (number >= min && number <= max) result.answer = answer
  else addError(result, code, 'out_of_range', { min, max })
  return result
}
