/**
 * Check 7: two responses that agree by more than chance. An answer that many give weighs little, a rare one much: the
 * weight of an agreement is -log2 of how often that answer is given, beside the answer that it hangs on.
 */
import type { AnswerModel, ItemModel, Vector } from './answer-model.ts'

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

/** How hard the tail is pulled at in the bound; the best of them counts. */
const pulls = [0.25, 0.5, 0.75, 1, 1.25, 1.5] as const

/**
 * How much two responses agree. The bound is Chernoff's: of each item, chance agrees on an answer with the square of its
 * frequency; what is asked is how often the weights add up to what was found.
 */
export function agreementOf(model: AnswerModel, one: Vector, other: Vector): Agreement {
  let [items, alike, weight] = [0, 0, 0]
  const exponents: number[] = pulls.map(() => 0)
  for (const [name, value] of one) {
    const theirs = other.get(name)
    const item = model.items[name]
    if (theirs === undefined || item === undefined) continue
    const answers = answersOf(item, givenOf(item, one, other))
    items += 1
    for (let at = 0; at < exponents.length; at += 1) exponents[at] = (exponents[at] ?? 0) + (answers.exponents[at] ?? 0)
    if (value !== theirs) continue
    alike += 1
    weight -= Math.log2(Math.max(1, answers.counts.get(value) ?? 0) / (answers.total + 1))
  }
  const bits = Math.max(0, ...pulls.map((pull, at) => pull * weight - (exponents[at] ?? 0)))
  return { items, alike, bits: bits * model.scale }
}

/** The answer that this item hangs on, where both gave the same; else null, and all that are given count. */
function givenOf({ on }: ItemModel, one: Vector, other: Vector): string | null {
  if (on === null) return ''
  const given = one.get(on) ?? ''
  return given === (other.get(on) ?? '') ? given : null
}

interface Answers {
  counts: ReadonlyMap<string, number>
  total: number
  /** log2 of the mean of 2^(pull × weight) by chance, for each pull. */
  exponents: readonly number[]
}

const known = new WeakMap<ItemModel, Map<string | null, Answers>>()

function answersOf(item: ItemModel, given: string | null): Answers {
  const byGiven = known.get(item) ?? new Map<string | null, Answers>()
  known.set(item, byGiven)
  const found = byGiven.get(given)
  if (found !== undefined) return found
  const row = given === null ? undefined : item.counts[given]
  const counts = new Map<string, number>()
  // Beside an answer that nobody gave, all that are given count.
  for (const one of row === undefined ? Object.values(item.counts) : [row]) {
    for (const [value, n] of Object.entries(one)) counts.set(value, (counts.get(value) ?? 0) + n)
  }
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const shares = [...counts.values()].map((n) => n / (total + 1))
  const answers = { counts, total, exponents: pulls.map((pull) => exponentOf(shares, pull)) }
  byGiven.set(given, answers)
  return answers
}

function exponentOf(shares: readonly number[], pull: number): number {
  let mean = 1
  for (const share of shares) mean += share ** (2 - pull) - share * share
  return Math.log2(mean)
}

/** How many pairs agree by so much or more by chance among so many responses. */
function expectedPairs(responses: number, bits: number): number {
  return (responses * Math.max(0, responses - 1) * 2 ** -bits) / 2
}

/** Whether two are twins among so many: enough in common to say, and more than chance brings. */
export function areTwins({ items, bits }: Agreement, responses: number): boolean {
  return items >= fewestItems && expectedPairs(responses, bits) < rarePairs
}

/** So many pairs drawn at random say how much answers hang together beyond what the model knows. */
const mostPairs = 600
/** One pair in a hundred may agree by so many bits, if the model is right. */
const quantile = 0.99

/**
 * What bits must be multiplied by so that pairs drawn at random agree no more than chance allows: 1 where they do not.
 * @param sample in an order that says nothing, so that neighbours are a random pair
 */
export function scaleOf(model: Omit<AnswerModel, 'scale'>, sample: readonly Vector[]): number {
  const plain = { ...model, scale: 1 }
  const bits: number[] = []
  for (let step = 1; step < sample.length && bits.length < mostPairs; step += 1) {
    for (let at = 0; at + step < sample.length && bits.length < mostPairs; at += 1) {
      const [one, other] = [sample[at], sample[at + step]]
      if (one !== undefined && other !== undefined) bits.push(agreementOf(plain, one, other).bits)
    }
  }
  bits.sort((one, other) => one - other)
  const highest = bits[Math.floor(bits.length * quantile)] ?? 0
  return highest === 0 ? 1 : Math.min(1, -Math.log2(1 - quantile) / highest)
}
