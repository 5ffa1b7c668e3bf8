/**
 * Cell-key perturbation (Fraser and Wooton, 2005; Marley and Leaver, 2011; as in the TableBuilder of the Australian Bureau
 * of Statistics): a count is changed by a little that depends on the people counted and on nothing else, so that asking
 * again, or in another way, gives the same figure and nothing to average. Pure.
 */

/** The standard deviation that changes of counts have, but for small ones, whose changes are bounded by what they may become. */
const spread = 2.5
/** No count is changed by more. */
export const mostChanged = 7
/** A count that is shown and not zero is this at least: who is alone, or two, cannot be seen to be. */
export const fewestShown = 3

/** From this count on every change is possible, and all have the same odds. */
const large = fewestShown + mostChanged

/** A change, and the odds of it or any before it. */
type Odds = readonly { change: number; upTo: number }[]

/** The fixed table, by count; the last line stands for every larger count. None changes a count on average. */
const table: readonly Odds[] = Array.from({ length: large + 1 }, (_, count) => oddsFor(count))

/**
 * Of all distributions over the possible changes with mean zero, the one with the largest entropy for its variance: its
 * weights are exp(a·d − d²/2s²), with the `a` that makes the mean zero.
 */
function oddsFor(count: number): Odds {
  const changes = Array.from({ length: 2 * mostChanged + 1 }, (_, at) => at - mostChanged).filter(
    (change) => count + change === 0 || count + change >= fewestShown,
  )
  const weightsAt = (tilt: number) => changes.map((change) => Math.exp(tilt * change - change ** 2 / (2 * spread ** 2)))
  const meanAt = (tilt: number) => {
    const weights = weightsAt(tilt)
    return total(weights.map((weight, at) => weight * (changes[at] ?? 0))) / total(weights)
  }
  let [low, high] = [-8, 8]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (meanAt(middle) < 0) low = middle
    else high = middle
  }
  const weights = weightsAt(low)
  const all = total(weights)
  let upTo = 0
  return changes.map((change, at) => {
    upTo += (weights[at] ?? 0) / all
    return { change, upTo }
  })
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Those who are counted in a cell: how many, and the sum of their record keys. */
export interface CountedCell {
  count: number
  keys: number
}

/** The figure that is shown of a cell; zero stays zero. */
export function perturbed({ count, keys }: CountedCell): number {
  if (count === 0) return 0
  const odds = table[Math.min(count, large)] ?? []
  const drawn = scrambled(keys) / 2 ** 32
  const change = odds.find(({ upTo }) => drawn < upTo)?.change ?? odds.at(-1)?.change ?? 0
  return count + change
}

/** 32 bits of which each depends on all of a whole number (the finish of MurmurHash3, over both halves). */
function scrambled(number: number): number {
  return mixed(mixed(Math.floor(number / 2 ** 32) >>> 0) ^ ((number % 2 ** 32) >>> 0))
}

function mixed(bits: number): number {
  let it = (bits + 0x9e3779b9) | 0
  it = Math.imul(it ^ (it >>> 16), 0x85ebca6b)
  it = Math.imul(it ^ (it >>> 13), 0xc2b2ae35)
  return (it ^ (it >>> 16)) >>> 0
}
