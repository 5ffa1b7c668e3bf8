/** Dealing amounts out to sums so that each sum comes to exactly its amount: pure. */

/** So many ways are tried. */
const mostTries = 20_000
/** Of more amounts than this it is not tried. */
const mostAmounts = 500

/**
 * Which amounts each sum is made of, by their places; the largest first, each to the first sum that has room for it.
 * @param isCount whether a sum may be made of so many
 * @returns null where there is no such way, or where too much would have to be tried
 */
export function dealOut(
  amounts: readonly number[],
  sums: readonly number[],
  isCount: (sum: number, count: number) => boolean = () => true,
): number[][] | null {
  if (amounts.length > mostAmounts) return null
  const largest = [...amounts.keys()].toSorted((one, other) => (amounts[other] ?? 0) - (amounts[one] ?? 0))
  const piles = sums.map((room) => ({ room, places: [] as number[] }))
  let tries = 0
  const deal = (n: number): boolean => {
    const place = largest[n]
    if (place === undefined) return piles.every(({ room, places }, i) => room === 0 && isCount(i, places.length))
    const amount = amounts[place] ?? 0
    for (const pile of piles) {
      tries += 1
      if (tries > mostTries) return false
      if (pile.room < amount) continue
      pile.room -= amount
      pile.places.push(place)
      if (deal(n + 1)) return true
      pile.places.pop()
      pile.room += amount
    }
    return false
  }
  return deal(0) ? piles.map(({ places }) => places) : null
}
