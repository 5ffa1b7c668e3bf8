/** How fast requests are answered while there are any: what few people ask says nothing of how many could be answered. */
const tenthMs = 100
const tenths = 10
/** Of less work than this nothing is told. */
const leastBusyMs = 50

export interface Pace {
  /** Told whenever there begins or ceases to be a request to answer. */
  isAtIt(now: boolean): void
  /** One was answered. */
  one(): void
  /** Of the last second; where it had too little work or ended none, of the last that did. Infinite before the first. */
  perSecond(): number
}

/** @param passed milliseconds that have passed since some moment, and never fewer than before */
export function pace(passed: () => number): Pace {
  const answered = new Array<number>(tenths).fill(0)
  const busyMs = new Array<number>(tenths).fill(0)
  let tenth = Math.floor(passed() / tenthMs)
  let countedTo = passed()
  let atIt = false
  let known = Number.POSITIVE_INFINITY

  function turn(): void {
    const now = passed()
    const last = Math.floor(now / tenthMs)
    // What is older than a second is forgotten at once.
    if (last - tenth > tenths) tenth = last - tenths
    countedTo = Math.max(countedTo, tenth * tenthMs)
    for (;;) {
      const until = Math.min(now, (tenth + 1) * tenthMs)
      if (atIt) busyMs[tenth % tenths] = (busyMs[tenth % tenths] ?? 0) + Math.max(0, until - countedTo)
      countedTo = until
      if (tenth >= last) return
      tenth += 1
      answered[tenth % tenths] = 0
      busyMs[tenth % tenths] = 0
    }
  }

  return {
    isAtIt(now) {
      turn()
      atIt = now
    },
    one() {
      turn()
      answered[tenth % tenths] = (answered[tenth % tenths] ?? 0) + 1
    },
    perSecond() {
      turn()
      const busy = busyMs.reduce((sum, ms) => sum + ms, 0)
      const count = answered.reduce((sum, n) => sum + n, 0)
      if (busy >= leastBusyMs && count > 0) known = (count * 1000) / busy
      return known
    },
  }
}
