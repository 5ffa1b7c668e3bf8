/** Two groups of people beside each other, question by question. Pure. */
import type { Axis, OneAxis, SeveralAxis } from '../axes/axis.ts'
import { readingOf, type Slots, type Stored } from '../axes/places.ts'
import type { By } from '../crosses/count.ts'
import { countingSlots } from '../segments/counting-slots.ts'

/** What was counted of one question in one group. */
export interface GroupCounts {
  /** Those who gave an answer; `effective`: how many those are worth, where they have weights. */
  base: number
  effective?: number
  /** By category: how many, and of how many (those who were offered it, where people pick several). Of weighted people their weights. */
  shares: { count: number; base: number; effective?: number }[]
  /** By what stands beside. */
  missing: number[]
}

export interface SideCounting {
  add(segment: Slots, by: By): void
  counts(): GroupCounts[]
}

/** Counts every side of `axes` at once. */
export function sideCountingOf(axes: readonly Axis[], stored: Stored): SideCounting {
  const sides = axes.map((axis) => (axis.kind === 'one' ? countingOne(axis, stored) : countingSeveral(axis, stored)))
  return {
    add: (segment, by) => {
      for (const side of sides) side.add(segment, by)
    },
    counts: () => sides.map((side) => side.counted()),
  }
}

/** Slots are counted, and what they stand for is looked up once for each. */
function countingOne(axis: OneAxis, { decoder }: Stored) {
  const valueIn = decoder(axis.column)
  const slots = countingSlots()
  return {
    add: (segment: Slots, by: By) => slots.add(segment.slots(axis.column), segment.size, by),
    counted: (): GroupCounts => {
      const places = new Array<number>(axis.categories.length + axis.missing.length).fill(0)
      for (const [slot, count] of slots.counts()) {
        const place = axis.placeOf(valueIn(slot))
        places[place] = (places[place] ?? 0) + count
      }
      const answered = places.slice(0, axis.categories.length)
      const base = answered.reduce((sum, count) => sum + count, 0)
      return { base, missing: places.slice(axis.categories.length), shares: answered.map((count) => ({ count, base })) }
    },
  }
}

function countingSeveral(axis: SeveralAxis, stored: Stored) {
  const reading = readingOf(axis, stored)
  const places = new Float64Array(reading.size)
  const answered = new Float64Array(stored.size)
  const groups = reading.groups.map((group) => ({ group, patterns: countingSlots() }))
  return {
    add: (segment: Slots, by: By) => {
      reading.read(segment)
      for (let at = 0; at < segment.size; at++) {
        const place = reading.places[at] ?? 0
        places[place] = (places[place] ?? 0) + (by[at] as number)
      }
      for (let at = 0; at < segment.size; at++) answered[at] = reading.places[at] === 0 ? (by[at] as number) : 0
      for (const { group, patterns } of groups) patterns.add(group.read, segment.size, answered)
    },
    counted: (): GroupCounts => {
      const shares = axis.categories.map(() => ({ count: 0, base: 0 }))
      for (const { group, patterns } of groups) {
        for (const { option, stateIn } of group.options) {
          const share = shares[option]
          for (const [pattern, count] of patterns.counts()) {
            const state = stateIn(pattern)
            if (share === undefined || state === 0) continue
            share.base += count
            if (state === 2) share.count += count
          }
        }
      }
      return { base: places[0] ?? 0, missing: [...places.subarray(1)], shares }
    },
  }
}
