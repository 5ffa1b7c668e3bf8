/** Whether this process is behind: its event loop comes round late, or a queue of requests stands. */
import { noQueue } from './admission.ts'

export const tickMs = 20
/** Late for so long without a break is behind, and in time for so long is behind no more. */
const behindAfterMs = 300
const wellAfterMs = 2_000
/** A turn that comes so late is one of too many. */
const lateMs = 40
/** So many connections that wait to be taken on, and for so long, are behind sooner: each waits for a turn of its own. */
const manyWaiting = 4 * noQueue
const behindAfterWaitingMs = 100
/** Fewer late turns are somebody's long work, and no queue. */
const lateTurns = 4
/** Whether the loop has rested is looked at for so long, and it hardly has below this share of it. */
const restWindowMs = 500
const hardlyRested = 0.1

export interface Lateness {
  /** Called by a timer every `tickMs`, or as soon after that as the event loop comes round. */
  tick(): void
  /** Told how many requests are being answered, whenever that changes. */
  answering(count: number): void
  /** Told how many connections wait to be taken on, regularly. */
  waiting(count: number): void
  /** Told that somebody is turned away who would be let in otherwise. */
  refusing(): void
  isBehind(): boolean
}

/**
 * A queue shows in one of two ways. What waits for this thread is not seen before its turn, but makes turns long. What
 * waits for others (the database, or threads that compress and verify) is seen, as requests that are never fewer than a few.
 * Neither shows any more where all are refused who would wait, so that it stays behind for as long as some are refused and
 * its loop hardly rests: to let everybody in every two seconds would make the queue anew.
 * @param passed milliseconds that have passed since some moment, and never fewer than before
 * @param rested for how many of them the event loop had nothing to do
 */
export function watchLateness(passed: () => number, rested: () => number): Lateness {
  let tickedAt = passed()
  let inTimeAt = tickedAt
  let late = 0
  let queuedAt: number | null = null
  let manyAt: number | null = null
  let behindAt = Number.NEGATIVE_INFINITY
  const isBehind = () => passed() - behindAt < wellAfterMs
  let hasRefused = false
  let windowAt = tickedAt
  let restedBefore = rested()

  function lookAtRest(now: number): void {
    if (now - windowAt < restWindowMs) return
    if (hasRefused && rested() - restedBefore < hardlyRested * (now - windowAt)) behindAt = now
    hasRefused = false
    windowAt = now
    restedBefore = rested()
  }

  return {
    tick() {
      const now = passed()
      lookAtRest(now)
      const isLate = now - tickedAt - tickMs >= lateMs
      late = isLate ? late + 1 : 0
      if (!isLate) inTimeAt = now
      tickedAt = now
      if (late >= lateTurns && now - inTimeAt >= behindAfterMs) behindAt = now
    },
    answering(count) {
      const now = passed()
      if (count < noQueue) queuedAt = null
      else queuedAt ??= now
      if (queuedAt !== null && (now - queuedAt >= behindAfterMs || isBehind())) behindAt = now
    },
    waiting(count) {
      if (count < manyWaiting) manyAt = null
      else manyAt ??= passed()
      if (manyAt !== null && passed() - manyAt >= behindAfterWaitingMs) behindAt = passed()
    },
    refusing() {
      hasRefused = true
    },
    isBehind,
  }
}
