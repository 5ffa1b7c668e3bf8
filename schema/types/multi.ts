import * as z from 'zod'
import { answered, choice } from './parts.ts'

/** Several of several options. The answer is the list of their codes, in the questionnaire's order. */
export const multi = z.strictObject({
  ...answered,
  ...choice,
  type: z.literal('multi'),
  min: z.int().min(1).optional(),
  max: z.int().min(1).optional(),
  /** Options hidden by their condition can be shown by a link, and are accepted. */
  showAll: z.literal(true).optional(),
})
