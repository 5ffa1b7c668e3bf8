/**
 * What holds in many combinations alike (languages, widths, with and without scripts, seeds) is told in the check in some
 * of them, among which each value comes at least once, and in all of them by `npm run prove:matrix`.
 */

/** Whether everything is told in all combinations. */
export const isWhole = process.env.MATRIX === 'whole'

/** All in the whole matrix, and in the check those alone. */
export function wholeOr<T>(all: readonly T[], inTheCheck: readonly T[]): readonly T[] {
  return isWhole ? all : inTheCheck
}

/** All in the whole matrix, and in the check every so-manieth, from the one whose turn it is: counted on, all have theirs. */
export function inTurn<T>(all: readonly T[], turn: number, every = all.length): readonly T[] {
  return wholeOr(
    all,
    all.filter((_, at) => at % every === turn % every),
  )
}

/** How often a property is tried: a third as often in the check, each time with others. */
export function runs(whole: number): number {
  return isWhole ? whole : Math.ceil(whole / 3)
}
