/** Counts how often each slot stands in a column, whatever the column's range. */
import type { Slots } from './alphabet.ts'

/** Slots below this have a place in an array. A number may be of billions, and then few of the slots are ever used. */
const mostInArray = 1 << 16

export interface SlotCounting {
  /** @param selected 1 where a response counts */
  add(slots: ArrayLike<number> | Slots, size: number, selected: Uint8Array): void
  /** Every slot that was there, in ascending order, and how often. */
  counts(): [slot: number, count: number][]
}

export function countingSlots(): SlotCounting {
  let low = new Uint32Array(64)
  const high = new Map<number, number>()
  return {
    add: (slots, size, selected) => {
      let counts = low
      for (let at = 0; at < size; at += 1) {
        if (selected[at] === 0) continue
        const slot = slots[at] as number
        if (slot < counts.length) (counts[slot] as number)++
        else if (slot >= mostInArray) high.set(slot, (high.get(slot) ?? 0) + 1)
        else {
          counts = longer(counts, slot)
          ;(counts[slot] as number)++
        }
      }
      low = counts
    },
    counts: () => {
      const found = [...low].flatMap((count, slot): [number, number][] => (count === 0 ? [] : [[slot, count]]))
      return [...found, ...[...high].sort(([a], [b]) => a - b)]
    },
  }
}

function longer(counts: Uint32Array<ArrayBuffer>, slot: number): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(2 ** Math.ceil(Math.log2(slot + 1)))
  more.set(counts)
  return more
}
