import * as z from 'zod'
import { textSchema } from '../shapes/text.ts'
import { answered } from './parts.ts'

/** Nought to ten, with words at both ends. The answer is the number. */
export const nps = z.strictObject({ ...answered, type: z.literal('nps'), low: textSchema, high: textSchema })
