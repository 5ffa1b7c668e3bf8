/**
 * The shape that any questionnaire must meet. A questionnaire is data: pages, questions, options, rows and
 * conditions in three languages. Its version is a hash of this data (see `src/platform/crypto/version.ts`), so
 * nothing here may fill in a default before the hash is taken.
 */
import * as z from 'zod'
import { codeSchema, conditionSchema } from '../condition.ts'
import { optionSchema } from '../option.ts'
import { questionSchema } from '../types/index.ts'
import { textSchema } from './text.ts'

/** A box that must be ticked, unticked at first. Texts are versioned with the questionnaire. */
export const consentSchema = z.strictObject({ code: codeSchema, text: textSchema, when: conditionSchema.optional() })

export const pageSchema = z.strictObject({
  /** Lower-case; it is the last part of the page's address. */
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: textSchema,
  when: conditionSchema.optional(),
  /** Shown below the questions, each to be ticked. */
  consents: z.array(consentSchema).optional(),
  questions: z.array(questionSchema).min(1),
  /** The first whose condition holds ends the response when this page is left. */
  ends: z.array(z.strictObject({ when: conditionSchema, as: z.enum(['under_age', 'screened_out']) })).optional(),
  /** Leaving this page takes a lease on the offer that fits. Exactly one page says so. */
  lease: z.literal(true).optional(),
})

export const questionnaireSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: textSchema,
  /** Facts that conditions and texts may use; the study supplies them and they are frozen into the response. */
  facts: z.array(z.string()),
  /** Named lists of options, so that a study may swap one (same codes). */
  sets: z.record(z.string(), z.array(optionSchema)),
  /** Long lists that an option's `detail` may ask for, such as ISO 3166 countries by alpha-2 code. */
  lists: z.record(z.string(), z.array(z.strictObject({ code: z.string(), label: textSchema }))),
  /** Question whose answer says where one lives now; offers are chosen by it. Without one, an offer is for every place. */
  place: codeSchema.optional(),
  /** Pinned exchange rates used in labels: decimal string, and the day it was read (ISO 8601). */
  rates: z.record(z.string(), z.strictObject({ rate: z.string(), on: z.iso.date() })),
  pages: z.array(pageSchema).min(1),
})
