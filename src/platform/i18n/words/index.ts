/** The interface's words by language. */
import type { Language } from '../../../../schema/questionnaire.ts'
import { en, type Words } from './en.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

export type { Words } from './en.ts'
export type { Limits, ProblemCode } from './en-messages.ts'

const words: Record<Language, Words> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** The words of one language. */
export function wordsFor(language: Language): Words {
  return words[language]
}

/** Each language under its own name, which is never translated. */
export const languageNames: Record<Language, string> = { en: 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' }
