/** Which values an SPSS system file declares as missing: at most three, or a range and one beside it. */
import type { Code } from '../../../variables/variable.ts'

/** `count` as a variable record has it: so many values; -2 a range, -3 a range and a value. */
export interface MissingValues {
  count: number
  values: readonly number[]
}

/**
 * Up to three values are declared one by one. Of more, all but one must lie in a range in which no answer lies; where
 * that cannot be, the last three are declared.
 */
export function missingValues(codes: readonly Pick<Code, 'code' | 'isMissing'>[]): MissingValues {
  const missing = codes.filter(({ isMissing }) => isMissing).map(({ code }) => code)
  missing.sort((a, b) => a - b)
  if (missing.length <= 3) return { count: missing.length, values: missing }
  const answers = codes.filter(({ isMissing }) => !isMissing).map(({ code }) => code)
  for (const [alone, rest] of [
    [missing[0], missing.slice(1)],
    [missing.at(-1), missing.slice(0, -1)],
  ] as const) {
    const [low, high] = [rest[0], rest.at(-1)]
    if (alone === undefined || low === undefined || high === undefined) continue
    if (answers.every((code) => code < low || code > high)) return { count: -3, values: [low, high, alone] }
  }
  return { count: 3, values: missing.slice(-3) }
}
