/** A variable's label as far as Stata shows it. */
import type { Language } from '../../../../../schema/questionnaire.ts'
import type { Variable } from '../../../variables/variable.ts'
import { variableLabel } from '../short-labels.ts'

/** Stata shows 80 characters of a label. */
export const labelCharacters = 80

/** A label that Stata shows whole. */
export function shortLabel(variable: Variable, language: Language): string {
  return firstCharacters(variableLabel(variable, language, 320), variable, language)
}

function firstCharacters(label: string, variable: Variable, language: Language): string {
  const whole = [...label]
  if (whole.length <= labelCharacters) return label
  const end = variable.part === null ? [] : [...` [${variable.part[language]}]`]
  if (end.length === 0 || end.length > labelCharacters / 2) return `${whole.slice(0, labelCharacters - 1).join('')}…`
  return `${whole.slice(0, labelCharacters - 1 - end.length).join('')}…${end.join('')}`
}
