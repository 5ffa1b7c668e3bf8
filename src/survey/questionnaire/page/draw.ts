/** What the drawing of a question carries along: the language, what to fill in, and what was wrong with it. */
import { type SurveyMessages, surveyMessages } from '../../../../messages/generated/survey.ts'
import type { Language, Text } from '../../../../schema/questionnaire.ts'
import type { Posted } from '../../../platform/http/form.ts'
import { formatDate } from '../../../platform/i18n/format.ts'
import type { ValidationError } from './view.ts'

export interface Draw {
  language: Language
  words: SurveyMessages
  fill: Posted
  errors: readonly ValidationError[]
}

/** Gathers what the drawing of a page's questions needs. */
export function drawing(language: Language, fill: Posted, errors: readonly ValidationError[]): Draw {
  return { language, words: surveyMessages(language), fill, errors }
}

/** The text in the language being drawn. */
export function localized(draw: Draw, text: Text): string {
  return text[draw.language]
}

/** The element id of a form field: `Q11.3` is `Q11-3`. */
export function elementId(field: string): string {
  return field.replace(/\./g, '-')
}

/** Whether the form holds `value` for `field`. */
export function formHolds(draw: Draw, field: string, value: number | string): boolean {
  return draw.fill[field]?.includes(String(value)) ?? false
}

/** The first value that the form holds for `field`, or nothing. */
export function firstValue(draw: Draw, field: string): string {
  return draw.fill[field]?.[0] ?? ''
}

/** The message of one error; it names the limits where they are known. */
export function messageOf(language: Language, error: ValidationError): string {
  const { faults, faultsWithoutLimits } = surveyMessages(language).page
  const { code, limits: { min, max, day = '' } = {} } = error
  switch (code) {
    case 'too_few':
      return faults.too_few({ min: min ?? 1 })
    case 'too_many':
      return faults.too_many({ max: max ?? 1 })
    case 'out_of_range':
      return min === undefined || max === undefined
        ? faultsWithoutLimits.out_of_range
        : faults.out_of_range({ min, max })
    case 'too_long':
      return max === undefined ? faultsWithoutLimits.too_long : faults.too_long({ max })
    case 'too_early':
    case 'too_late':
      return faults[code]({ day: formatDate(day, language) })
    default:
      return faults[code]
  }
}

/** The message at a field, or null. */
export function errorAt(draw: Draw, field: string): string | null {
  const error = draw.errors.find((one) => one.field === field)
  return error ? messageOf(draw.language, error) : null
}

/** Attributes of a control whose message, if any, stands in the element `<id>-e`; `hint` is the id of a hint. */
export function ariaDescribedBy(
  draw: Draw,
  field: string,
  hint?: string | null,
): { 'aria-invalid'?: 'true'; 'aria-describedby'?: string } {
  const faulty = errorAt(draw, field) !== null
  const ids = [hint, faulty ? `${elementId(field)}-e` : null].filter((id) => id)
  return {
    ...(faulty && { 'aria-invalid': 'true' as const }),
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
  }
}

/** Codes that stand for a degree, and so are worth showing as a number; 97, 98 and 99 are not. */
export function isDegree(code: number): boolean {
  return code >= 0 && code <= 10
}
