/** Check 9: when responses end. Of a network it is a flag; of a study, which is nobody, an alarm. */
import { type Flag, flag } from './flag.ts'

/** So many that end within an hour on one network are many; a campus has them, too, so that it never holds with pace. */
const manyOfNetwork = 5
/** More are not counted: of a large campus each would count all before it. */
export const mostOfNetwork = 500

/** 9a. @param count how many ended on the same network within the hour up to this one's end, itself among them; of more than `mostOfNetwork`, one more */
export function ofNetwork(count: number): Flag[] {
  return count >= manyOfNetwork ? [flag('many_from_one_network', { count })] : []
}

export interface CadenceAlarm {
  kind: 'burst' | 'regular'
  facts: Readonly<Record<string, number>>
}

/** What 9b calls many whatever is usual. */
const leastBurst = 10
const gapsLookedAt = 10
const regularBelow = 0.25

/**
 * 9b: more ends in ten minutes than chance brings in a thousand such times, at the median rate of the day before.
 * @param lately how many ended in the last ten minutes
 * @param usual the median count of the ten-minute spans of the day before
 */
export function burst(lately: number, usual: number): CadenceAlarm | null {
  const limit = Math.max(leastBurst, poissonQuantile(usual, 0.999))
  return lately > limit ? { kind: 'burst', facts: { count: lately, limit } } : null
}

/** The smallest number that a Poisson count of this mean exceeds with at most `1 - share`. */
export function poissonQuantile(mean: number, share: number): number {
  // Far out the normal curve is as good, and the terms would vanish.
  if (mean > 500) return Math.ceil(mean + 3.1 * Math.sqrt(mean))
  let term = Math.exp(-mean)
  let sum = term
  let count = 0
  while (sum < share && count < 2_000) {
    count += 1
    term *= mean / count
    sum += term
  }
  return count
}

/** 9c: the last ends come as by a clock. @param ends times in milliseconds, in order */
export function regular(ends: readonly number[]): CadenceAlarm | null {
  const last = ends.slice(-(gapsLookedAt + 1))
  if (last.length < gapsLookedAt + 1) return null
  const gaps = last.slice(1).map((end, at) => end - (last[at] ?? end))
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  if (mean <= 0) return null
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length
  const variation = Math.sqrt(variance) / mean
  if (variation >= regularBelow) return null
  return { kind: 'regular', facts: { gap: Math.round(mean / 1000), variation: Math.round(variation * 100) / 100 } }
}
