/**
 * Who is too young. Q01 asks for a band, and the study's minimum age decides which bands end early. A condition
 * can only look at facts, so the minimum age is turned into facts when a response starts. A band that the minimum
 * age cuts through ends as a whole, because the answer cannot show that the person is old enough. Without any of
 * these facts the minimum age is 18, the strictest reading of a study that forgot them.
 */
import type { Condition } from '../questionnaire.ts'

/** The facts that `ageFacts` gives. */
export const ageFactNames = ['minors', 'minimum_over_18', 'minimum_over_23', 'minimum_over_28'] as const

export type AgeFacts = Record<(typeof ageFactNames)[number], boolean>

/**
 * The facts by which Q01 ends early, from the study's minimum age in whole years: 14 (the guardian's tick is then
 * asked of those of 14-17) to 35. Anything else is a RangeError: those under 14 are never asked, and no band begins
 * above 35.
 */
export function ageFacts(minimumAge: number): AgeFacts {
  if (!Number.isInteger(minimumAge) || minimumAge < 14 || minimumAge > 35) {
    throw new RangeError(`the minimum age must be a whole number from 14 to 35, not ${minimumAge}`)
  }
  return {
    minors: minimumAge === 14,
    minimum_over_18: minimumAge > 18,
    minimum_over_23: minimumAge > 23,
    minimum_over_28: minimumAge > 28,
  }
}

const age = (...codes: number[]): Condition => ({ q: 'Q01', in: codes })

/** Holds for someone of 14-17 in a study that admits them. */
export const admittedMinor: Condition = { all: [{ fact: 'minors' }, age(2)] }

/** Holds for a band that is, or may be, under the study's minimum age. */
export const underAge: Condition = {
  any: [
    age(1),
    { all: [age(2), { not: { fact: 'minors' } }] },
    { all: [age(3), { fact: 'minimum_over_18' }] },
    { all: [age(4), { fact: 'minimum_over_23' }] },
    { all: [age(5), { fact: 'minimum_over_28' }] },
  ],
}
