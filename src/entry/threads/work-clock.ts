/** How long a thread works on a job: from one thing that it says to the next, and in all. */

/** As often as this may a job work as long as it may without a word. */
const spans = 4

/**
 * A clock that runs while the thread works, and not while it waits for us.
 * @param ms how long it may work without a word; four times as long in all
 * @param late called once one of the two is over, with its length
 */
export function workClock(ms: number, late: (ms: number) => void): { start(): void; stop(): void } {
  let left = ms * spans
  let running: { timer: NodeJS.Timeout; since: number } | null = null
  const stop = () => {
    if (running === null) return
    clearTimeout(running.timer)
    left -= performance.now() - running.since
    running = null
  }
  return {
    start() {
      stop()
      const all = left < ms
      const timer = setTimeout(() => late(all ? ms * spans : ms), Math.max(0, all ? left : ms))
      running = { timer, since: performance.now() }
    },
    stop,
  }
}
