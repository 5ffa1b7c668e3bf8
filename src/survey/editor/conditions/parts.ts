/** A condition as people put it together: a list of parts, all or any of which must hold. Pure. */
import type { Condition } from '../../../../schema/questionnaire.ts'

export type Join = 'all' | 'any'

/** How a part looks at an answer. */
export const hows = ['is', 'is_not', 'only', 'between', 'answered', 'not_answered', 'holds', 'holds_not'] as const
export type How = (typeof hows)[number]

export interface ConditionParts {
  join: Join
  parts: readonly Condition[]
}

/** The parts of a condition; none when there is no condition. A part may be a condition of parts itself. */
export function partsOf(condition: Condition | undefined): ConditionParts {
  if (condition === undefined) return { join: 'all', parts: [] }
  if ('all' in condition) return { join: 'all', parts: condition.all }
  if ('any' in condition) return { join: 'any', parts: condition.any }
  return { join: 'all', parts: [condition] }
}

/** The condition of these parts; null for none. One part stands alone, unless it would then be read as several. */
export function joinConditions({ join, parts }: ConditionParts): Condition | null {
  const [first, ...more] = parts
  if (first === undefined) return null
  if (more.length === 0 && !('all' in first) && !('any' in first)) return first
  return join === 'all' ? { all: [...parts] } : { any: [...parts] }
}

/** What stands before the name of a fact where a question could be picked. */
export const factPrefix = 'fact:'

/** The condition with one part more: beside the others, or together with one of them, which the other word then joins. */
export function withPart({ join, parts }: ConditionParts, part: Condition, together: number | null): ConditionParts {
  const beside = together === null ? undefined : parts[together]
  if (beside === undefined || together === null) return { join, parts: [...parts, part] }
  const other = join === 'all' ? 'any' : 'all'
  const inner = other in beside ? (Reflect.get(beside, other) as Condition[]) : [beside]
  const grown = [...inner, part]
  return { join, parts: parts.with(together, other === 'any' ? { any: grown } : { all: grown }) }
}

/** One look at one answer or fact, from what was picked; null when nothing was that says anything. */
export function partFrom(picked: {
  q: string
  how: How
  codes: readonly number[]
  min: number | null
  max: number | null
}): Condition | null {
  const { q, how, min, max } = picked
  if (q.startsWith(factPrefix)) {
    const fact: Condition = { fact: q.slice(factPrefix.length) }
    if (how === 'holds') return fact
    return how === 'holds_not' ? { not: fact } : null
  }
  const codes = [...new Set(picked.codes)].sort((one, other) => one - other)
  switch (how) {
    case 'answered':
      return { q, answered: true }
    case 'not_answered':
      return { not: { q, answered: true } }
    case 'between':
      if (min === null && max === null) return null
      return { q, ...(min !== null && { min }), ...(max !== null && { max }) }
    case 'holds':
    case 'holds_not':
      return null
    default:
      if (codes.length === 0) return null
      if (how === 'only') return { q, only: codes }
      return how === 'is' ? { q, in: codes } : { not: { q, in: codes } }
  }
}
