/** A quota as a study sets it: cells over answers, each with how many responses may count in it. */
import * as z from 'zod'
import type { Circumstances } from '../../../schema/answers.ts'
import { type Condition, conditionSchema } from '../../../schema/condition.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { textSchema } from '../../../schema/text.ts'
import { indexOf, placeOfPage } from '../questionnaire/indexed.ts'
import { decide } from '../questionnaire/route/conditions.ts'
import type { Route } from '../questionnaire/route/resolve-route.ts'

export const quotaSchema = z.strictObject({
  /** Names the cell in the database and in files; it never changes. */
  cell: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** Whom it counts, as people read it: `people who have finished`. */
  label: textSchema,
  when: conditionSchema,
  /** How many responses may count in it as the study opens; what counts later stands in the database. */
  limit: z.int().min(0).max(100_000_000),
})
export type Quota = z.infer<typeof quotaSchema>

/** So few that what one response counts in is written together. */
export const quotasSchema = z.array(quotaSchema).max(60)

/**
 * The names of the cells that a response counts in, in order of their names; cells may overlap. What is still to be asked
 * decides nothing: a cell of those who did not say something counts nobody before they were asked.
 */
export function cellsMet(
  quotas: readonly Quota[],
  questionnaire: Questionnaire,
  { answers, unfinished }: Pick<Route, 'answers' | 'unfinished'>,
  circumstances: Circumstances,
): string[] {
  const index = indexOf(questionnaire)
  const from = unfinished === null ? Number.POSITIVE_INFINITY : placeOfPage(index, unfinished)
  const isOpen = (question: string) => (index.questions.get(question)?.pageAt ?? 0) >= from
  return quotas
    .filter(({ when }) => decide(when, answers, circumstances, isOpen) === true)
    .map(({ cell }) => cell)
    .sort()
}

/** The questions that a condition looks at. */
export function questionsOf(condition: Condition): string[] {
  if ('q' in condition) return [condition.q]
  if ('all' in condition) return condition.all.flatMap(questionsOf)
  if ('any' in condition) return condition.any.flatMap(questionsOf)
  return 'not' in condition ? questionsOf(condition.not) : []
}
