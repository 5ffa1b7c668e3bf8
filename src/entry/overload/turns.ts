/** For how long one turn of the event loop has answered requests: whatever came meanwhile waits for the next one. */

/**
 * A turn takes on all that came since the turn before began. What is let in of it is worked at in that turn, so that its work
 * is what everybody waits for, those of the next turn as well.
 * @param passed milliseconds that have passed since some moment
 * @param atEnd calls back once this turn has gone through all that had come
 * @returns called for each request: the milliseconds since the first of this turn
 */
export function watchTurns(passed: () => number, atEnd: (over: () => void) => void): () => number {
  let beganAt: number | null = null
  const over = () => {
    beganAt = null
  }
  return () => {
    const now = passed()
    if (beganAt === null) {
      beganAt = now
      atEnd(over)
    }
    return now - beganAt
  }
}
