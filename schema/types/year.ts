import * as z from 'zod'
import { answered } from './parts.ts'

/** A year of `min` to `max`, both included. The answer is the number. */
export const year = z.strictObject({ ...answered, type: z.literal('year'), min: z.int(), max: z.int() })
