/** The languages, and a text in all of them. */
import * as z from 'zod'

/** The languages of every text, in the order in which they are offered. */
export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
export const languageSchema = z.enum(languages)
export type Language = (typeof languages)[number]

/**
 * A text by language. `{name}` is replaced from the study's facts when the page is drawn; `{Q07}` is replaced by the
 * label of the option picked there. What is stored may lack a language: read, it says there what it says in its base
 * language, the first of `languages` that it has. This is the one place that fills in, and it comes after the hash:
 * what is stored, and its version, stay as they are.
 */
export const textSchema = z
  .partialRecord(languageSchema, z.string().min(1))
  .refine((text) => Object.keys(text).length > 0, 'A text is there in one language at least.')
  .transform(inEveryLanguage)
export type Text = Record<Language, string>

/** The text with what it lacks said in its base language. */
export function inEveryLanguage(text: Partial<Text>): Text {
  const base = languages.map((language) => text[language]).find((said) => said !== undefined) ?? ''
  return Object.fromEntries(languages.map((language) => [language, text[language] ?? base])) as Text
}
