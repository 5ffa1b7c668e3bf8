/** What D1 takes of values bound to one statement, and therefore what every database is asked to take. */
export const maxBoundValues = 100

/** A list in pieces of `size`, in its order; the last may be shorter. */
export function chunked<Value>(values: readonly Value[], size: number): Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, n) => values.slice(n * size, (n + 1) * size))
}
