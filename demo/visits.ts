/** When people come: quiet before dawn, most in the evening. */

/** How many of a day's visitors come in each hour, in China's time. */
const byHour = [3, 2, 1, 1, 1, 1, 2, 4, 6, 7, 8, 8, 10, 9, 7, 7, 8, 8, 9, 11, 13, 14, 11, 6]
const hourMs = 3_600_000
const chinaAheadHours = 8

/**
 * Spreads visits over a span of time.
 * @param from milliseconds since 1970
 * @param to milliseconds since 1970
 * @returns the time of the visit that has this share (0 to 1) of all visits before it
 */
export function visits(from: number, to: number): (share: number) => number {
  const starts: number[] = []
  const before: number[] = []
  let whole = 0
  for (let at = from; at < to; at += hourMs) {
    starts.push(at)
    before.push(whole)
    whole += byHour[(Math.floor(at / hourMs) + chinaAheadHours) % 24] ?? 0
  }
  before.push(whole)
  return (share) => {
    const target = share * whole
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((before[middle] ?? 0) <= target) low = middle
      else high = middle - 1
    }
    const weight = (before[low + 1] ?? 0) - (before[low] ?? 0)
    const within = weight === 0 ? 0 : (target - (before[low] ?? 0)) / weight
    return Math.min(to, Math.floor((starts[low] ?? from) + within * hourMs))
  }
}
