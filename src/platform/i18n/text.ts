/** Texts that are kept or shown in every language at once. */
import { type Language, languages } from '../../../schema/questionnaire.ts'

/** What `write` says in each language. */
export function inEveryLanguage(write: (language: Language) => string): Record<Language, string> {
  // A file of answers says some ten thousand texts so: half of what it took through a list of pairs.
  const written = {} as Record<Language, string>
  for (const language of languages) written[language] = write(language)
  return written
}
