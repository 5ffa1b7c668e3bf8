/** Everything that is left to chance in a simulation comes from its seed. */

import { pickerOf } from '../demo/seeded.ts'
import { base32Alphabet } from '../src/platform/crypto/base32.ts'
import { timePart } from '../src/platform/time/id-time.ts'
import type { Clock, Ids } from '../src/ports.ts'

export interface Chance {
  /** A whole number from 0 to n - 1. */
  pick(n: number): number
  /** True so many times out of a hundred. */
  percent(of100: number): boolean
  oneOf<Thing>(things: readonly Thing[]): Thing | undefined
}

export function chanceOf(seed: string): Chance {
  const pick = pickerOf(seed)
  return {
    pick,
    percent: (of100) => pick(100) < of100,
    oneOf: (things) => (things.length === 0 ? undefined : things[pick(things.length)]),
  }
}

export interface VirtualClock extends Clock {
  /** Moves on; never back. */
  wait(minutes: number): void
}

/** A clock that only moves when told. */
export function virtualClock(iso: string): VirtualClock {
  let at = Date.parse(iso)
  return {
    now: () => new Date(at).toISOString(),
    wait: (minutes) => {
      at += Math.round(minutes * 60_000)
    },
  }
}

/** Ids as the service makes them, in order of time, with the random part drawn from the seed. */
export function seededIds(clock: Clock, chance: Chance): Ids {
  const random = (length: number) => Array.from({ length }, () => base32Alphabet.charAt(chance.pick(32))).join('')
  return {
    next(prefix, randomness = 12) {
      return `${prefix}_${timePart(Date.parse(clock.now()))}${random(randomness)}`
    },
    random,
  }
}
