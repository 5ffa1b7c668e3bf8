/**
 * The parts that the shapes of question types are put together from. The engine goes by these parts, never by a type's
 * name: whatever has `options` is offered by conditions and carries, whatever has `rows` is shown row by row.
 */
import * as z from 'zod'
import { codeSchema, codesSchema, conditionSchema } from '../condition.ts'
import { optionsSchema } from '../option.ts'
import { textSchema } from '../shapes/text.ts'

const name = z.string().regex(/^[a-z][a-z0-9_]*$/)

/** What everything on a page has. */
export const shown = {
  code: codeSchema,
  /** The wording, or wordings by condition: the first whose condition holds (the last needs none). */
  text: z.union([textSchema, z.array(z.strictObject({ when: conditionSchema.optional(), text: textSchema })).min(1)]),
  hint: textSchema.optional(),
  when: conditionSchema.optional(),
}

/** What everything has that people answer. */
export const answered = {
  ...shown,
  /** The variable's short name, as in `dest`; used in the codebook. */
  name,
  /** Every question is required unless this says so. */
  optional: z.literal(true).optional(),
  /** Kept while answering, dropped when the response is complete. */
  draftOnly: z.literal(true).optional(),
  /** Viewers see no figure of it, nor of questions that would tell of it. */
  withheld: z.literal(true).optional(),
}

/** Only options picked in an earlier question are offered, when that question was on the route; decoys never are. */
export const carry = z.strictObject({ from: codeSchema })
/** The option with the same code as the answer of `q` is not offered, for the codes given. */
const without = z.strictObject({ q: codeSchema, codes: codesSchema })

/** Picks among options. */
export const choice = {
  options: optionsSchema,
  carry: carry.optional(),
  without: without.optional(),
  /** The order is drawn from the seed of the response. */
  shuffle: z.literal(true).optional(),
}
