/**
 * Counts people by the characters of blocks and by what they weigh, without decoding each. Few weights are different: people
 * are counted by weight, and multiplied in the end. Weights are whole numbers and so are the sums: below 2⁵³ they are exact, and
 * the same in any order.
 */
import { codes, lowestCode as lowest, spanOfCodes as span } from './alphabet.ts'
import type { Block } from './columns.ts'
import { type CharacterCounts, isLittleEndian, type Places, type Weights } from './counting-characters.ts'

/** By the place in a block and the code of a character: how many people, their weights, and the squares of these. */
export interface CharacterWeights {
  people: CharacterCounts
  weights: CharacterCounts
  squares: CharacterCounts
}

/**
 * Tables by weight are for so many weights times characters at most, which is 40 MB for a page: with more of them, which many
 * margins or a very long questionnaire make, everybody is added by themselves.
 */
const mostCells = 1 << 17

/** @param width of a place of the block @param all of a place of all blocks that are counted at once */
export function weighingBlock(width: number, units: Float64Array, all: number) {
  return units.length * all > mostCells ? addingEach(width) : countingByWeight(width, units)
}

/** Counts those who are named, of whom there are few. @param width of a place of the block */
export const weighingNamed = (width: number) => addingEach(width)

function countingByWeight(width: number, units: Float64Array) {
  const weights = units.length
  const tables = Array.from({ length: width }, () => new Uint32Array(span * weights))
  return {
    /** Counts whoever weighs something, by every character of the block. */
    add: ({ bytes }: Block, size: number, { which }: Weights) => {
      const pairs = new Uint16Array(bytes.buffer, 0, bytes.length >> 1)
      // Two people of an odd width end where a pair does.
      const [isOdd, whole] = width % 2 === 0 ? [0, size] : [1, size - (size % 2)]
      const [by, all] = [1 + isOdd, { pairs, which, weights, end: whole, stride: (width * (1 + isOdd)) / 2 }]
      for (let at = 0; at + 1 < width; at += 2) countPairs(tables, at, { ...all, first: at / 2, place: 0, by })
      if (isOdd === 0) return
      for (let at = 1; at + 1 < width; at += 2) {
        countPairs(tables, at, { ...all, first: (width + at) / 2, place: 1, by })
      }
      countAcross(tables, { ...all, first: (width - 1) / 2 })
      if (whole < size) countPlace(tables, bytes, whole, which, weights)
    },
    counts: (): CharacterWeights => {
      const found = sumsOf(width)
      for (const [at, table] of tables.entries()) {
        table.forEach((count, index) => {
          const unit = units[index % weights] as number
          if (count > 0 && unit > 0) found.add(at, lowest + Math.floor(index / weights), count, unit)
        })
      }
      return found.sums()
    },
  }
}

/** Two characters that are read as one number: where the first of them is, and how far it is to the next. */
interface Pairs {
  pairs: Uint16Array
  first: number
  stride: number
  /** Up to which place they are counted. */
  end: number
  which: Uint16Array
  weights: number
}

/** Of the character at `at` and the one behind it. @param by so many places further is the next pair that is counted */
function countPairs(
  tables: readonly Uint32Array[],
  at: number,
  { pairs, first, stride, place, by, end, which, weights }: Pairs & { place: number; by: number },
): void {
  const [low, high] = inOrder(tables[at] as Uint32Array, tables[at + 1] as Uint32Array)
  const skipped = lowest * weights
  for (let from = first; place < end; place += by, from += stride) {
    const [own, pair] = [(which[place] as number) - skipped, pairs[from] as number]
    ;(low[Math.imul(pair & 127, weights) + own] as number)++
    ;(high[Math.imul(pair >>> 8, weights) + own] as number)++
  }
}

/** Of the last character of one place and the first of the next. */
function countAcross(tables: readonly Uint32Array[], { pairs, first, stride, end, which, weights }: Pairs): void {
  const [low, high] = inOrder(tables.at(-1) as Uint32Array, tables[0] as Uint32Array)
  const [lower, higher] = inOrder(0, 1)
  const skipped = lowest * weights
  for (let place = 0, from = first; place < end; place += 2, from += stride) {
    const pair = pairs[from] as number
    ;(low[Math.imul(pair & 127, weights) + (which[place + lower] as number) - skipped] as number)++
    ;(high[Math.imul(pair >>> 8, weights) + (which[place + higher] as number) - skipped] as number)++
  }
}

function countPlace(
  tables: readonly Uint32Array[],
  bytes: Uint8Array,
  place: number,
  which: Uint16Array,
  weights: number,
): void {
  for (const [at, table] of tables.entries()) {
    const code = bytes[place * tables.length + at] as number
    ;(table[Math.imul(code - lowest, weights) + (which[place] as number)] as number)++
  }
}

/** Of what stands first and second in a pair, what its lower half is of, and its higher one. */
const inOrder = <Of>(first: Of, second: Of): [Of, Of] => (isLittleEndian ? [first, second] : [second, first])

function addingEach(width: number) {
  const found = sumsOf(width)
  const addPlace = (bytes: Uint8Array, place: number, { units, which }: Weights) => {
    const unit = units[which[place] as number] as number
    if (unit === 0) return
    for (let at = 0; at < width; at += 1) found.add(at, (bytes[place * width + at] as number) & 127, 1, unit)
  }
  return {
    add: ({ bytes }: Block, size: number, weights: Weights) => {
      for (let place = 0; place < size; place += 1) addPlace(bytes, place, weights)
    },
    addNamed: ({ bytes }: Block, { places, count }: Places, weights: Weights) => {
      for (let n = 0; n < count; n += 1) addPlace(bytes, places[n] as number, weights)
    },
    counts: (): CharacterWeights => found.sums(),
  }
}

/** Sums of people, of their weights and of the squares of these, which stand beside each other, by the place and the code of a character. */
function sumsOf(width: number) {
  const all = new Float64Array(3 * width * codes)
  const of = (measure: number): CharacterCounts =>
    Array.from({ length: width }, (_, at) =>
      Float64Array.from({ length: codes }, (_, code) => all[3 * (at * codes + code) + measure] as number),
    )
  return {
    add: (at: number, code: number, count: number, unit: number): void => {
      const from = 3 * (at * codes + code)
      ;(all[from] as number) += count
      ;(all[from + 1] as number) += count * unit
      ;(all[from + 2] as number) += count * unit * unit
    },
    sums: (): CharacterWeights => ({ people: of(0), weights: of(1), squares: of(2) }),
  }
}

/** The weights of a segment and their squares by the place, for what counts each of its people; used again for the next. */
export function weightsByPlace(): (weights: Weights, size: number) => { weights: Float64Array; squares: Float64Array } {
  let [own, squares] = [new Float64Array(0), new Float64Array(0)]
  return ({ units, which }, size) => {
    if (own.length < size) [own, squares] = [new Float64Array(size), new Float64Array(size)]
    for (let at = 0; at < size; at += 1) {
      const unit = units[which[at] as number] as number
      own[at] = unit
      squares[at] = unit * unit
    }
    return { weights: own, squares }
  }
}
