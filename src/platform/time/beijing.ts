/** Times as clocks in Beijing show them: there is one zone and no summer time. */

/** `2026-02-14 09:00:00`. */
export function beijingTime(iso: string): string {
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

/** The day, such as `2026-02-14`. */
export function beijingDay(iso: string): string {
  return beijingTime(iso).slice(0, 10)
}
