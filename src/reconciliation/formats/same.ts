/** Names for lines that have no id of their own. */

/** How often each base was seen in the group of the moment; JSON. */
export interface Same {
  group: string
  counts: { readonly [base: string]: number }
}

export const noneSame: Same = { group: '', counts: {} }

/**
 * A key made of what a line says. Lines that say the same are told apart by their order within the group, a day or a
 * moment that the file keeps together: it is the same in every file that has the group whole. In a file that scatters
 * its groups two lines may get one key, and the file is refused rather than a line lost.
 */
export function keyAmongSame(state: { same: Same }, group: string, base: string): string {
  if (state.same.group !== group) state.same = { group, counts: {} }
  const times = (Object.hasOwn(state.same.counts, base) ? (state.same.counts[base] ?? 0) : 0) + 1
  const counts: { [base: string]: number } = state.same.counts
  counts[base] = times
  return times === 1 ? base : `${base}|${times}`
}
