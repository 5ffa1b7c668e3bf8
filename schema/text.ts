/** The languages, and a text in all of them. */
import * as z from 'zod'

/** The languages of every text, in the order in which they are offered. */
export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
export const languageSchema = z.enum(languages)
export type Language = (typeof languages)[number]

/**
 * A text in all three languages. `{name}` is replaced from the study's facts when the page is drawn;
 * `{Q07}` is replaced by the label of the option picked there.
 */
export const textSchema = z.strictObject({
  en: z.string().min(1),
  'zh-Hans': z.string().min(1),
  'zh-Hant': z.string().min(1),
})
export type Text = z.infer<typeof textSchema>
