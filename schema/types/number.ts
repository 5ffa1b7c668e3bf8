import * as z from 'zod'
import { textSchema } from '../shapes/text.ts'
import { answered } from './parts.ts'

/** A whole number of `min` to `max`, both included, with its unit. The answer is the number. */
export const number = z.strictObject({
  ...answered,
  type: z.literal('number'),
  min: z.int(),
  max: z.int(),
  unit: textSchema.optional(),
})
