/**
 * Comparing two responses by the model of their study. An answer that many give weighs little, a rare one much: the weight of
 * an agreement is -log2 of how often that answer is given, beside the answer that it depends on.
 *
 * A run compares each response with up to sixty others, so answers are numbers here, and what the model says of one is worked
 * out once.
 */
import type { AnswerModel, ItemModel, Vector } from './answer-model.ts'
import { type Agreement, areTwins } from './twins.ts'

/** A response as the comparer that made it knows it. */
export interface ComparedItems {
  /** By the number of an item, the number of what was answered; 0 where nothing was. */
  codes: Int32Array
  /** The items that were answered, in the order of the response. */
  answered: readonly number[]
}

export interface Comparer {
  itemsOf(vector: Vector): ComparedItems
  agreementOf(one: ComparedItems, other: ComparedItems): Agreement
  /** How much two agree who are twins among so many responses; null of others, for most of whom the weights alone say so. */
  twinsAmong(responses: number, one: ComparedItems, other: ComparedItems): Agreement | null
}

/** How hard the tail is pulled at in the bound; the best of them counts. */
const pulls = [0.25, 0.5, 0.75, 1, 1.25, 1.5] as const
const hardest = Math.max(...pulls)
/** No exponent is below zero, but for what rounding makes of it. */
const rounding = 1e-6

export function comparerOf(model: AnswerModel): Comparer {
  const numbers = new Map(Object.keys(model.items).map((name, at) => [name, at]))
  const columns = Object.values(model.items).map((item) => new Column(item))
  const hangsOn = Object.values(model.items).map(({ on }) => (on === null ? undefined : numbers.get(on)))

  /** What is answered to an item beside what both answered to the one that it depends on. */
  function besideOf(at: number, one: ComparedItems, other: ComparedItems): Beside | undefined {
    const on = hangsOn[at]
    const column = columns[at]
    if (on === undefined) return column?.beside(0, '')
    const code = one.codes[on] ?? 0
    const given = columns[on]?.answers[code] ?? ''
    if (given === columns[on]?.answers[other.codes[on] ?? 0]) return column?.beside(code, given)
    return column?.beside(differs, null)
  }

  function weigh(one: ComparedItems, other: ComparedItems) {
    let [items, alike, weight] = [0, 0, 0]
    for (const at of one.answered) {
      const theirs = other.codes[at] ?? 0
      if (theirs === 0) continue
      items += 1
      if (one.codes[at] !== theirs) continue
      alike += 1
      weight += besideOf(at, one, other)?.weightOf(theirs) ?? 0
    }
    return { items, alike, weight }
  }

  /**
   * The bound is Chernoff's: of each item, chance agrees on an answer with the square of its frequency; what is asked is how
   * often the weights add up to what was found.
   */
  function bitsOf(one: ComparedItems, other: ComparedItems, weight: number): number {
    const exponents: number[] = pulls.map(() => 0)
    for (const at of one.answered) {
      if (other.codes[at] === 0) continue
      const more = besideOf(at, one, other)?.exponents ?? []
      for (let pull = 0; pull < exponents.length; pull += 1)
        exponents[pull] = (exponents[pull] ?? 0) + (more[pull] ?? 0)
    }
    return Math.max(0, ...pulls.map((pull, at) => pull * weight - (exponents[at] ?? 0))) * model.scale
  }

  return {
    itemsOf(vector) {
      const codes = new Int32Array(columns.length)
      const answered: number[] = []
      for (const [name, value] of vector) {
        const at = numbers.get(name)
        if (at === undefined) continue
        codes[at] = columns[at]?.codeOf(value) ?? 0
        answered.push(at)
      }
      return { codes, answered }
    },

    agreementOf(one, other) {
      const { items, alike, weight } = weigh(one, other)
      return { items, alike, bits: bitsOf(one, other, weight) }
    },

    twinsAmong(responses, one, other) {
      const { items, alike, weight } = weigh(one, other)
      const most = { items, alike, bits: hardest * weight * model.scale + rounding }
      if (!areTwins(most, responses)) return null
      const agreement = { items, alike, bits: bitsOf(one, other, weight) }
      return areTwins(agreement, responses) ? agreement : null
    },
  }
}

