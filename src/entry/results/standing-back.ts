/** Background work pauses while a request is being answered: two files at once take twice the memory. */

/**
 * Nothing is being answered yet.
 * @param nowMs a clock that only goes on, in milliseconds
 */
export function standingBack(nowMs: () => number) {
  let open = 0
  let stoodMs = 0
  const waiting: (() => void)[] = []
  return {
    /** Something is being answered from now on. @returns ends that; called once */
    begin(): () => void {
      open += 1
      return () => {
        open -= 1
        if (open === 0) for (const goOn of waiting.splice(0)) goOn()
      }
    },
    /** Resolves once nothing is being answered, which may be at once. */
    async untilFree(): Promise<void> {
      if (open === 0) return
      const since = nowMs()
      while (open > 0) await new Promise<void>((resolve) => waiting.push(resolve))
      stoodMs += nowMs() - since
    },
    /** For how long somebody has stood back so far, in milliseconds: one after the other, not side by side. */
    stoodMs: () => stoodMs,
  }
}
