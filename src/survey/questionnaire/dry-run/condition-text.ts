import type { Condition } from '../../../../schema/questionnaire.ts'

/** A condition as it is written down, in no language: `Q02 = 1, 3 and not (Q05 answered)`. */
export function conditionText(condition: Condition): string {
  if ('fact' in condition) return condition.fact
  if ('all' in condition) return condition.all.map(part).join(' & ')
  if ('any' in condition) return condition.any.map(part).join(' | ')
  if ('not' in condition) return `¬ ${part(condition.not)}`
  if ('in' in condition) return `${condition.q} = ${condition.in.join(', ')}`
  if ('only' in condition) return `${condition.q} ⊆ ${condition.only.join(', ')}`
  if ('answered' in condition) return `${condition.q} ≠ ∅`
  const { q, min, max } = condition
  return [min === undefined ? '' : `${min} ≤ `, q, max === undefined ? '' : ` ≤ ${max}`].join('')
}

const part = (condition: Condition) =>
  ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1)
    ? `(${conditionText(condition)})`
    : conditionText(condition)
