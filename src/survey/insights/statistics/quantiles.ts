/** Where the middle of numbers lies. */

/**
 * A quantile of type 7 (Hyndman and Fan 1996; R: `quantile(values, share)`).
 * @param sorted numbers in ascending order
 * @param share between 0 and 1
 * @returns null of nothing
 */
export function quantile(sorted: readonly number[], share: number): number | null {
  const [low, high, part] = around(sorted.length, share)
  return sorted.length === 0 ? null : between(sorted[low] ?? 0, sorted[high] ?? 0, part)
}

/**
 * The same of numbers that were counted: pairs of a number and how often it is there, in ascending order. Counts may be weights
 * that add up to the number of people (R: `Hmisc::wtd.quantile(values, weights, normwt = TRUE)`).
 */
export function quantileOfCounts(
  counts: readonly (readonly [value: number, count: number])[],
  share: number,
): number | null {
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  if (total === 0) return null
  const [low, high, part] = around(total, share)
  return between(nth(counts, low), nth(counts, high), part)
}

function around(length: number, share: number): [low: number, high: number, part: number] {
  const at = Math.max(0, length - 1) * share
  const low = Math.floor(at)
  return [low, Math.min(low + 1, Math.max(0, length - 1)), at - low]
}

function between(low: number, high: number, part: number): number {
  return low + part * (high - low)
}

function nth(counts: readonly (readonly [number, number])[], at: number): number {
  let passed = 0
  for (const [value, count] of counts) {
    passed += count
    // Sums of weights are off by a hair.
    if (passed >= at + 1 - 1e-9) return value
  }
  return counts.at(-1)?.[0] ?? 0
}

export interface Band {
  /** Where it begins; the first may be open below. */
  from: number
  /** Where the next begins; null for the top band, which is open. */
  to: number | null
  count: number
}

/** `atLeast`: the middle lies in the top band, whose end nobody knows. */
export type GroupedMedian = { value: number; atLeast: boolean }

/** The median of numbers that were asked in bands, interpolated within the band in which it lies; null of nothing. */
export function groupedMedian(bands: readonly Band[]): GroupedMedian | null {
  const total = bands.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  let below = 0
  for (const { from, to, count } of bands) {
    if (count > 0 && below + count >= total / 2) {
      if (to === null) return { value: from, atLeast: true }
      return { value: from + ((total / 2 - below) / count) * (to - from), atLeast: false }
    }
    below += count
  }
  return null
}

/**
 * What a rank question comes to: three points for a first place, two for a second, one for a third, none for those not named,
 * over all who saw it.
 * @param places how often an option came first, second, third
 * @param base how many saw the question
 */
export function rankScore(places: readonly number[], base: number): number | null {
  if (base === 0) return null
  return places.slice(0, 3).reduce((sum, count, at) => sum + count * (3 - at), 0) / base
}
