/** Shares of people, and how sure they are. */

/** The normal quantile of 97.5 %: intervals here are of 95 %. */
const z95 = 1.959963984540054

export interface Interval {
  low: number
  high: number
}

/**
 * Wilson's interval of a share (E. B. Wilson 1927; R: `prop.test(count, base, correct = FALSE)`).
 * @param count how many of `base`; both are whole numbers of people
 * @returns both ends between 0 and 1; null without a base
 */
export function wilson(count: number, base: number): Interval | null {
  return base <= 0 ? null : wilsonOf(count / base, base)
}

/** The same of a share. @param base how many people it is of; of weighted ones how many they are worth, which is no whole number */
export function wilsonOf(share: number, base: number): Interval {
  const z2 = z95 * z95
  const middle = (share + z2 / (2 * base)) / (1 + z2 / base)
  const half = (z95 / (1 + z2 / base)) * Math.sqrt((share * (1 - share)) / base + z2 / (4 * base * base))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

export interface NetPromoterScore {
  detractors: number
  passives: number
  promoters: number
  /** Those who answered. */
  base: number
  /** -100 to 100; null when nobody answered. */
  score: number | null
  interval: Interval | null
}

/**
 * The net promoter score of those who answered 0 to 10, with an adjusted Wald interval: ¾, 1½ and ¾ are added to the three
 * groups, and the variance is (p + d - (p - d)²) / n (Rocks 2016).
 * @param counts how many gave each number, or their weights
 * @param effective how many people weighted ones are worth, on whom the interval hangs
 */
export function netPromoterScore(counts: ReadonlyMap<number, number>, effective?: number): NetPromoterScore {
  let [detractors, passives, promoters] = [0, 0, 0]
  for (const [given, count] of counts) {
    if (given <= 6) detractors += count
    else if (given <= 8) passives += count
    else promoters += count
  }
  const base = detractors + passives + promoters
  if (base === 0) return { detractors, passives, promoters, base, score: null, interval: null }
  const worth = effective ?? base
  const [scale, adjusted] = [worth / base, worth + 3]
  const [p, d] = [(promoters * scale + 0.75) / adjusted, (detractors * scale + 0.75) / adjusted]
  const half = z95 * Math.sqrt((p + d - (p - d) ** 2) / adjusted)
  return {
    detractors,
    passives,
    promoters,
    base,
    score: (100 * (promoters - detractors)) / base,
    interval: { low: Math.max(-100, 100 * (p - d - half)), high: Math.min(100, 100 * (p - d + half)) },
  }
}
