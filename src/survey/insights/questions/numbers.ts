/** Numbers, years and days: where they lie, and how they are spread. A day is counted in days since 1970. Pure. */
import { dayMs } from '../../../platform/time/zone.ts'
import { quantileOfCounts } from '../statistics/quantiles.ts'
import { sumOfMasses } from './mass.ts'
import type { ValueCounts } from './tally.ts'

/** A bar of the histogram: the numbers from `from` to `to`, both included. */
export interface Bin {
  from: number
  to: number
  /** Of weighted people their weights. */
  count: number
}

/** The quantiles that are told; the ends are the least and the most. */
export const quantilesShown = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] as const

export interface Numbers {
  n: number
  mean: number | null
  /** In the order of `told`; null of nobody. */
  quantiles: readonly (number | null)[]
  bins: readonly Bin[]
}

const mostBins = 15

/** @param counted without those who left it blank */
export function numbersOf(counted: ValueCounts, isDay: boolean): Numbers {
  const given = [...counted].flatMap(([value, mass]) => {
    if (isDay) return typeof value === 'string' ? [{ value: Date.parse(value) / dayMs, mass }] : []
    return typeof value === 'number' ? [{ value, mass }] : []
  })
  const { people, weight } = sumOfMasses(given.map(({ mass }) => mass))
  const pairs = given.map(({ value, mass }): [number, number] => [value, mass.weight]).sort(([a], [b]) => a - b)
  const scaled = pairs.map(([value, count]): [number, number] => [value, (count * people) / weight])
  const total = pairs.reduce((sum, [value, count]) => sum + value * count, 0)
  // Whoever counts less than 1 may be the least or the most all the same.
  const ends = new Map([
    [0, pairs[0]?.[0]],
    [1, pairs.at(-1)?.[0]],
  ])
  return {
    n: people,
    mean: people === 0 ? null : total / weight,
    quantiles: quantilesShown.map((share) => ends.get(share) ?? quantileOfCounts(scaled, share)),
    bins: binsOf(pairs),
  }
}

function binsOf(pairs: readonly (readonly [number, number])[]): Bin[] {
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (first === undefined || last === undefined) return []
  const width = binWidth(last[0] - first[0] + 1)
  const begin = Math.floor(first[0] / width) * width
  const bins = Array.from({ length: Math.floor((last[0] - begin) / width) + 1 }, (_, at): Bin => {
    const from = begin + at * width
    return { from, to: from + width - 1, count: 0 }
  })
  for (const [value, count] of pairs) {
    const bin = bins[Math.floor((value - begin) / width)]
    if (bin) bin.count += count
  }
  return bins
}

/** 1, 2, 5, 10, 20 and so on: the first with which there are few enough bars. */
function binWidth(range: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (range / (step * power) <= mostBins) return step * power
  }
}
