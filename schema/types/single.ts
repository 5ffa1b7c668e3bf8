import * as z from 'zod'
import { answered, choice } from './parts.ts'

/** One of several options. The answer is its code. */
export const single = z.strictObject({ ...answered, ...choice, type: z.literal('single') })
