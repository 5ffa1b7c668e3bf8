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

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
/** The first two characters of a word, as their place in it says it, then the others. */
const [early, late] = isLittleEndian ? [0, 16] : [16, 0]

/** Counts whoever is chosen, in every character of a block. @param width of a place of the block */
export function countingBlock(width: number) {
  // Four characters are read as a word, and two are counted at once. After so many words the same characters come again.
  const period = width % 4 === 0 ? width / 4 : width % 2 === 0 ? width / 2 : width
  const pairs = Array.from({ length: 2 * period }, () => new Uint32Array(spanOfCodes * spanOfCodes))
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
      const words = new Uint32Array(block.bytes.buffer, 0, (whole * width) / 4)
      for (let phase = 0; phase < period; phase += 1) {
        countWords(words, phase, period, pairs[2 * phase] as Uint32Array, pairs[2 * phase + 1] as Uint32Array)
      }
      last.count = size - whole
      for (let at = whole; at < size; at += 1) last.places[at - whole] = at
      named.add(block, last)
    },
    counts: (): CharacterCounts => {
      const all = named.counts()
      for (const [n, counts] of pairs.entries()) {
        const [first, second] = [all[(2 * n) % width], all[(2 * n + 1) % width]] as [Float64Array, Float64Array]
        for (let pair = 0; pair < counts.length; pair += 1) {
          const count = counts[pair] as number
          if (count === 0) continue
          ;(first[firstOf(pair)] as number) += count
          ;(second[secondOf(pair)] as number) += count
        }
      }
      return all
    },
  }
}

/** Of a pair, the character that stands first, and the second. */
const firstOf = (pair: number) => lowestCode + (isLittleEndian ? pair % spanOfCodes : Math.floor(pair / spanOfCodes))
const secondOf = (pair: number) => lowestCode + (isLittleEndian ? Math.floor(pair / spanOfCodes) : pair % spanOfCodes)
/** The lowest code, four times: no character of a word is below it. */
const lowestWord = lowestCode * 0x01010101

function countWords(words: Uint32Array, phase: number, period: number, first: Uint32Array, second: Uint32Array): void {
  for (let at = phase; at < words.length; at += period) {
    const word = (words[at] as number) - lowestWord
    const [one, other] = [word >>> early, word >>> late]
    ;(first[(one & 0x7f) + ((one >>> 8) & 0x7f) * spanOfCodes] as number)++
    ;(second[(other & 0x7f) + ((other >>> 8) & 0x7f) * spanOfCodes] as number)++
  }
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
