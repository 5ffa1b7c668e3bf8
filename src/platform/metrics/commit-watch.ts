/** What an adapter says of the time that writes take. Without somebody who watches, no time is taken. */

/** One commit to the disk. */
export interface Flush {
  /** How many calls of `together` it made durable. */
  calls: number
  /** Milliseconds, as `performance.now()` gives them. */
  beganAt: number
  endedAt: number
}

export interface CommitWatch {
  flushed(flush: Flush): void
  /** A call begins to wait. What comes back, if anything, is told of the flush that ended it; null where it failed. */
  waits?(): ((flush: Flush | null) => void) | undefined
}
