/** Reads a posted form into answers; it says nothing yet about whether they are allowed. */
import type { Answers } from '../../../../schema/answers.ts'
import type { Posted } from '../../../platform/http/form.ts'
import { sanitizeText } from '../../../platform/i18n/normalize-text.ts'
import type { AskedPage } from '../ask.ts'
import { typeOf } from '../types/index.ts'
import { isFieldOf, oneValue, valuesOf } from './posted-values.ts'
import type { ValidationError } from './view.ts'

/**
 * The answers of the form's own fields, as far as they have the right type, and a `wrong_type` (or, for two values
 * where one belongs, `too_many`) for each that has not. A blank field gives no answer; where the question is
 * optional it gives -1.
 */
export function readForm(page: AskedPage, posted: Posted): { answers: Answers; errors: ValidationError[] } {
  const answers: Answers = {}
  const errors: ValidationError[] = []
  for (const asked of page.questions) {
    const { question, textKey, isAnswered, options } = asked.known
    if (!isAnswered) continue
    const answer = typeOf(question.type).read(posted, asked, question, errors)
    if (answer !== undefined) answers[asked.code] = answer
    else if (asked.optional && !errors.some(({ field }) => isFieldOf(field, asked.code))) answers[asked.code] = -1
    const typed = options.length > 0 ? sanitizeText(oneValue(posted, textKey, errors) ?? '') : ''
    if (typed) answers[textKey] = typed
  }
  for (const { code } of page.consents) {
    if (valuesOf(posted, code).includes('1')) answers[code] = 1
  }
  return { answers, errors }
}
