/** Of twins: whether both took the same time page by page, as a way through does that was recorded and is played again. Pure. */
import { longestMs, type Visit } from '../visit.ts'

/** Of fewer pages nothing is said. */
const fewestPages = 7
/** The standard deviation of the logarithms of the ratios of their times: people are two to three times as far apart. */
const mostApart = 0.25

/** What one page counts at the least, in milliseconds: what programs take. */
const leastMs = 100

/**
 * On how many pages two kept the same rhythm, one of them slower throughout maybe; 0 where they did not, where too few
 * pages count, and where both were at it at the same time: friends side by side turn pages together.
 */
export function sameRhythm(one: ReadonlyMap<string, Visit>, other: ReadonlyMap<string, Visit>): number {
  const [mine, theirs] = [countedOf(one), countedOf(other)]
  if (areAtOnce(mine, theirs)) return 0
  const apart = [...mine].flatMap(([page, { ms }]) => {
    const their = theirs.get(page)
    return their === undefined ? [] : [Math.log(Math.max(leastMs, ms) / Math.max(leastMs, their.ms))]
  })
  return apart.length >= fewestPages && deviationOf(apart) < mostApart ? apart.length : 0
}

/** The pages whose time is known: drawn once, empty, sent once, and not open for longer than is counted. */
const countedOf = (visits: ReadonlyMap<string, Visit>): ReadonlyMap<string, Visit> =>
  new Map(
    [...visits].filter(
      ([, { again, done, odd, ms }]) => again === 0 && done === 1 && odd === undefined && ms < longestMs,
    ),
  )

function areAtOnce(one: ReadonlyMap<string, Visit>, other: ReadonlyMap<string, Visit>): boolean {
  const [mine, theirs] = [spanOf(one), spanOf(other)]
  return mine.from < theirs.to && theirs.from < mine.to
}

function spanOf(visits: ReadonlyMap<string, Visit>): { from: number; to: number } {
  const all = [...visits.values()]
  return { from: Math.min(...all.map(({ at }) => at)), to: Math.max(...all.map(({ at, ms }) => at + ms)) }
}

function deviationOf(numbers: readonly number[]): number {
  const mean = numbers.reduce((sum, n) => sum + n, 0) / numbers.length
  return Math.sqrt(numbers.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (numbers.length - 1))
}
