/** Counts two groups of people. */

import type { Ports } from '../../../ports.ts'
import type { InsightsQuery } from '../asked.ts'
import type { Axis } from '../axes/axis.ts'
import { axisColumns } from '../axes/places.ts'
import { selecting } from '../filter/matcher.ts'
import { readColumns } from '../read-columns.ts'
import type { SegmentColumns } from '../segments/columns.ts'
import { weightsByPlace } from '../segments/counting-weights.ts'
import { unitsOfOne } from '../weights/rake.ts'
import type { Weighing } from '../weights/weighing.ts'
import { type GroupCounts, sideCountingOf } from './sides.ts'

export interface GroupQuery extends InsightsQuery {
  axes: readonly Axis[]
  /** What each of them counts; everybody 1 where it is null. */
  weighing: Weighing | null
}

export interface CountedGroup {
  /** How many are in it. */
  size: number
  /** In the order of its axes. */
  counts: GroupCounts[]
}

export interface CountedGroups {
  one: CountedGroup
  other: CountedGroup
  /** How many are in both. */
  overlap: number
}

/** Both groups, read once where they are of the same data. Nobody answered two versions, so nobody is in groups of two. */
export async function readGroups(
  ports: Pick<Ports, 'db' | 'keys'>,
  one: GroupQuery,
  other: GroupQuery,
): Promise<CountedGroups> {
  const [first, second] = [countingOf(one), countingOf(other)]
  let overlap = 0
  if (one.data.dataVersion === other.data.dataVersion) {
    const needed = new Set([...first.columns, ...second.columns])
    for await (const segment of readColumns(ports, one.data, [...needed])) {
      const [inFirst, inSecond] = [first.add(segment), second.add(segment)]
      for (let at = 0; at < segment.size; at++) overlap += (inFirst[at] ?? 0) & (inSecond[at] ?? 0)
    }
  } else {
    for await (const segment of readColumns(ports, one.data, first.columns)) first.add(segment)
    for await (const segment of readColumns(ports, other.data, second.columns)) second.add(segment)
  }
  return { one: first.counted(), other: second.counted(), overlap }
}

function countingOf({ axes, stored, matcher, weighing }: GroupQuery) {
  const people = sideCountingOf(axes, stored)
  const weighed = weighing && {
    weighing,
    byPlace: weightsByPlace(),
    weights: sideCountingOf(axes, stored),
    squares: sideCountingOf(axes, stored),
  }
  const select = selecting(matcher, stored)
  let size = 0
  return {
    columns: [...new Set([...matcher.columns, ...axes.flatMap(axisColumns), ...(weighing?.columns ?? [])])],
    add: (segment: SegmentColumns) => {
      const inBase = select(segment)
      people.add(segment, inBase)
      if (weighed !== null) {
        const by = weighed.byPlace(weighed.weighing.weigh(segment, inBase), segment.size)
        weighed.weights.add(segment, by.weights)
        weighed.squares.add(segment, by.squares)
      }
      for (const is of inBase) size += is
      return inBase
    },
    counted: (): CountedGroup => {
      if (weighed === null) return { size, counts: people.counts() }
      const [weights, squares] = [weighed.weights.counts(), weighed.squares.counts()]
      return { size, counts: people.counts().map((own, at) => weightedOf(own, weights[at], squares[at])) }
    },
  }
}

/** What was counted of people, of their weights, and of the squares of these, as one. */
function weightedOf(
  { base }: GroupCounts,
  weights: GroupCounts | undefined,
  squares: GroupCounts | undefined,
): GroupCounts {
  const worth = (weight = 0, square = 0) => (square === 0 ? 0 : weight ** 2 / square)
  return {
    base,
    effective: worth(weights?.base, squares?.base),
    shares: (weights?.shares ?? []).map((share, at) => ({
      count: share.count / unitsOfOne,
      base: share.base / unitsOfOne,
      effective: worth(share.base, squares?.shares[at]?.base),
    })),
    missing: (weights?.missing ?? []).map((count) => count / unitsOfOne),
  }
}
