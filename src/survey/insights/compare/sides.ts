/** Two groups of people beside each other, question by question. Pure. */
import type { Axis } from '../axes/axis.ts'
import { type Reading, readingOf, type Slots } from '../axes/places.ts'
import type { Decoder } from '../decoder.ts'

/** What was counted of one question in one group. */
export interface Counted {
  /** Those who gave an answer. */
  base: number
  /** By category: how many, and of how many (those who were offered it, where people pick several). */
  shares: { count: number; base: number }[]
  /** By what stands beside. */
  missing: number[]
}

export interface SideCounting {
  add(segment: Slots, inBase: Uint8Array): void
  counts(): Counted[]
}

/** Counts every side of `axes` at once. @param size how many responses a segment has at most */
export function sideCountingOf(axes: readonly Axis[], decoder: Decoder, size: number): SideCounting {
  const sides = axes.map((axis) => {
    const reading = readingOf(axis, decoder, size)
    return {
      reading,
      places: new Float64Array(reading.size),
      states: reading.states.map(() => new Float64Array(3)),
    }
  })
  return {
    add: (segment, inBase) => {
      for (const { reading, places, states } of sides) {
        reading.read(segment)
        tally(reading.places, places, segment.size, inBase)
        reading.states.forEach((state, option) => {
          const into = states[option]
          if (into !== undefined) tally(state, into, segment.size, inBase)
        })
      }
    },
    counts: () => sides.map(({ reading, places, states }) => countedOf(reading, places, states)),
  }
}

function tally(found: ArrayLike<number>, into: Float64Array, n: number, inBase: Uint8Array): void {
  for (let at = 0; at < n; at++) {
    if (inBase[at] === 0) continue
    const place = found[at] ?? 0
    into[place] = (into[place] ?? 0) + 1
  }
}

function countedOf({ inside }: Reading, places: Float64Array, states: readonly Float64Array[]): Counted {
  const answered = [...places.subarray(0, inside)]
  const base = answered.reduce((sum, count) => sum + count, 0)
  const missing = [...places.subarray(inside)]
  if (states.length === 0) return { base, missing, shares: answered.map((count) => ({ count, base })) }
  const shares = states.map(([, offered = 0, picked = 0]) => ({ count: picked, base: offered + picked }))
  return { base, missing, shares }
}
