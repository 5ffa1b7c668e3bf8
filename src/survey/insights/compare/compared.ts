/** What was counted of two groups, question by question. Pure. */
import type { Text } from '../../../../schema/questionnaire.ts'
import { differenceOf } from '../statistics/difference.ts'
import { type Interval, wilsonOf } from '../statistics/shares.ts'
import type { MatchedAxes } from './match.ts'
import type { CountedGroups } from './read-groups.ts'
import type { GroupCounts } from './sides.ts'

export interface SideShare {
  count: number
  base: number
  /** How many people the base is worth, where they have weights. */
  effective?: number | undefined
  /** 0 to 1; null where nobody is in its base. */
  share: number | null
  interval: Interval | null
}

export interface ComparedAnswer {
  label: Text
  /** Null in the group whose version does not have the answer. */
  one: SideShare | null
  other: SideShare | null
  /** The first share less the second; its interval only where nobody is in both groups. */
  difference: { value: number; interval: Interval | null } | null
}

export interface ComparedQuestion {
  matched: MatchedAxes
  /** Those who gave an answer, in either group. */
  bases: [one: number, other: number]
  /** How many those are worth; null where nobody has a weight. */
  effective: [one: number, other: number] | null
  answers: ComparedAnswer[]
  /** What stands beside, where it was counted in a group: not shown, blank and such. */
  beside: { label: Text; one: number; other: number }[]
}

/** @param matched the sides that were counted, in the order in which both groups were counted */
export function comparedOf(
  matched: readonly MatchedAxes[],
  { one, other, overlap }: CountedGroups,
): ComparedQuestion[] {
  return matched.map((of, at) => {
    const [a, b] = [one.counts[at], other.counts[at]]
    return {
      matched: of,
      bases: [a?.base ?? 0, b?.base ?? 0],
      effective: a?.effective === undefined || b?.effective === undefined ? null : [a.effective, b.effective],
      answers: of.categories.map(({ label, one, other }): ComparedAnswer => {
        const [first, second] = [sideOf(a, one), sideOf(b, other)]
        return { label, one: first, other: second, difference: apart(first, second, overlap) }
      }),
      beside: besideOf(of, a, b),
    }
  })
}

function sideOf(counted: GroupCounts | undefined, place: number | null): SideShare | null {
  const found = place === null ? undefined : counted?.shares[place]
  if (found === undefined) return null
  const { count, base, effective } = found
  if (base === 0) return { count, base, effective, share: null, interval: null }
  return { count, base, effective, share: count / base, interval: wilsonOf(count / base, effective ?? base) }
}

function apart(one: SideShare | null, other: SideShare | null, overlap: number): ComparedAnswer['difference'] {
  if (one === null || other === null) return null
  const found = differenceOf(worthOf(one), worthOf(other))
  if (found === null) return null
  const { difference, low, high } = found
  return { value: difference, interval: overlap > 0 ? null : { low, high } }
}

function besideOf(
  { one, other }: MatchedAxes,
  a: GroupCounts | undefined,
  b: GroupCounts | undefined,
): ComparedQuestion['beside'] {
  const keys = [...new Set([...one.missing, ...other.missing].map(({ key }) => key))]
  return keys.flatMap((key) => {
    const [first, second] = [one, other].map(({ missing }) => missing.findIndex((known) => known.key === key))
    const label = (one.missing[first ?? -1] ?? other.missing[second ?? -1])?.label
    const counts = { one: a?.missing[first ?? -1] ?? 0, other: b?.missing[second ?? -1] ?? 0 }
    return label === undefined || counts.one + counts.other === 0 ? [] : { label, ...counts }
  })
}

/** A share of as many people as weighted ones are worth. */
function worthOf({ count, base, effective }: SideShare): { count: number; base: number } {
  return effective === undefined || base === 0
    ? { count, base }
    : { count: (count / base) * effective, base: effective }
}
