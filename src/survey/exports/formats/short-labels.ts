/** Labels where a format has little room for them. */
import type { Language } from '../../../../schema/questionnaire.ts'
import { fitted, utf8Length } from '../../../platform/files/utf8.ts'
import type { Code, Variable } from '../../variables/variable.ts'

/**
 * What a variable is called, in at most so many bytes of UTF-8. Of a question's part the part stays whole as far as it
 * can: it is what tells one variable from the next.
 */
export function variableLabel({ label, part }: Variable, language: Language, bytes: number): string {
  const whole = label[language]
  const end = part === null ? '' : ` [${part[language]}]`
  if (end === '' || utf8Length(whole) <= bytes || utf8Length(end) > bytes / 2) return fitted(whole, bytes)
  return fitted(whole, bytes - utf8Length(end)) + end
}

/** What a code is called, in at most so many bytes of UTF-8. */
export function codeLabel({ label, short }: Pick<Code, 'label' | 'short'>, language: Language, bytes: number): string {
  if (utf8Length(label[language]) <= bytes) return label[language]
  return fitted(short?.[language] ?? label[language], bytes)
}
