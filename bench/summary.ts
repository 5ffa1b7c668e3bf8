/** What a load did, in figures. */
export interface Summary {
  count: number
  /** From the first request to the last answer. */
  seconds: number
  perSecond: number
  /** Milliseconds from sending to the whole answer. */
  p50: number
  p95: number
  p99: number
  /** How many answers had each status. */
  statuses: Record<string, number>
  /** Each one's milliseconds, in any order; only where they were asked for. */
  latencies?: number[]
}

/** @param latencies milliseconds, in any order */
export function summaryOf(latencies: number[], seconds: number, statuses: Record<string, number>): Summary {
  const sorted = [...latencies].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  const count = sorted.length
  return { count, seconds, perSecond: count / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), statuses }
}
