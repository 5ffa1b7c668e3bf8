/** How many hostile requests a run sends: a fixed number in the check, or as many as the minutes of `npm run fuzz` take. */
import { collectNow } from '../support/run/collect-garbage.ts'

/** What a long run is asked for: how long it goes on, and the number that it begins at. */
export const minutes = Number(process.env.FUZZ_MINUTES ?? 0)
const first = Number(process.env.FUZZ_FROM ?? 0)

export interface Requests {
  from: number
  /** Whether request number `n` is still sent. */
  goesOn(n: number): boolean
}

/** The first `count` requests, the same each time; in a long run those that its share of the time is enough for. */
export function requestsOf(count: number): Requests {
  if (minutes === 0) return { from: 0, goesOn: (n) => n < count }
  let until: number | undefined
  return {
    from: first,
    goesOn() {
      until ??= performance.now() + minutes * 60_000
      return performance.now() < until
    },
  }
}

/** Bytes that are still held when all that is not needed has been let go. */
export function bytesHeld(): number {
  collectNow()
  return process.memoryUsage().heapUsed
}
