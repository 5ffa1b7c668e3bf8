/**
 * Counts people by the characters of blocks and by what they weigh, without decoding each. Few weights are different: people
 * are counted by weight, and multiplied in the end. Weights are whole numbers and so are the sums: below 2⁵³ they are exact, and
 * the same in any order.
 */
import { codes, lowestCode as lowest, spanOfCodes as span } from './alphabet.ts'
import type { Block } from './columns.ts'
import type { CharacterCounts, Places, Weights } from './counting-characters.ts'

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
      for (let at = 0; at + 1 < width; at += 2) {
        countTwo(tables[at] as Uint32Array, tables[at + 1] as Uint32Array, { bytes, size, width, at, which, weights })
      }
      if (width % 2 === 1) {
        countOne(tables[width - 1] as Uint32Array, { bytes, size, width, at: width - 1, which, weights })
      }
    },
    counts: (): CharacterWeights => {
      const found = nothing(width)
      for (const [at, table] of tables.entries()) {
        table.forEach((count, index) => {
          const unit = units[index % weights] as number
          if (count > 0 && unit > 0) addTo(found, at, lowest + Math.floor(index / weights), count, unit)
        })
      }
      return found
    },
  }
}

/** The characters at one place of each response of a block, with its weight: `which` of so many. */
interface Characters {
  bytes: Uint8Array
  size: number
  width: number
  at: number
  which: Uint16Array
  weights: number
}

/** A character and the one behind it: neither count waits for the other. */
function countTwo(
  first: Uint32Array,
  second: Uint32Array,
  { bytes, size, width, at, which, weights }: Characters,
): void {
  for (let place = 0, from = at; place < size; place += 1, from += width) {
    const own = which[place] as number
    ;(first[Math.imul((bytes[from] as number) - lowest, weights) + own] as number)++
    ;(second[Math.imul((bytes[from + 1] as number) - lowest, weights) + own] as number)++
  }
}

function countOne(table: Uint32Array, { bytes, size, width, at, which, weights }: Characters): void {
  for (let place = 0, from = at; place < size; place += 1, from += width) {
    ;(table[Math.imul((bytes[from] as number) - lowest, weights) + (which[place] as number)] as number)++
  }
}

function addingEach(width: number) {
  const found = nothing(width)
  const addPlace = (bytes: Uint8Array, place: number, { units, which }: Weights) => {
    const unit = units[which[place] as number] as number
    if (unit === 0) return
    for (let at = 0; at < width; at += 1) addTo(found, at, (bytes[place * width + at] as number) & 127, 1, unit)
  }
  return {
    add: ({ bytes }: Block, size: number, weights: Weights) => {
      for (let place = 0; place < size; place += 1) addPlace(bytes, place, weights)
    },
    addNamed: ({ bytes }: Block, { places, count }: Places, weights: Weights) => {
      for (let n = 0; n < count; n += 1) addPlace(bytes, places[n] as number, weights)
    },
    counts: (): CharacterWeights => found,
  }
}

type CountsFound = Record<keyof CharacterWeights, Float64Array[]>

function nothing(width: number): CountsFound {
  const empty = () => Array.from({ length: width }, () => new Float64Array(codes))
  return { people: empty(), weights: empty(), squares: empty() }
}

function addTo({ people, weights, squares }: CountsFound, at: number, code: number, count: number, unit: number): void {
  ;((people[at] as Float64Array)[code] as number) += count
  ;((weights[at] as Float64Array)[code] as number) += count * unit
  ;((squares[at] as Float64Array)[code] as number) += count * unit * unit
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
