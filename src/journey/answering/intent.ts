/** What a posted page of questions is for. Its buttons share one form, so that none loses what is typed. */
import { type Language, languages } from '../../../schema/questionnaire.ts'
import { field, type Posted } from '../../platform/http/form.ts'
import { namedLanguage } from '../../platform/i18n/language.ts'

export type Intent =
  /** The page's script saves as it goes, and is answered in JSON. */
  | { is: 'save_draft' }
  /** The same page in another language, with what is typed. */
  | { is: 'switch_language'; language: Language }
  /** Keeps what may be kept and shows the page before. */
  | { is: 'go_back' }
  /** Checks the page and goes on. What names nothing is this, as Enter is. */
  | { is: 'submit' }

/** Tells the forms of a page apart, once; a language that is not offered is none. */
export function intentOf(posted: Posted, offered: readonly Language[] = languages): Intent {
  if (field(posted, 'draft') !== undefined) return { is: 'save_draft' }
  const language = namedLanguage(field(posted, 'lang'))
  if (language !== undefined && offered.includes(language)) return { is: 'switch_language', language }
  return { is: field(posted, 'go') === 'back' ? 'go_back' : 'submit' }
}
