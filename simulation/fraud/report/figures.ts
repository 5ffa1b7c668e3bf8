/** What the simulation's figures are: how often who is held, and how sure that is. */

/** How many of how many. */
export interface Count {
  held: number
  of: number
}

export interface Interval {
  low: number
  high: number
}

const z = 1.959_963_985

/** Wilson's interval of a share at 95 %; from 0 to 1 when there is nobody. */
export function wilson({ held, of }: Count): Interval {
  if (of === 0) return { low: 0, high: 1 }
  const share = held / of
  const middle = share + (z * z) / (2 * of)
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const whole = 1 + (z * z) / of
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) }
}

export const shareOf = ({ held, of }: Count): number => (of === 0 ? 0 : held / of)

/**
 * Of those who are held, the share that is fraud, where this share of all responses is.
 * @param recall of fraud, the share that is held
 * @param falseAlarms of honest people, the share that is held
 */
export function precision(fraud: number, recall: number, falseAlarms: number): number {
  const right = fraud * recall
  const wrong = (1 - fraud) * falseAlarms
  return right + wrong === 0 ? 0 : right / (right + wrong)
}

/**
 * Whether those of a kind are held no more often than honest people are, as far as this many of them can show: the two
 * intervals meet, and not one in ten is held.
 */
export function isLikeHonest(kind: Count, honest: Count): boolean {
  return wilson(kind).low <= wilson(honest).high && shareOf(kind) < 0.1
}

/** The middle of what there is; 0 of nothing. */
export function middleOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
