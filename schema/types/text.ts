import * as z from 'zod'
import { answered } from './parts.ts'

/** An open text of up to `maxLength` Unicode code points. The answer is the text. */
export const text = z.strictObject({ ...answered, type: z.literal('text'), maxLength: z.int().min(1).max(10_000) })
