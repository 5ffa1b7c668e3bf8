/** How often each value of each variable is there, as one program or another says. */
import type { Variable } from '../../src/survey/variables/variable.ts'

/** By variable, then by value as text; `.` for what is system-missing. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>

export const nothing = '.'

/** Adds up pairs of a variable and one of its values. */
export function countsOf(pairs: Iterable<readonly [variable: string, value: string, count?: number]>): Counts {
  const counts = new Map<string, Map<string, number>>()
  for (const [variable, value, count = 1] of pairs) {
    const values = counts.get(variable) ?? new Map<string, number>()
    values.set(value, (values.get(value) ?? 0) + count)
    counts.set(variable, values)
  }
  return counts
}

/** Variables whose values can be counted: not texts that were typed, which are as many as people. */
export const isCounted = ({ column, type, entries }: Variable): boolean =>
  column !== null && (type !== 'text' || entries.length > 0)
