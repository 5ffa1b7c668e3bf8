/** What nobody waits for stands back while something is being answered: two files at once take twice the memory. */

/** Nothing is being answered yet. */
export function standingBack() {
  let open = 0
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
      while (open > 0) await new Promise<void>((resolve) => waiting.push(resolve))
    },
  }
}
