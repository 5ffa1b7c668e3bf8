/**
 * Counts people by the characters of blocks and by what they weigh, without decoding each. Few weights are different: people
 * are counted by weight, and multiplied in the end. Weights are whole numbers and so are the sums: below 2⁵³ they are exact, and
 * the same in any order.
 */
import { codes } from './alphabet.ts'
import type { Block } from './columns.ts'
import type { CharacterCounts, Places, Weights } from './counting-characters.ts'

/** By the place in a block and the code of a character: how many people, their weights, and the squares of these. */
export interface CharacterWeights {
  people: CharacterCounts
  weights: CharacterCounts
  squares: CharacterCounts
}

/** Of more weights than these, which very many margins make, a table by weight would take more memory than it saves time. */
const mostCounted = 1 << 10

interface CharacterWeighing {
  /** Counts whoever weighs something. */
  add(block: Block, size: number, weights: Weights): void
  /** Counts those who are named. */
  addNamed(block: Block, named: Places, weights: Weights): void
  counts(): CharacterWeights
}

/** Counts people by every character of a block. @param width of a place of the block */
export function weighingBlock(width: number, units: Float64Array): CharacterWeighing {
  return units.length > mostCounted ? addingEach(width) : countingByWeight(width, units)
}

function countingByWeight(width: number, units: Float64Array): CharacterWeighing {
  const weights = units.length
  const tables = Array.from({ length: width }, () => new Uint32Array(codes * weights))
  return {
    add: ({ bytes }, size, { which }) => {
      for (let at = 0; at + 1 < width; at += 2) {
        countTwo(tables[at] as Uint32Array, tables[at + 1] as Uint32Array, bytes, size, width, at, which, weights)
      }
      if (width % 2 === 1) {
        countOne(tables[width - 1] as Uint32Array, bytes, size, width, width - 1, which, weights)
      }
    },
    addNamed: ({ bytes }, named, { which }) => {
      for (let at = 0; at < width; at += 1)
        countNamed(tables[at] as Uint32Array, bytes, named, width, at, which, weights)
    },
    counts: () => {
      const found = nothing(width)
      for (const [at, table] of tables.entries()) {
        table.forEach((count, index) => {
          const unit = units[index % weights] as number
          if (count > 0 && unit > 0) addTo(found, at, Math.floor(index / weights), count, unit)
        })
      }
      return found
    },
  }
}

/** A character and the one behind it: neither count waits for the other. */
function countTwo(
  first: Uint32Array,
  second: Uint32Array,
  bytes: Uint8Array,
  size: number,
  width: number,
  at: number,
  which: Uint16Array,
  weights: number,
): void {
  for (let place = 0, from = at; place < size; place += 1, from += width) {
    const own = which[place] as number
    ;(first[Math.imul((bytes[from] as number) & 127, weights) + own] as number)++
    ;(second[Math.imul((bytes[from + 1] as number) & 127, weights) + own] as number)++
  }
}

function countOne(
  table: Uint32Array,
  bytes: Uint8Array,
  size: number,
  width: number,
  at: number,
  which: Uint16Array,
  weights: number,
): void {
  for (let place = 0, from = at; place < size; place += 1, from += width) {
    ;(table[Math.imul((bytes[from] as number) & 127, weights) + (which[place] as number)] as number)++
  }
}

function countNamed(
  table: Uint32Array,
  bytes: Uint8Array,
  { places, count }: Places,
  width: number,
  at: number,
  which: Uint16Array,
  weights: number,
): void {
  for (let n = 0; n < count; n += 1) {
    const place = places[n] as number
    ;(table[Math.imul((bytes[place * width + at] as number) & 127, weights) + (which[place] as number)] as number)++
  }
}

function addingEach(width: number): CharacterWeighing {
  const found = nothing(width)
  const addPlace = (bytes: Uint8Array, place: number, { units, which }: Weights) => {
    const unit = units[which[place] as number] as number
    if (unit === 0) return
    for (let at = 0; at < width; at += 1) addTo(found, at, (bytes[place * width + at] as number) & 127, 1, unit)
  }
  return {
    add: ({ bytes }, size, weights) => {
      for (let place = 0; place < size; place += 1) addPlace(bytes, place, weights)
    },
    addNamed: ({ bytes }, { places, count }, weights) => {
      for (let n = 0; n < count; n += 1) addPlace(bytes, places[n] as number, weights)
    },
    counts: () => found,
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
