import * as z from 'zod'
import { answered } from './parts.ts'

const day = z.iso.date().refine((text) => !text.startsWith('0000'), 'there is no year 0000')

/** A calendar day of `min` to `max`, both included. The answer is the day, `2027-06-05` (ISO 8601). */
export const date = z.strictObject({ ...answered, type: z.literal('date'), min: day, max: day })
