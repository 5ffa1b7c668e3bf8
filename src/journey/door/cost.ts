/** What a start costs: a table, and nothing else. It slows many down and judges nobody. */
import type { Counts, Most } from '../../platform/network/starts.ts'

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

/** The rings that have a queue. */
export type QueueRing = Exclude<keyof Most, 'study'>

/**
 * Which ring those wait in together who cannot work: the connection, or the block around it where that is the fuller one,
 * since otherwise whoever has many connections would wait in each of them at once.
 */
export function queueRing(counts: Counts, startsWithoutWork: number): QueueRing {
  const free = freeStarts(startsWithoutWork)
  const [connection, block] = [counts.connection / free.connection, counts.block / free.block]
  return block >= 1 && block > connection ? 'block' : 'connection'
}

/** The most keys that the next start has to try; 0 when it is free. The ring that is fullest for its width decides. */
export function workFor(counts: Counts, startsWithoutWork: number): number {
  const free = freeStarts(startsWithoutWork)
  const fullest = Math.max(counts.connection / free.connection, counts.block / free.block, counts.study / free.study)
  return steps.findLast(({ from }) => fullest >= from)?.mostKeys ?? 0
}
