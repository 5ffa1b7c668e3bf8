/**
 * What a respondent may see of a page, already decided: conditions resolved, options filtered and in the order of
 * this response. Texts keep their three languages and have their `{placeholders}` filled, so a page can be drawn in any language.
 */
import type { Answers } from '../../../../schema/answers.ts'
import type { Text } from '../../../../schema/questionnaire.ts'

export interface OptionView {
  code: number
  label: Text
  /** Another option of the list, to be drawn behind a link; picking it is allowed. */
  hidden?: true
  exclusive?: true
  detail?: 'text' | { list: { code: string; label: Text }[] }
}

/** How many Unicode code points may be typed for an option that asks for more. */
export const detailMaxLength = 100

export interface RowView {
  /** The last part of the form field's name, `Q11.3`; for the attention row a name drawn from the seed. */
  field: string
  /** The key under which the answer is stored. */
  code: string
  label: Text
}

/** What the view of every question has; each type adds its own. */
export interface BaseView {
  code: string
  text: Text
  hint?: Text
  optional: boolean
}

/** Why a posted field was not accepted; words for each are in `messages/<language>/survey.json`. */
export type ValidationErrorCode =
  | 'required'
  | 'consent'
  | 'wrong_type'
  | 'unknown_code'
  | 'not_offered'
  | 'too_few'
  | 'too_many'
  | 'exclusive'
  | 'twice'
  | 'out_of_range'
  | 'not_a_date'
  | 'too_early'
  | 'too_late'
  | 'too_long'
  | 'detail_missing'
  | 'not_in_list'
  | 'not_shown'

export interface ValidationError {
  /** The form field: `Q06`, `Q06.text`, `Q11.3`, `C0a`. */
  field: string
  code: ValidationErrorCode
  /** What the message may name: `{ min: 1, max: 5 }`, or a day (ISO 8601). */
  limits?: { min?: number; max?: number; day?: string }
}

export type Checked = { ok: true; answers: Answers } | { ok: false; errors: ValidationError[]; answers: Answers }

export type { Answers }
