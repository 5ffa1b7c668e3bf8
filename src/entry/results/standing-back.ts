/**
 * Work that pauses while something is being answered that comes first: a page, of which somebody waits for the whole; any, where
 * nobody waits for the work, and two files at once would take twice the memory.
 */

/**
 * Nothing is being answered yet.
 * @param nowMs a clock that only goes on, in milliseconds
 */
export function standingBack(nowMs: () => number) {
  let open = 0
  let stoodMs = 0
  const waiting = new Set<() => void>()
  const freeWithin = (ms: number) =>
    new Promise<void>((resolve) => {
      const late = ms === Number.POSITIVE_INFINITY ? undefined : setTimeout(goOn, ms)
      function goOn() {
        clearTimeout(late)
        waiting.delete(goOn)
        resolve()
      }
      waiting.add(goOn)
    })
  return {
    /** Something is being answered from now on. @returns ends that; called once */
    begin(): () => void {
      open += 1
      return () => {
        open -= 1
        if (open === 0) for (const goOn of [...waiting]) goOn()
      }
    },
    /**
     * Resolves once nothing is being answered, which may be at once.
     * @param mostMs or after so long
     */
    async untilFree(mostMs = Number.POSITIVE_INFINITY): Promise<void> {
      if (open === 0) return
      const since = nowMs()
      const left = () => mostMs - (nowMs() - since)
      while (open > 0 && left() > 0) await freeWithin(left())
      stoodMs += nowMs() - since
    },
    /** For how long somebody has stood back so far, in milliseconds: one after the other, not side by side. */
    stoodMs: () => stoodMs,
  }
}
