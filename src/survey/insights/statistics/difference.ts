/** Two shares against each other. */
import { type Interval, wilson } from './shares.ts'

/**
 * The interval of the difference between two shares of people of whom nobody is in both, from Wilson's intervals (Newcombe
 * 1998, method 10).
 * @returns both ends between -1 and 1; null where either base is empty
 */
export function differenceOf(
  one: { count: number; base: number },
  other: { count: number; base: number },
): (Interval & { difference: number }) | null {
  const [a, b] = [wilson(one.count, one.base), wilson(other.count, other.base)]
  if (a === null || b === null) return null
  const [p, q] = [one.count / one.base, other.count / other.base]
  const difference = p - q
  return {
    difference,
    low: difference - Math.hypot(p - a.low, b.high - q),
    high: difference + Math.hypot(a.high - p, q - b.low),
  }
}
