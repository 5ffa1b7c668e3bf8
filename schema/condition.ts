/** What must hold for a part of a questionnaire to be used. */
import * as z from 'zod'

/** A question code such as `Q07`; it names the export column and is stable once the first answer is stored. */
export const codeSchema = z.string().regex(/^[A-Z][A-Za-z0-9_]{0,15}$/)

/**
 * What must hold for a page, question, option, row or text variant to be used. It looks at answers of earlier
 * pages (for `ends` and for consents also of the same page) and at facts that the study froze into the response.
 *
 * - `{ q, in }`: the answer is one of the codes; for multi and rank, any pick is.
 * - `{ q, only }`: there is an answer and every pick is one of the codes.
 * - `{ q, min, max }`: the answer is a number within the (inclusive, each optional) range.
 * - `{ q, answered }`: the question was shown on this route and answered.
 * - `{ fact }`: the named fact is present and true.
 */
export type Condition =
  | { q: string; in: number[] }
  | { q: string; only: number[] }
  | { q: string; min?: number | undefined; max?: number | undefined }
  | { q: string; answered: true }
  | { fact: string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

/** Codes of options. */
export const codesSchema = z.array(z.int()).min(1)

export const conditionSchema: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ q: codeSchema, in: codesSchema }),
    z.strictObject({ q: codeSchema, only: codesSchema }),
    z.strictObject({ q: codeSchema, answered: z.literal(true) }),
    z.strictObject({ q: codeSchema, min: z.int().optional(), max: z.int().optional() }),
    z.strictObject({ fact: z.string().min(1) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
)
