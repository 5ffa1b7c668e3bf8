/** Finding what somebody meant who misspelt a name. */

/**
 * The names that look like one of `known` and are none, each with the nearest. A name counts that is a slip (one every four
 * letters, at most three) away from a known one, or that begins as a family of known ones does (`WECHAT_…`). Beside a short one
 * that is set, only the same letters count: `PORTS` may be another program's.
 */
export function nearestNames(
  known: readonly string[],
  given: Record<string, unknown>,
): { name: string; nearest: string }[] {
  return Object.keys(given).flatMap((name) => {
    if (known.includes(name) || !/^\w{2,40}$/.test(name)) return []
    const kin = known.filter((one) => familyOf(one) === familyOf(name) && familyOf(one) !== undefined)
    // Each letter that one is longer is a slip: most of what is set is told by its length.
    const near = kin.length > 1 ? kin : known.filter((one) => Math.abs(one.length - name.length) <= mostOfAny)
    const [best] = near
      .map((one) => ({ name, nearest: one, slips: slipsBetween(name.toUpperCase(), one) }))
      .sort((a, b) => a.slips - b.slips)
    if (best === undefined || (kin.length < 2 && best.slips > mostSlips(best.nearest))) return []
    // Another letter in a short name is another word: NODE is not MODE.
    const isSet = given[best.nearest] !== undefined
    if (best.nearest.length < 5 && best.slips > 0 && (isSet || isOtherWord(name, best.nearest))) return []
    return [{ name, nearest: best.nearest }]
  })
}

const mostOfAny = 3
const mostSlips = (name: string) => Math.max(1, Math.min(mostOfAny, Math.floor(name.length / 4)))

/** What stands in front of the first underscore, where that is a word of its own. */
function familyOf(name: string): string | undefined {
  return /^([A-Z]{6,})_/.exec(name)?.[1]
}

function isOtherWord(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') !== [...b].sort().join('')
}

/**
 * How many letters were left out, added, replaced or swapped with their neighbour (optimal string alignment distance).
 * Its time is the product of the lengths.
 */
export function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforeLast[j - 2] ?? 0) + 1 : replaced
      now.push(Math.min(replaced, swapped, (last[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1))
    }
    beforeLast = last
    last = now
  }
  return last[b.length] ?? 0
}
