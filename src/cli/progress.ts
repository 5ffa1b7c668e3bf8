/** Tells someone who waits how far a command has come. */
export interface ProgressLine {
  /** So many are done. */
  at(done: number): void
  end(): void
}

interface Terminal {
  isTTY?: boolean
  write(text: string): unknown
}

/**
 * A bar that redraws itself on a terminal; elsewhere a plain line at each tenth of the way.
 * @param milliseconds a clock that only goes forward
 */
export function progressOf(
  what: string,
  total: number,
  out: Terminal = process.stderr,
  milliseconds: () => number = () => performance.now(),
): ProgressLine {
  const began = milliseconds()
  let drawn = Number.NEGATIVE_INFINITY
  let tenths = 0
  const line = (done: number) => {
    const seconds = (milliseconds() - began) / 1000
    const left = done === 0 ? '' : `, ${Math.ceil((seconds / done) * (total - done))} s left`
    return `${what} ${done} of ${total}${done < total ? left : ` in ${seconds.toFixed(1)} s`}`
  }
  const bar = (done: number) => {
    const filled = total === 0 ? 30 : Math.floor((done / total) * 30)
    return `\r[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${line(done)}\x1b[K`
  }
  return {
    at(done) {
      if (out.isTTY === true) {
        const now = milliseconds()
        if (done < total && now - drawn < 100) return
        drawn = now
        out.write(bar(done))
      } else if (Math.floor((done / total) * 10) > tenths) {
        tenths = Math.floor((done / total) * 10)
        out.write(`${line(done)}\n`)
      }
    },
    end() {
      if (out.isTTY === true) out.write('\n')
    },
  }
}
