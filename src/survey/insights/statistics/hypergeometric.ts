/** Draws without replacement from two groups of people. */
import { logFactorial } from './gamma.ts'

/** How likely it is that `count` of `wanted` people, drawn from `here` and `elsewhere`, are from here (R: `dhyper`). */
export function likelihoodOf(count: number, here: number, elsewhere: number, wanted: number): number {
  return Math.exp(chosen(here, count) + chosen(elsewhere, wanted - count) - chosen(here + elsewhere, wanted))
}

/**
 * How many of `wanted` people who are drawn from `here` and `elsewhere` are from here: by inversion, outwards from what
 * is most likely, so that it takes about as many steps as the draw has spread.
 */
export function hypergeometric(here: number, elsewhere: number, wanted: number, random: () => number): number {
  const least = Math.max(0, wanted - elsewhere)
  const most = Math.min(here, wanted)
  if (least === most) return least
  const mode = Math.floor(((here + 1) * (wanted + 1)) / (here + elsewhere + 2))
  const middle = Math.min(most, Math.max(least, mode))
  const probability = likelihoodOf(middle, here, elsewhere, wanted)
  let rest = random() - probability
  let [low, high] = [middle, middle]
  let [below, above] = [probability, probability]
  while (rest > 0 && (low > least || high < most)) {
    if (high < most) {
      above *= ((here - high) * (wanted - high)) / ((high + 1) * (elsewhere - wanted + high + 1))
      high += 1
      rest -= above
      if (rest <= 0) return high
    }
    if (low > least) {
      below *= (low * (elsewhere - wanted + low)) / ((here - low + 1) * (wanted - low + 1))
      low -= 1
      rest -= below
      if (rest <= 0) return low
    }
  }
  return middle
}

/** The logarithm of the number of ways to choose `some` of `all`. */
function chosen(all: number, some: number): number {
  return logFactorial(all) - logFactorial(some) - logFactorial(all - some)
}
