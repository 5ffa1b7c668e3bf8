import { type Condition, conditionSchema } from '../../../../schema/condition.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { valueAt } from '../checks/shape.ts'
import { conditionText } from './condition-text.ts'

/** The conditions that a part of a questionnaire depends on: its own, and those of whatever it stands in. */
export function conditionsAt(questionnaire: Questionnaire, path: string): string[] {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '')
  return parts.flatMap((_, at) => {
    const when = valueAt(questionnaire, [...parts.slice(0, at + 1), 'when'])
    return isCondition(when) ? [conditionText(when)] : []
  })
}

const isCondition = (value: unknown): value is Condition => conditionSchema.safeParse(value).success
