/** What a rank question came to. Pure. */
import type { Code } from '../../variables/variable.ts'
import { rankScore } from '../statistics/quantiles.ts'
import { type Mass, sumOfMasses } from './mass.ts'
import type { ValueCounts } from './tally.ts'

export interface RankedOption {
  code: Code
  /** How many put it first, second, third. */
  places: readonly number[]
  /** 3, 2 and 1 points for these places, over all who saw the question; null where nobody did. */
  score: number | null
}

export interface Ranked {
  /** All who saw the question, whether they ranked anything or not. */
  base: Mass
  options: readonly RankedOption[]
}

/** @param places how often each code was put first, second and so on */
export function rankedOf(codes: readonly Code[], places: readonly ValueCounts[]): Ranked {
  const base = sumOfMasses([...(places[0] ?? [])].flatMap(([value, mass]) => (value === null ? [] : mass)))
  return {
    base,
    options: codes.map((code) => {
      const counts = places.map((counted) => counted.get(code.code)?.weight ?? 0)
      return { code, places: counts, score: rankScore(counts, base.weight) }
    }),
  }
}
