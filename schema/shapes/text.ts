/** What a language, and a text by language, has to be. */
import * as z from 'zod'
import { languages, wholeText } from '../text.ts'

export const languageSchema = z.enum(languages)

/**
 * A text by language. `{name}` is replaced from the study's facts when the page is drawn; `{Q07}` is replaced by the
 * label of the option picked there. What is stored may lack a language: read, it says there what it says in its base
 * language, the first of `languages` that it has. This is the one place that fills in, and it comes after the hash:
 * what is stored, and its version, stay as they are.
 */
export const textSchema = z
  .partialRecord(languageSchema, z.string().min(1))
  .refine((text) => Object.keys(text).length > 0, 'A text is there in one language at least.')
  .transform(wholeText)
