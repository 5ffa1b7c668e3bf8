/** Work of a server beside its requests. All of it ends before the server lets go of what it works with. */
import { trackRunning } from '../../platform/db/running.ts'

/** So long is waited at the end for what was begun, in milliseconds: beside the grace of requests it stays below 15 s. */
const patienceMs = 4_000
/** Between two turns of work of which more is left, in milliseconds. */
const breathMs = 1_000

export interface Background {
  /** Does the work, and has the end wait for it. */
  track<T>(work: () => Promise<T>): Promise<T>
  /**
   * Does the work again and again, one after the other, and no more once the process is about to end; a second after it
   * ended where it says that more is left.
   */
  repeat(times: { firstMs: number; everyMs: number }, work: () => Promise<unknown>): void
  isStopping(): boolean
  /** From now on nothing begins by itself. */
  stop(): void
  /** Waits for what was begun, so many milliseconds at most, four seconds unless told. @returns whether all of it ended */
  end(milliseconds?: number): Promise<boolean>
}

/** What runs beside requests: work that is waited for and timers that end when the server stops. */
export function openBackground(): Background {
  const running = trackRunning('The server has stopped.')
  const timers: NodeJS.Timeout[] = []
  let isStopping = false
  return {
    track: running.track,
    repeat({ firstMs, everyMs }, work) {
      let isAtIt = false
      const turn = () => {
        if (isAtIt || isStopping) return
        isAtIt = true
        void running
          .track(work)
          .then((isMore) => {
            if (isMore === true) setTimeout(turn, breathMs).unref()
          })
          .finally(() => {
            isAtIt = false
          })
      }
      if (firstMs < everyMs) timers.push(setTimeout(turn, firstMs).unref())
      timers.push(setInterval(turn, everyMs))
    },
    isStopping: () => isStopping,
    stop() {
      isStopping = true
      for (const timer of timers) clearInterval(timer)
    },
    end: (milliseconds = patienceMs) => running.finish(milliseconds),
  }
}
