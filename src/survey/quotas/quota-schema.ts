/** A quota, as it is checked when a study sets it. */
import * as z from 'zod'
import { conditionSchema } from '../../../schema/condition.ts'
import { textSchema } from '../../../schema/shapes/text.ts'

export const quotaSchema = z.strictObject({
  /** Names the cell in the database and in files; it never changes. */
  cell: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** Whom it counts, as people read it: `people who have finished`. */
  label: textSchema,
  when: conditionSchema,
  /** How many responses may count in it as the study opens; what counts later stands in the database. */
  limit: z.int().min(0).max(100_000_000),
})

/** So few that what one response counts in is written together. */
export const quotasSchema = z.array(quotaSchema).max(60)
