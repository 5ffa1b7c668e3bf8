/** People who are counted, with their weights. Pure. */
import { unitsOfOne } from '../weights/rake.ts'

/** How many people, the sum of their weights, and that of the squares of these. Without weights, everybody's is 1. */
export interface Mass {
  people: number
  weight: number
  squares: number
}

export const nobody: Mass = { people: 0, weight: 0, squares: 0 }

/** All together. */
export const sumOfMasses = (all: Iterable<Mass>): Mass =>
  [...all].reduce(
    (a, b) => ({ people: a.people + b.people, weight: a.weight + b.weight, squares: a.squares + b.squares }),
    nobody,
  )

/** (Σw)² / Σw²: as sure as so many people without weights (Kish 1965). */
export function effectiveOf({ weight, squares }: Mass): number {
  return squares === 0 ? 0 : weight ** 2 / squares
}

/** The same counted in people, in units of weight, and in the squares of these; without weights in people alone. */
export interface Measured<Of> {
  people: Of
  weighed: { weights: Of; squares: Of } | null
}

/** What `count` makes of each. */
export function measured<Of, Into>({ people, weighed }: Measured<Of>, count: (of: Of) => Into): Measured<Into> {
  return {
    people: count(people),
    weighed: weighed && { weights: count(weighed.weights), squares: count(weighed.squares) },
  }
}

/** One of the numbers that were counted, with its weights. */
export function massOf<Of>({ people, weighed }: Measured<Of>, numberIn: (of: Of) => number): Mass {
  const count = numberIn(people)
  if (weighed === null) return { people: count, weight: count, squares: count }
  return {
    people: count,
    weight: numberIn(weighed.weights) / unitsOfOne,
    squares: numberIn(weighed.squares) / unitsOfOne ** 2,
  }
}

/** Numbers by what was counted, each with its weights. */
export function massesOf<Key>(counts: Measured<ReadonlyMap<Key, number>>): Map<Key, Mass> {
  return new Map([...counts.people.keys()].map((key) => [key, massOf(counts, (of) => of.get(key) ?? 0)]))
}
