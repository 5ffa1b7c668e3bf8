/** Keeps count of work under way, so that what it works with is closed only once it has ended. */
import { setTimeout as wait } from 'node:timers/promises'

export interface Running {
  /** Does the work and keeps count of it. @throws Error once nothing more is taken */
  track<T>(work: () => Promise<T>): Promise<T>
  /** Takes nothing more. @returns whether all of it was done in so many milliseconds */
  finish(milliseconds: number): Promise<boolean>
}

/** Counts from now on; nothing runs yet. @param over what whoever comes once nothing more is taken is told */
export function trackRunning(over: string): Running {
  const running = new Set<Promise<unknown>>()
  let closed = false
  return {
    track(work) {
      if (closed) return Promise.reject(new Error(over))
      const promise = work().finally(() => running.delete(promise))
      running.add(promise)
      return promise
    },

    async finish(milliseconds) {
      closed = true
      await within(milliseconds, allSettled(running))
      return running.size === 0
    },
  }
}

/** When none is left in the set, those included that are added meanwhile. */
async function allSettled(running: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running)
}

/** When the promise is fulfilled, or the time is up. */
async function within(milliseconds: number, promise: Promise<void>): Promise<void> {
  const over = new AbortController()
  const timer = wait(milliseconds, undefined, { signal: over.signal }).catch(() => undefined)
  await Promise.race([promise, timer])
  over.abort()
}
