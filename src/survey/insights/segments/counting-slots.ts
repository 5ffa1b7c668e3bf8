/** Counts how often each slot stands in a column, or whose weights it has, whatever the column's range. */
import type { SlotArray } from './alphabet.ts'

/** Slots below this have a place in an array. A number may be of billions, and then few of the slots are ever used. */
const mostInArray = 1 << 16

export interface SlotCounting {
  /** @param by how much each response counts: 1, or its weight; 0 for none */
  add(slots: ArrayLike<number> | SlotArray, size: number, by: Uint8Array | Float64Array): void
  /** Every slot that was there, in ascending order, and how often, or with how much weight. */
  counts(): [slot: number, count: number][]
}

export function countingSlots(): SlotCounting {
  let low = new Float64Array(64)
  // Most people have nothing in a column that is wide: what they count for is not looked up.
  let nothing = 0
  const high = new Map<number, number>()
  return {
    add: (slots, size, by) => {
      let [counts, none] = [low, 0]
      for (let at = 0; at < size; at += 1) {
        const much = by[at] as number
        const slot = slots[at] as number
        if (slot === 0) none += much
        else if (much === 0) continue
        else if (slot < counts.length) (counts[slot] as number) += much
        else if (slot >= mostInArray) high.set(slot, (high.get(slot) ?? 0) + much)
        else {
          counts = longer(counts, slot)
          ;(counts[slot] as number) += much
        }
      }
      low = counts
      nothing += none
    },
    counts: () => {
      const found = [nothing, ...low.subarray(1)].flatMap((count, slot): [number, number][] =>
        count === 0 ? [] : [[slot, count]],
      )
      return [...found, ...[...high].sort(([a], [b]) => a - b)]
    },
  }
}

function longer(counts: Float64Array<ArrayBuffer>, slot: number): Float64Array<ArrayBuffer> {
  const more = new Float64Array(2 ** Math.ceil(Math.log2(slot + 1)))
  more.set(counts)
  return more
}
