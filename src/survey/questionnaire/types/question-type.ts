/** What a type of question is made of on the students' side: how its form is read, checked, drawn and put into words. */
import type { Answer } from '../../../../schema/answers.ts'
import type { Language, QuestionOf, QuestionType, Text } from '../../../../schema/questionnaire.ts'
import type { Posted } from '../../../platform/http/form.ts'
import type { Html } from '../../../platform/http/html.ts'
import type { Asked, Index } from '../asked.ts'
import type { Draw } from '../page/draw.ts'
import type { ViewWords } from '../page/option-views.ts'
import type { BaseView, ValidationError, ValidationErrorCode } from '../page/view.ts'

/** The type `T`, and what a respondent sees of it, `View`. Each is one file of this folder and one line in `index.ts`. */
export type QuestionTypePage<T extends QuestionType, View extends BaseView> = PageOf<QuestionOf<T>, View>

interface PageOf<Q, View> {
  /** The answer that a form holds, as far as it has the right type; `errors` gets what has not. Blank is undefined. */
  read(posted: Posted, asked: Asked, question: Q, errors: ValidationError[]): Answer | undefined
  /** Puts what is allowed of `given` into `result`, and an error for each thing that is not. */
  validate(result: ValidatedAnswer, given: GivenAnswer, asked: Asked, question: Q): ValidatedAnswer
  /** Whether the form has the field `Q11.<part>`; the part of the field `Q11` is empty. */
  hasField(part: string, asked: Asked, question: Q): boolean
  /** What one respondent sees. */
  view(base: BaseView, asked: Asked, question: Q, words: ViewWords): View
  /** Draws it, filled in, with its messages. */
  draw(props: { draw: Draw; question: View }): Html
  /** The form's values for a stored answer that is not blank: the reverse of `read`. */
  fill(question: View, answer: Answer): Posted
  /** What a form holds, in words that people can compare; empty when it holds nothing. */
  describe(question: View, posted: Posted, language: Language): string
  /** An answer that is a text, as later questions name it. */
  say(answer: string): Text
}

export interface GivenAnswer {
  answer: Answer
  /** What was typed, or picked from a list, for the option that asks for more (clean, see `sanitizeText`). */
  text: string | undefined
  lists: Index['lists']
}

export interface ValidatedAnswer {
  /** The answer as far as it is allowed; undefined when nothing of it is. */
  answer: Answer | undefined
  /** What was typed, or picked from a list, for the option that asks for more. */
  text: string | undefined
  /** Nothing here means that the question is answered in full. */
  errors: readonly ValidationError[]
}

/** Adds an error to what was found of an answer. */
export function addError(
  result: ValidatedAnswer,
  field: string,
  code: ValidationErrorCode,
  limits?: ValidationError['limits'],
): ValidatedAnswer {
  result.errors = [...result.errors, limits ? { field, code, limits } : { field, code }]
  return result
}
