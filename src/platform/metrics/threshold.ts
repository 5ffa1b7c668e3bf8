/** When staff are told that something of a fixed size is nearly used up: a budget, a quota. */
export const thresholds = [80, 95] as const
export type Threshold = (typeof thresholds)[number]

/** The highest threshold, in percent, that so much of the whole has reached; null for none, and of nothing. */
export function thresholdOf(used: number, whole: number): Threshold | null {
  if (whole <= 0) return null
  const reached = thresholds.filter((percent) => BigInt(used) * 100n >= BigInt(whole) * BigInt(percent))
  return reached.at(-1) ?? null
}

/** How much of the whole is used, in whole percent, never rounded up. */
export function percentOf(used: number, whole: number): number {
  return whole <= 0 ? 0 : Number((BigInt(used) * 100n) / BigInt(whole))
}
