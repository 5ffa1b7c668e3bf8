/** Which questions of two versions ask the same. Pure. */
import { languages, type Text } from '../../../../schema/questionnaire.ts'
import type { Axis, Category } from '../axes/axis.ts'

export interface Matched {
  one: Axis
  other: Axis
  /** Each category with its place on either side; null on the side that does not have it. */
  categories: { label: Text; one: number | null; other: number | null }[]
}

export interface Match {
  matched: Matched[]
  /** Sides that only one has, or whose codes mean something else: they are left out. */
  leftOut: Axis[]
}

/** Sides of the same name (and of the same row) whose codes say the same: what either has beyond that has no share on the other side. */
export function matchOf(ones: readonly Axis[], others: readonly Axis[]): Match {
  const matched: Matched[] = []
  const leftOut: Axis[] = []
  for (const one of ones) {
    const other = others.find(({ key }) => key === one.key)
    if (other !== undefined && agree(one, other)) matched.push({ one, other, categories: joined(one, other) })
    else leftOut.push(one)
  }
  leftOut.push(...others.filter(({ key }) => ones.every((one) => one.key !== key)))
  return { matched, leftOut }
}

function agree(one: Axis, other: Axis): boolean {
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

function joined(one: Axis, other: Axis): Matched['categories'] {
  const place = (categories: readonly Category[], key: string) => {
    const at = categories.findIndex((category) => category.key === key)
    return at < 0 ? null : at
  }
  const all: Category[] = [...one.categories]
  for (const category of other.categories) if (place(all, category.key) === null) all.push(category)
  return all.map(({ key, label }) => ({
    label,
    one: place(one.categories, key),
    other: place(other.categories, key),
  }))
}
