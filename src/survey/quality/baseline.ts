/** What is usual on a route in a language, learned from those who came first. Pure. */
import type { Baseline } from './pace.ts'
import type { Visit } from './visit.ts'

/** So many completes make a baseline. */
export const softLaunch = 30

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

/** The baseline of those who came first. Pages that were not on somebody's way, or do not count, are left out for them. */
export function baselineOf(first: readonly ReadonlyMap<string, Visit>[]): Baseline {
  const byPage = new Map<string, number[]>()
  const totals: number[] = []
  for (const visits of first) {
    let total = 0
    for (const [page, { ms, again, done, key }] of visits) {
      if (key === undefined) total += ms
      if (again === 0 && done === 1) byPage.set(page, [...(byPage.get(page) ?? []), ms])
    }
    totals.push(total)
  }
  const pages = [...byPage].map(([page, all]): [string, number] => [page, Math.round(median(all))])
  return { activeMs: Math.round(median(totals)), pages: Object.fromEntries(pages) }
}
