/** How lengths of time, shares and choices are drawn for people. */
import { pickerOf, weighted } from '../../demo/seeded.ts'

export interface Draws {
  /** A whole number from 0 to n - 1. */
  pick(n: number): number
  /** From 0 up to 1. */
  share(): number
  happens(probability: number): boolean
  /** Around 0, with a standard deviation of 1. */
  normal(): number
  /** Around a median, with this deviation of its logarithm: how long people take for a thing. */
  lognormal(median: number, sigma: number): number
  /** One of the things, each as likely as its weight says. */
  weighted<Name extends string | number>(weights: readonly (readonly [Name, number])[]): Name
  oneOf<Thing>(things: readonly Thing[]): Thing
}

const fine = 2 ** 31

/** Always the same for the same text. */
export function drawsOf(seed: string): Draws {
  const pick = pickerOf(seed)
  const share = () => pick(fine) / fine
  const normal = () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share())
  return {
    pick,
    share,
    happens: (probability) => share() < probability,
    normal,
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    weighted: (weights) =>
      // In thousandths, for the picker draws whole numbers.
      weighted(
        weights.map(([name, weight]) => [name, Math.round(weight * 1000)] as const),
        pick,
      ),
    oneOf(things) {
      const thing = things[pick(things.length)]
      if (thing === undefined) throw new RangeError('There is nothing to draw from.')
      return thing
    },
  }
}
