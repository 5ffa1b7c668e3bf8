/** What may be picked, and the rows to pick for. */
import * as z from 'zod'
import { conditionSchema } from './condition.ts'
import { textSchema } from './shapes/text.ts'

/** The name of a set or a long list: none that every object has, such as `constructor`. */
const nameSchema = z.string().refine((name) => !(name in Object.prototype), 'This name means something else.')

const label = {
  label: textSchema,
  /** Needed when the label is over 120 UTF-8 bytes, the longest value label that SPSS keeps. */
  short: textSchema.optional(),
}

export const optionSchema = z.strictObject({
  code: z.int(),
  ...label,
  when: conditionSchema.optional(),
  /** In a multi, picking this excludes every other pick. */
  exclusive: z.literal(true).optional(),
  /** Stays behind the shuffled options, in the order given. */
  last: z.literal(true).optional(),
  /** Picking this asks for more: a short text, or one entry of a list of `lists`. */
  detail: z.union([z.literal('text'), z.strictObject({ list: nameSchema })]).optional(),
  /** A check item that does not exist; never carried forward. */
  decoy: z.literal(true).optional(),
  /** Offered although the question carries its options from another and this one was not picked there. */
  always: z.literal(true).optional(),
})
export type Option = z.infer<typeof optionSchema>

export const rowSchema = z.strictObject({
  code: z.int(),
  ...label,
  /** What it is called in forms made elsewhere, so that it is called the same when it goes there again. */
  name: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/)
    .optional(),
  when: conditionSchema.optional(),
})
export type MatrixRow = z.infer<typeof rowSchema>

/** Options are given in place, or by the name of a label set of the questionnaire. */
export const optionsSchema = z.union([z.array(optionSchema).min(1), z.strictObject({ set: nameSchema })])
export type Options = z.infer<typeof optionsSchema>
