/** What several reports are made of. All amounts are minor units. */

export interface CountAndAmount {
  count: number
  amountMinor: number
}

/** What the float of an account gained and lost; `other` may be below 0. */
export interface Moves {
  funded: number
  paid: number
  fees: number
  returned: number
  other: number
}

/** How many there are and what they come to, and as many of them by name as a report holds. */
export interface NamedTotals<One> extends CountAndAmount {
  listed: One[]
}

/** A published file, by its hash. */
export interface StatementPart {
  id: string
  format: string
  fileHash: string
  from: string
  to: string
  lines: number
  /** A staff id. */
  importedBy: string
}

/** As many lines as a list of a report names; the rest is counted. */
export const mostListed = 1_000

/** Counts and amounts (minor units) of all together. */
export function sumOfTallies(tallies: readonly CountAndAmount[]): CountAndAmount {
  return tallies.reduce(
    (all, { count, amountMinor }) => ({ count: all.count + count, amountMinor: all.amountMinor + amountMinor }),
    { count: 0, amountMinor: 0 },
  )
}
