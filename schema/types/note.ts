import * as z from 'zod'
import { shown } from './parts.ts'

/** A text that is only read: it has no answer. It stands on a page beside questions, and may have a condition. */
export const note = z.strictObject({ ...shown, type: z.literal('note') })