/** In the place of a number where two answered differently. */
const differs = -1

/** An item of the model: each answer gets a number when it is first met. */
class Column {
  readonly answers: string[] = ['']
  readonly #codes = new Map<string, number>()
  readonly #beside = new Map<number, Beside>()
  readonly #item: ItemModel

  constructor(item: ItemModel) {
    this.#item = item
  }

  codeOf(answer: string): number {
    const known = this.#codes.get(answer)
    if (known !== undefined) return known
    this.#codes.set(answer, this.answers.length)
    return this.answers.push(answer) - 1
  }

  /** @param given what was answered to the item that this one depends on; null where two answered differently, and all answers count */
  beside(code: number, given: string | null): Beside {
    const known = this.#beside.get(code)
    if (known !== undefined) return known
    const made = new Beside(this.#item, given, this.answers)
    this.#beside.set(code, made)
    return made
  }
}

/** How often each answer to an item is given beside one answer to another. */
class Beside {
  /** log2 of the mean of 2^(pull × weight) by chance, for each pull. */
  readonly exponents: readonly number[]
  readonly #counts = new Map<string, number>()
  readonly #total: number
  readonly #answers: readonly string[]
  readonly #weights: number[] = []

  constructor({ counts }: ItemModel, given: string | null, answers: readonly string[]) {
    const row = given === null ? undefined : counts[given]
    // Beside an answer that nobody gave, all that are given count.
    for (const one of row === undefined ? Object.values(counts) : [row]) {
      for (const [value, n] of Object.entries(one)) this.#counts.set(value, (this.#counts.get(value) ?? 0) + n)
    }
    this.#answers = answers
    this.#total = [...this.#counts.values()].reduce((sum, n) => sum + n, 0)
    const shares = [...this.#counts.values()].map((n) => n / (this.#total + 1))
    this.exponents = pulls.map((pull) => exponentOf(shares, pull))
  }

  /** What it weighs that two gave the answer of this number. */
  weightOf(code: number): number {
    const known = this.#weights[code]
    if (known !== undefined) return known
    const count = Math.max(1, this.#counts.get(this.#answers[code] ?? '') ?? 0)
    const weight = -Math.log2(count / (this.#total + 1))
    this.#weights[code] = weight
    return weight
  }
}

function exponentOf(shares: readonly number[], pull: number): number {
  let mean = 1
  for (const share of shares) mean += share ** (2 - pull) - share * share
  return Math.log2(mean)
}

/** So many pairs drawn at random say how much answers are related beyond what the model knows. */
const mostPairs = 600
/** One pair in a hundred may agree by so many bits, if the model is right. */
const quantile = 0.99

/**
 * What bits must be multiplied by so that pairs drawn at random agree no more than chance allows: 1 where they do not.
 * @param sample in an order that says nothing, so that neighbours are a random pair
 * @param inTurn awaited between pieces, as by `modelOf`
 */
export async function scaleOf(
  model: Omit<AnswerModel, 'scale'>,
  sample: readonly Vector[],
  inTurn: () => Promise<void>,
): Promise<number> {
  const plain = comparerOf({ ...model, scale: 1 })
  const responses: ComparedItems[] = []
  for (const vector of sample) {
    await inTurn()
    responses.push(plain.itemsOf(vector))
  }
  const bits: number[] = []
  for (let step = 1; step < responses.length && bits.length < mostPairs; step += 1) {
    for (let at = 0; at + step < responses.length && bits.length < mostPairs; at += 1) {
      await inTurn()
      const [one, other] = [responses[at], responses[at + step]]
      if (one !== undefined && other !== undefined) bits.push(plain.agreementOf(one, other).bits)
    }
  }
  bits.sort((one, other) => one - other)
  const highest = bits[Math.floor(bits.length * quantile)] ?? 0
  return highest === 0 ? 1 : Math.min(1, -Math.log2(1 - quantile) / highest)
}
