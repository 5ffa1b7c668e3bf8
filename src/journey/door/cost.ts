/** What a start costs: a table, and nothing else. It slows many down and judges nobody. */
import type { Most, Ring, StartCounts } from '../../platform/network/starts.ts'

/** How much wider than a connection a ring is before its starts cost as much. */
const widths: Most = { connection: 1, block: 4, study: 20 }

/**
 * From how many starts in the last hour on, as a multiple of those that are free, which work is asked for: the most keys
 * to try, half of which it takes on average. docs/decisions has what that means on a phone.
 */
const steps = [
  { from: 1, mostKeys: 1_000 },
  { from: 3, mostKeys: 2_500 },
  { from: 10, mostKeys: 5_000 },
] as const

/** How many of each ring start in an hour without any work. */
export function freeStarts(startsWithoutWork: number): Most {
  const of = (ring: keyof Most) => startsWithoutWork * widths[ring]
  return { connection: of('connection'), block: of('block'), study: of('study') }
}

/**
 * Which rings those wait in together who cannot work: the one that is fullest for its width, since otherwise whoever has
 * many connections would wait in each of them at once.
 * @returns in the order in which a place is asked for: whom a study's queue has no place for waits nearer by, so that
 *   nobody's flood shuts a campus out
 */
export function queueRings(counts: StartCounts, startsWithoutWork: number): readonly Ring[] {
  const free = freeStarts(startsWithoutWork)
  const [connection, block] = [counts.connection / free.connection, counts.block / free.block]
  const study = counts.study / free.study
  const near = block >= 1 && block > connection ? 'block' : 'connection'
  return study >= 1 && study > Math.max(connection, block) ? ['study', near] : [near]
}

/** The most keys that the next start has to try; 0 when it is free. The ring that is fullest for its width decides. */
export function workFor(counts: StartCounts, startsWithoutWork: number): number {
  const free = freeStarts(startsWithoutWork)
  const fullest = Math.max(counts.connection / free.connection, counts.block / free.block, counts.study / free.study)
  return steps.findLast(({ from }) => fullest >= from)?.mostKeys ?? 0
}
