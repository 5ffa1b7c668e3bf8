import * as z from 'zod'
import { optionsSchema } from '../option.ts'
import { answered } from './parts.ts'

/** One degree of a labelled scale. The answer is its code. */
export const scale = z.strictObject({ ...answered, type: z.literal('scale'), options: optionsSchema })
