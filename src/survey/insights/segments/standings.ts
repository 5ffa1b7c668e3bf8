/** How everybody stands by what some characters of a response say, put together bit by bit. Pure. */
import { codes } from './alphabet.ts'
import type { SegmentColumns } from './columns.ts'

/** A character of a block, by any of its columns; and what it says, by its code. */
interface TellingCharacter {
  column: string
  block: string
  at: number
  standing: Uint8Array
}

/** @returns reads a segment, by the place of a response; the array is used again for the next */
export function readingStandings(
  characters: readonly TellingCharacter[],
): (segment: SegmentColumns, size: number) => Uint8Array {
  const blocks = [...new Map(characters.map((one) => [one.block, one])).values()].map(({ block, column }) => {
    const own = characters.filter((one) => one.block === block)
    return { column, alone: own.length === 1 ? own[0] : undefined, pairs: own.length === 1 ? [] : pairsOf(own) }
  })
  let standing = new Uint8Array(0)
  return (segment, size) => {
    if (standing.length < size) standing = new Uint8Array((size + 3) & ~3)
    standing.fill(0)
    for (const { column, alone, pairs } of blocks) {
      const { bytes, width } = segment.block(column)
      if (alone !== undefined) readAlone(standing, bytes, size, width, alone)
      // Two pairs at once.
      for (let n = 0; n < pairs.length; n += 2) {
        const first = pairs[n] as Pair
        readPairs(standing, bytes, size, width, first, pairs[n + 1] ?? first)
      }
    }
    return standing
  }
}

/** Two characters of a block, and what they say together. */
interface Pair {
  one: number
  other: number
  says: Uint8Array
}

/** Two characters are looked at together, the last of an odd number with itself. */
function pairsOf(characters: readonly TellingCharacter[]): Pair[] {
  return Array.from({ length: Math.ceil(characters.length / 2) }, (_, n) => {
    const [one, other = one] = characters.slice(2 * n, 2 * n + 2) as [TellingCharacter, TellingCharacter?]
    const says = new Uint8Array(codes * codes)
    for (let pair = 0; pair < says.length; pair += 1) {
      says[pair] = (one.standing[pair >> 7] as number) | (other.standing[pair & 127] as number)
    }
    return { one: one.at, other: other.at, says }
  })
}

function readAlone(
  into: Uint8Array,
  bytes: Uint8Array,
  size: number,
  width: number,
  { at: first, standing }: TellingCharacter,
): void {
  for (let at = 0, from = first; at < size; at += 1, from += width) {
    into[at] = (into[at] as number) | (standing[(bytes[from] as number) & 127] as number)
  }
}

function readPairs(into: Uint8Array, bytes: Uint8Array, size: number, width: number, a: Pair, b: Pair): void {
  const [first, second] = [a.says, b.says]
  const [one, other, third, fourth] = [a.one, a.other, b.one, b.other]
  for (let at = 0, from = 0; at < size; at += 1, from += width) {
    const pair = (((bytes[from + one] as number) & 127) << 7) | ((bytes[from + other] as number) & 127)
    const next = (((bytes[from + third] as number) & 127) << 7) | ((bytes[from + fourth] as number) & 127)
    into[at] = (into[at] as number) | (first[pair] as number) | (second[next] as number)
  }
}
