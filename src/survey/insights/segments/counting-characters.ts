/** Counts the characters of a column without decoding each: a page of thirty questions has a hundred of a million people. */
import { codes } from './alphabet.ts'
import type { Characters } from './columns.ts'

/** Some places of a segment, which has fewer than 65,536. */
export interface Places {
  /** The first `count` of them are meant. */
  places: Uint16Array
  count: number
}

/** Who of a segment counts: named one by one, or everybody but those who are named, whichever are fewer. */
export interface Chosen extends Places {
  size: number
  /** 1 where somebody counts. */
  selected: Uint8Array
  isAllBut: boolean
}

export interface CharacterCounting {
  /** Adds those who count. */
  add(of: Characters, chosen: Pick<Chosen, 'size' | 'isAllBut' | 'places' | 'count'>): void
  /** How often each character stands there, by its code. */
  counts(): Float64Array
}

export function countingCharacters(): CharacterCounting {
  // Two neighbours are counted at once: half as many additions, and seldom to the same place twice, for which a processor waits.
  const pairs = new Uint32Array(codes * codes)
  const alone = new Float64Array(codes)
  const one = ({ bytes, at, stride }: Characters, place: number, by: number) => {
    ;(alone[(bytes[at + place * stride] as number) & 127] as number) += by
  }
  return {
    add: (of, { size, isAllBut, places, count }) => {
      const { bytes, at, stride } = of
      if (isAllBut) {
        const last = at + (size - 1) * stride
        let from = at
        for (; from < last; from += 2 * stride) {
          ;(pairs[(((bytes[from] as number) & 127) << 7) | ((bytes[from + stride] as number) & 127)] as number)++
        }
        if (from === last) one(of, size - 1, 1)
      }
      const by = isAllBut ? -1 : 1
      for (let n = 0; n < count; n += 1) one(of, places[n] as number, by)
    },
    counts: () => {
      const all = alone.slice()
      pairs.forEach((count, pair) => {
        if (count === 0) return
        ;(all[pair >> 7] as number) += count
        ;(all[pair & 127] as number) += count
      })
      return all
    },
  }
}

/** @returns makes of what a segment selects who counts; its arrays are used again for the next segment */
export function choosing(): (selected: Uint8Array) => Chosen {
  let places = new Uint16Array(0)
  return (selected) => {
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
    return { size, selected, isAllBut, places, count }
  }
}
