import * as z from 'zod'
import { answered, choice } from './parts.ts'

/** Pick up to `max` and put them in order. The answer is the list of codes, first choice first. */
export const rank = z.strictObject({ ...answered, ...choice, type: z.literal('rank'), max: z.int().min(1) })
