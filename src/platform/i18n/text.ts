/** Texts that are kept or shown in every language at once. */
import { type Language, languages } from '../../../schema/questionnaire.ts'

/** What `write` says in each language. */
export function inEveryLanguage(write: (language: Language) => string): Record<Language, string> {
  return Object.fromEntries(languages.map((language) => [language, write(language)])) as Record<Language, string>
}
