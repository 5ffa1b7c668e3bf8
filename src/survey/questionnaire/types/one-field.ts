/** What types have alike whose form is one field, named by the question's code. */
import type { Answer } from '../../../../schema/answers.ts'
import type { Posted } from '../../../platform/http/form.ts'
import { everywhere } from '../page/placeholders.ts'
import { numberAt } from '../page/posted-values.ts'
import type { BaseView, ValidationError } from '../page/view.ts'
import { type GivenAnswer, refuse, type ValidatedAnswer } from './question-type.ts'

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

/** Reads one whole number. */
export function readNumber(posted: Posted, { code }: { code: string }, _: unknown, errors: ValidationError[]) {
  return numberAt(posted, code, code, errors)
}

/** Allows a number from `min` to `max`, both included. */
export function validateRange(
  result: ValidatedAnswer,
  { answer }: GivenAnswer,
  { code }: { code: string },
  { min, max }: { min: number; max: number },
): ValidatedAnswer {
  if (typeof answer !== 'number') return refuse(result, code, 'wrong_type')
  if (answer >= min && answer <= max) result.answer = answer
  else refuse(result, code, 'out_of_range', { min, max })
  return result
}
