import type { Language } from '../../../../schema/questionnaire.ts'
import type { Axis } from './axis.ts'

/** What a side is called: a question by its variable and its words. */
export function axisTitle({ question, label, key }: Axis, language: Language): string {
  return question === null ? label[language] : `${key} ${label[language]}`
}
