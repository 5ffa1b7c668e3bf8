/** A quota as a study sets it: cells over answers, each with how many responses may count in it. */
import type * as z from 'zod'
import type { Circumstances } from '../../../schema/answers.ts'
import type { Condition } from '../../../schema/condition.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { indexOf, placeOfPage } from '../questionnaire/indexed.ts'
import { decideCondition } from '../questionnaire/route/conditions.ts'
import type { Route } from '../questionnaire/route/resolve-route.ts'
import type { quotaSchema } from './quota-schema.ts'

export type Quota = z.infer<typeof quotaSchema>

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
    .filter(({ when }) => decideCondition(when, answers, circumstances, isOpen) === true)
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
