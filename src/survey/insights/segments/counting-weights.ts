/**
 * Adds up the weights of people by the characters of blocks, and the squares of their weights, without decoding each. Weights
 * are whole numbers and so are the sums: below 2⁵³ they are exact, and the same in any order.
 */
import { alphabet, codes, valueOfCode } from './alphabet.ts'
import type { Block } from './columns.ts'
import type { CharacterCounts, Places } from './counting-characters.ts'

/** By the place in a block and the code of a character. */
export interface CharacterWeights {
  weights: CharacterCounts
  squares: CharacterCounts
}

/** Adds up whoever has a weight, in every character of a block. @param width of a place of the block */
export function weighingBlock(width: number) {
  // Two characters at once, the last of an odd number with itself; of each pair the weights, and beside them the squares.
  const tables = Array.from({ length: Math.ceil(width / 2) }, () => new Float64Array(2 * alphabet.length ** 2))
  return {
    /** @param weights by the place in the segment, 0 for whoever does not count */
    add: ({ bytes }: Block, size: number, weights: Float64Array): void => {
      for (const [n, table] of tables.entries()) {
        addPairs(table, bytes, size, width, 2 * n, Math.min(2 * n + 1, width - 1), weights)
      }
    },
    counts: (): CharacterWeights => {
      const found = nothing(width)
      for (const [n, table] of tables.entries()) {
        for (let pair = 0; pair < alphabet.length ** 2; pair += 1) {
          const weight = table[2 * pair] as number
          if (weight === 0) continue
          const square = table[2 * pair + 1] as number
          addTo(found, 2 * n, alphabet.charCodeAt(pair >> 6), weight, square)
          if (2 * n + 1 < width) addTo(found, 2 * n + 1, alphabet.charCodeAt(pair & 63), weight, square)
        }
      }
      return found
    },
  }
}

function addPairs(
  table: Float64Array,
  bytes: Uint8Array,
  size: number,
  width: number,
  one: number,
  other: number,
  weights: Float64Array,
): void {
  for (let at = 0, from = 0; at < size; at += 1, from += width) {
    const weight = weights[at] as number
    const [first, second] = [(bytes[from + one] as number) & 127, (bytes[from + other] as number) & 127]
    const pair = ((valueOfCode[first] as number) << 7) | ((valueOfCode[second] as number) << 1)
    ;(table[pair] as number) += weight
    ;(table[pair + 1] as number) += weight * weight
  }
}

/** Adds up people who are named, in every character of a block. @param width of a place of the block */
export function weighingNamed(width: number) {
  const found = nothing(width)
  return {
    add: ({ bytes }: Block, { places, count }: Places, weights: Float64Array): void => {
      for (let n = 0; n < count; n += 1) {
        const place = places[n] as number
        const weight = weights[place] as number
        for (let at = 0; at < width; at += 1) {
          addTo(found, at, (bytes[place * width + at] as number) & 127, weight, weight * weight)
        }
      }
    },
    counts: (): CharacterWeights => found,
  }
}

function nothing(width: number): { weights: Float64Array[]; squares: Float64Array[] } {
  const empty = () => Array.from({ length: width }, () => new Float64Array(codes))
  return { weights: empty(), squares: empty() }
}

function addTo(
  { weights, squares }: { weights: Float64Array[]; squares: Float64Array[] },
  at: number,
  code: number,
  weight: number,
  square: number,
): void {
  ;((weights[at] as Float64Array)[code] as number) += weight
  ;((squares[at] as Float64Array)[code] as number) += square
}
