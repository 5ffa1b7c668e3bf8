/** Orders and choices that look random and are always the same for one seed. Not for secrets. */

/**
 * Draws whole numbers from 0 to n - 1, the same sequence for the same seed and purpose. Two purposes (a question's
 * options, its attention row) under one seed have nothing to do with each other.
 */
export function drawer(seed: string, purpose: string): (n: number) => number {
  let state = mixed(textHash(purpose, textHash(seed, 0x2545f491)))
  return (n) => {
    state = (state + 0x9e3779b9) | 0
    return Math.floor((mixed(state) / 0x1_0000_0000) * n)
  }
}

/**
 * The place that each of `count` items has in the drawn order: `ranks[i]` is where item i stands. Items for which
 * `isLast` says so stay behind the others, in the order given.
 */
export function drawnRanks(count: number, isLast: (item: number) => boolean, seed: string, purpose: string): number[] {
  const order: number[] = []
  const last: number[] = []
  for (let item = 0; item < count; item += 1) (isLast(item) ? last : order).push(item)
  const draw = drawer(seed, purpose)
  for (let end = order.length - 1; end > 0; end -= 1) {
    const from = draw(end + 1)
    const moved = order[from] ?? 0
    order[from] = order[end] ?? 0
    order[end] = moved
  }
  const ranks = new Array<number>(count).fill(0)
  let rank = 0
  for (const item of order) ranks[item] = rank++
  for (const item of last) ranks[item] = rank++
  return ranks
}

function textHash(text: string, start: number): number {
  let hash = start
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mixed(hash)
}

/** Spreads every bit of a 32-bit number over all of them; the result is not negative. */
function mixed(number: number): number {
  let bits = number
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
