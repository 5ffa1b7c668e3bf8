/** Which questions of two versions ask the same. Pure. */
import type { Text } from '../../../../schema/questionnaire.ts'
import type { Axis, Category } from '../axes/axis.ts'
import { areComparable } from '../axes/comparable.ts'

export interface MatchedAxes {
  one: Axis
  other: Axis
  /** Each category with its place on either side; null on the side that does not have it. */
  categories: { label: Text; one: number | null; other: number | null }[]
}

export interface Match {
  matched: MatchedAxes[]
  /** Sides that only one has, or whose codes mean something else: they are left out. */
  leftOut: Axis[]
}

/** Sides of the same name (and of the same row) whose codes say the same: what either has beyond that has no share on the other side. */
export function matchOf(ones: readonly Axis[], others: readonly Axis[]): Match {
  const matched: MatchedAxes[] = []
  const leftOut: Axis[] = []
  for (const one of ones) {
    const other = others.find(({ key }) => key === one.key)
    if (other !== undefined && areComparable(one, other)) matched.push({ one, other, categories: joined(one, other) })
    else leftOut.push(one)
  }
  leftOut.push(...others.filter(({ key }) => ones.every((one) => one.key !== key)))
  return { matched, leftOut }
}

function joined(one: Axis, other: Axis): MatchedAxes['categories'] {
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
