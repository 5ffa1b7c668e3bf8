/** Whether what two versions ask under one name is the same. Pure. */
import { languages, type Text } from '../../../../schema/questionnaire.ts'
import type { Axis } from './axis.ts'

/** Whether two sides are the same part of a question, and every code that both have says the same, one of them at least. */
export function areComparable(one: Axis, other: Axis): boolean {
  if (one.kind !== other.kind) return false
  if (one.kind === 'one' && other.kind === 'one' && !samePart(one.part, other.part)) return false
  const labels = new Map(other.categories.map(({ key, label }) => [key, label]))
  const common = one.categories.flatMap(({ key, label }) => {
    const known = labels.get(key)
    return known === undefined ? [] : sameText(known, label)
  })
  return common.length > 0 && common.every((isSame) => isSame)
}

function samePart(one: Text | null | undefined, other: Text | null | undefined): boolean {
  return one && other ? sameText(one, other) : !one && !other
}

function sameText(one: Text, other: Text): boolean {
  return languages.every((language) => one[language].trim() === other[language].trim())
}
