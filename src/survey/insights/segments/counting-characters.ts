/** Counts the characters of blocks without decoding each: a page of thirty questions has a hundred of a million people. */
import { codes, lowestCode, spanOfCodes } from './alphabet.ts'
import type { Block } from './columns.ts'

/** Some places of a segment, which has fewer than 65,536. */
export interface Places {
  /** The first `count` of them are meant. */
  places: Uint16Array
  count: number
}

/** What each of the people of a segment weighs. */
export interface Weights {
  /** Whole numbers: every weight that there is; 0 is that of whoever does not count. */
  units: Float64Array
  /** By the place in the segment: which of them. */
  which: Uint16Array
}

/** Who of a segment counts: named one by one, or everybody but those who are named, whichever are fewer. */
export interface SelectedPlaces extends Places {
  size: number
  /** How many count. */
  n: number
  /** 1 where somebody counts. */
  selected: Uint8Array
  /** Null where nobody has a weight. */
  weights: Weights | null
  isAllBut: boolean
}

/** By the place in a block: how often each character stands there, by its code. */
export type CharacterCounts = readonly Float64Array[]

/** Counts people who are named, in every character of a block. @param width of a place of the block */
export function countingNamed(width: number) {
  const counts = new Int32Array(width * codes)
  return {
    /** Adds those who are named; by -1, takes them away. */
    add: ({ bytes }: Block, { places, count }: Places, by: 1 | -1 = 1): void => {
      for (let n = 0; n < count; n += 1) {
        const from = (places[n] as number) * width
        for (let at = 0; at < width; at += 1) {
          ;(counts[at * codes + ((bytes[from + at] as number) & 127)] as number) += by
        }
      }
    },
    counts: (): CharacterCounts =>
      Array.from({ length: width }, (_, at) => Float64Array.from(counts.subarray(at * codes, (at + 1) * codes))),
  }
}

/** Whether the character that stands first is in the lower half of two that are read as one number. */
export const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** Two characters read as one number: the least that there is of them, and how many from it on, of which each 256th row has some. */
const [lowestPair, spanOfPairs] = [lowestCode * 0x101, (spanOfCodes - 1) * 0x101 + 1]
/** Such a row has room for so many: pairs that stand beside each other share a table. */
const sharing = 3

/** Counts whoever is chosen, in every character of a block. @param width of a place of the block */
export function countingBlock(width: number) {
  // Characters are counted two at once. After so many pairs the same characters come again; of one that always comes, two are counted beside each other.
  const period = Math.max(width % 2 === 0 ? width / 2 : width, 2)
  const tables = Array.from(
    { length: Math.ceil(period / sharing) },
    () => new Uint32Array(spanOfPairs + (sharing - 1) * spanOfCodes),
  )
  const named = countingNamed(width)
  const last = { places: new Uint16Array(4), count: 0 }
  return {
    add: (
      block: Block,
      { size, isAllBut, places, count }: Omit<SelectedPlaces, 'selected' | 'weights' | 'n'>,
    ): void => {
      named.add(block, { places, count }, isAllBut ? -1 : 1)
      if (!isAllBut) return
      // Whole periods: who is left over is counted by name.
      const whole = size - (size % 4)
      const pairs = new Uint16Array(block.bytes.buffer, 0, (whole * width) / 2)
      for (const [n, table] of tables.entries()) {
        const left = period - sharing * n
        const count = left >= 3 ? countThree : left === 2 ? countTwo : countOne
        count(table, pairs, sharing * n, period)
      }
      last.count = size - whole
      for (let at = whole; at < size; at += 1) last.places[at - whole] = at
      named.add(block, last)
    },
    counts: (): CharacterCounts => {
      const all = named.counts()
      for (let n = 0; n < period; n += 1) {
        const two = [all[(2 * n) % width], all[(2 * n + 1) % width]] as [Float64Array, Float64Array]
        const [low, high] = isLittleEndian ? two : two.toReversed()
        addPairs(tables[Math.floor(n / sharing)] as Uint32Array, n % sharing, low as Float64Array, high as Float64Array)
      }
      return all
    },
  }
}

/** What a table counted of one of the pairs that share it, by their characters. */
function addPairs(table: Uint32Array, which: number, low: Float64Array, high: Float64Array): void {
  for (let row = 0; row < spanOfCodes; row += 1) {
    for (let at = 0; at < spanOfCodes; at += 1) {
      const count = table[which * spanOfCodes + (row << 8) + at] as number
      if (count === 0) continue
      ;(low[lowestCode + at] as number) += count
      ;(high[lowestCode + row] as number) += count
    }
  }
}

function countThree(table: Uint32Array, pairs: Uint16Array, from: number, period: number): void {
  for (let at = from + 2; at < pairs.length; at += period) {
    ;(table[(pairs[at - 2] as number) - lowestPair] as number)++
    ;(table[(pairs[at - 1] as number) - lowestPair + spanOfCodes] as number)++
    ;(table[(pairs[at] as number) - lowestPair + 2 * spanOfCodes] as number)++
  }
}

function countTwo(table: Uint32Array, pairs: Uint16Array, from: number, period: number): void {
  for (let at = from + 1; at < pairs.length; at += period) {
    ;(table[(pairs[at - 1] as number) - lowestPair] as number)++
    ;(table[(pairs[at] as number) - lowestPair + spanOfCodes] as number)++
  }
}

function countOne(table: Uint32Array, pairs: Uint16Array, from: number, period: number): void {
  for (let at = from; at < pairs.length; at += period) (table[(pairs[at] as number) - lowestPair] as number)++
}

/** @returns makes of what a segment selects who counts; its arrays are used again for the next segment */
export function choosing(): (selected: Uint8Array, weights?: Weights | null) => SelectedPlaces {
  let places = new Uint16Array(0)
  return (selected, weights = null) => {
    const size = selected.length
    if (places.length < size) places = new Uint16Array(size)
    let n = 0
    for (let at = 0; at < size; at += 1) n += selected[at] as number
    const isAllBut = n > size / 2
    const named = isAllBut ? 0 : 1
    let count = 0
    for (let at = 0; at < size; at += 1) {
      places[count] = at
      if (selected[at] === named) count += 1
    }
    return { size, n, selected, weights, isAllBut, places, count }
  }
}
