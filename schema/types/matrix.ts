import * as z from 'zod'
import { codeSchema, codesSchema } from '../condition.ts'
import { optionsSchema, rowSchema } from '../option.ts'
import { textSchema } from '../shapes/text.ts'
import { answered, carry } from './parts.ts'

/** Rows that share a scale. The answer is the code picked on each row, by the row's code. */
export const matrix = z.strictObject({
  ...answered,
  type: z.literal('matrix'),
  rows: z.array(rowSchema).min(1),
  /** Rows are the picks of an earlier multi (its exclusive options are never rows); `rows` is then the same list. */
  carry: carry.optional(),
  shuffle: z.literal(true).optional(),
  scale: optionsSchema,
  /**
   * A row that checks attention: its field name, position and target are drawn from the seed.
   * `{target}` in its label is replaced by the label of the option to pick.
   */
  attention: z.strictObject({ code: codeSchema, targets: codesSchema, label: textSchema }).optional(),
})
