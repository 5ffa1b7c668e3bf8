/** Check 8: whether the birth year (Q30) fits the age band (Q01). Only the outcome outlives the draft. */
import type { Answers } from '../../../schema/answers.ts'

/** Youngest and oldest age of each code of Q01. */
const bands: Record<number, readonly [number, number]> = {
  1: [0, 13],
  2: [14, 17],
  3: [18, 22],
  4: [23, 27],
  5: [28, 34],
  6: [35, 130],
}

/**
 * 1 when someone born in the year of Q30 can have been of the age of Q01 on some day of `yearOfResponse`, the year of
 * the response's day in the study's time zone; 0 when not; null when either is missing. Work it out from the
 * answers before `withoutDraftOnly` and store it beside those under `Q30.agrees`.
 */
export function birthAgrees(answers: Answers, yearOfResponse: number): 0 | 1 | null {
  const { Q01: code, Q30: born } = answers
  const band = typeof code === 'number' ? bands[code] : undefined
  if (!band || typeof born !== 'number' || born < 0) return null
  const turns = yearOfResponse - born
  return turns >= band[0] && turns - 1 <= band[1] ? 1 : 0
}
