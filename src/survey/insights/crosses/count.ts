/** Counts two axes against each other, a segment at a time. Pure. */
import type { Axis } from '../axes/axis.ts'
import { type Reading, readingOf, type Slots } from '../axes/places.ts'
import type { Decoder } from '../decoder.ts'

/** How many people of an option stand where on the other side. */
export interface OptionCounts {
  offered: number[]
  picked: number[]
}

export interface Counts {
  /** By the place of the row, then of the column. */
  places: number[][]
  /** For a side of several picks: each option by the places of the other side. */
  rows: OptionCounts[]
  columns: OptionCounts[]
  /** Where both sides are of several picks: each option of the rows with each of the columns. */
  pairs: PairCounts[][]
}

/** Those who were offered both: how many picked both, the row's, the column's; and all. */
export interface PairCounts {
  both: number
  row: number
  column: number
  offered: number
}

export interface Counting {
  /** @param inBase 1 for each response of the segment that is in the base */
  add(segment: Slots, inBase: Uint8Array): void
  /** 1 for each response of the segment added last that answered both; used again for the next. */
  answeredBoth: Uint8Array
  counts(): Counts
}

/** @param size how many responses a segment has at most */
export function countingOf(rowAxis: Axis, columnAxis: Axis, decoder: Decoder, size: number): Counting {
  const rows = readingOf(rowAxis, decoder, size)
  const columns = readingOf(columnAxis, decoder, size)
  const places = new Float64Array(rows.size * columns.size)
  const answeredBoth = new Uint8Array(size)
  const byRows = optionsBy(rows, columns)
  const byColumns = optionsBy(columns, rows)
  const pairs = pairsOf(rows, columns, size)
  return {
    add: (segment, inBase) => {
      const { size: n } = segment
      rows.read(segment)
      columns.read(segment)
      for (let at = 0; at < n; at++) {
        answeredBoth[at] = 0
        if (inBase[at] === 0) continue
        const [row, column] = [rows.places[at] ?? 0, columns.places[at] ?? 0]
        places[row * columns.size + column] = (places[row * columns.size + column] ?? 0) + 1
        if (row < rows.inside && column < columns.inside) answeredBoth[at] = 1
      }
      byRows.add(n, inBase)
      byColumns.add(n, inBase)
      pairs.add(n, inBase)
    },
    answeredBoth,
    counts: () => ({
      places: Array.from({ length: rows.size }, (_, row) => [
        ...places.subarray(row * columns.size, (row + 1) * columns.size),
      ]),
      rows: byRows.counts(),
      columns: byColumns.counts(),
      pairs: pairs.counts(),
    }),
  }
}

/** Each option of a side of several picks by the places of the other side. */
function optionsBy({ states }: Reading, other: Reading) {
  const found = states.map(() => new Float64Array(3 * other.size))
  return {
    add: (n: number, inBase: Uint8Array) => {
      states.forEach((state, option) => {
        const into = found[option]
        if (into === undefined) return
        for (let at = 0; at < n; at++) {
          if (inBase[at] === 0) continue
          const place = (state[at] ?? 0) * other.size + (other.places[at] ?? 0)
          into[place] = (into[place] ?? 0) + 1
        }
      })
    },
    counts: (): OptionCounts[] =>
      found.map((counts) => {
        const picked = [...counts.subarray(2 * other.size)]
        return { picked, offered: picked.map((count, place) => count + (counts[other.size + place] ?? 0)) }
      }),
  }
}

/** Options with options: everybody is one bit, and a machine word counts thirty-two at once. */
function pairsOf(rows: Reading, columns: Reading, size: number) {
  const words = Math.ceil(size / 32)
  const bits = (reading: Reading) =>
    reading.states.map(() => ({ offered: new Int32Array(words), picked: new Int32Array(words) }))
  const isNeeded = rows.states.length > 0 && columns.states.length > 0
  const [rowBits, columnBits] = isNeeded ? [bits(rows), bits(columns)] : [[], []]
  const found = rowBits.map(() => columnBits.map((): PairCounts => ({ both: 0, row: 0, column: 0, offered: 0 })))
  return {
    add: (n: number, inBase: Uint8Array) => {
      if (!isNeeded) return
      fillBits(rows, rowBits, n, inBase)
      fillBits(columns, columnBits, n, inBase)
      found.forEach((line, r) => {
        const one = rowBits[r]
        if (one === undefined) return
        line.forEach((pair, c) => {
          const other = columnBits[c]
          if (other === undefined) return
          pair.both += common(one.picked, other.picked)
          pair.row += common(one.picked, other.offered)
          pair.column += common(one.offered, other.picked)
          pair.offered += common(one.offered, other.offered)
        })
      })
    },
    counts: () => found,
  }
}

interface Bits {
  offered: Int32Array
  picked: Int32Array
}

function fillBits({ states }: Reading, bits: readonly Bits[], n: number, inBase: Uint8Array): void {
  states.forEach((state, option) => {
    const into = bits[option]
    if (into === undefined) return
    into.offered.fill(0)
    into.picked.fill(0)
    for (let at = 0; at < n; at++) {
      const here = inBase[at] === 0 ? 0 : (state[at] ?? 0)
      if (here === 0) continue
      into.offered[at >> 5] = (into.offered[at >> 5] ?? 0) | (1 << (at & 31))
      if (here === 2) into.picked[at >> 5] = (into.picked[at >> 5] ?? 0) | (1 << (at & 31))
    }
  })
}

function common(one: Int32Array, other: Int32Array): number {
  let total = 0
  for (let at = 0; at < one.length; at++) {
    let word = (one[at] ?? 0) & (other[at] ?? 0)
    if (word === 0) continue
    word -= (word >>> 1) & 0x55555555
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
    total += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return total
}
