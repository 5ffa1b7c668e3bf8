/** Check 7: two responses that agree by more than chance. How much they agree a comparer says. */

/** Fewer such pairs than this are expected among all responses by chance. */
const rarePairs = 0.01
/** Two that share fewer items are not compared. */
const fewestItems = 20

export interface Agreement {
  /** Items that both answered. */
  items: number
  /** Of these, how many alike. */
  alike: number
  /** -log2 of how often chance alone agrees by so much or more. */
  bits: number
}

/** How many pairs agree by so much or more by chance among so many responses. */
function expectedPairs(responses: number, bits: number): number {
  return (responses * Math.max(0, responses - 1) * 2 ** -bits) / 2
}

/** Whether two are twins among so many: enough in common to say, and more than chance brings. More bits make no fewer twins. */
export function areTwins({ items, bits }: Agreement, responses: number): boolean {
  return items >= fewestItems && expectedPairs(responses, bits) < rarePairs
}
