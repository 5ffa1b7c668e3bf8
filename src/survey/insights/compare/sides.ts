/** Two groups of people beside each other, question by question. Pure. */
import type { Axis, OneAxis, SeveralAxis } from '../axes/axis.ts'
import type { ColumnSlots, Stored } from '../axes/places.ts'
import { type Part, readingSeveral } from '../axes/several.ts'
import { countingSlots, type SlotCounting } from '../segments/counting-slots.ts'

/** What each response counts: 1 in the group, or its weight, or the square of that; 0 outside. */
export type By = Uint8Array | Float64Array

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
  add(segment: ColumnSlots, by: By): void
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
    add: (segment: ColumnSlots, by: By) => slots.add(segment.slots(axis.column), segment.size, by),
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
  const reading = readingSeveral(axis, stored)
  const found = new Map<Part, SlotCounting>()
  return {
    add: (segment: ColumnSlots, by: By) => {
      for (const part of reading.read(segment)) {
        const numbers = found.get(part) ?? countingSlots()
        found.set(part, numbers)
        numbers.add(part.numbers, segment.size, by)
      }
    },
    counted: (): GroupCounts => {
      const shares = axis.categories.map(() => ({ count: 0, base: 0 }))
      const places = new Array<number>(reading.size).fill(0)
      for (const [{ isFirst, placeOf, options }, numbers] of found) {
        for (const [number, count] of numbers.counts()) {
          const place = placeOf(number)
          if (isFirst) places[place] = (places[place] ?? 0) + count
          if (place !== 0) continue
          for (const { option, stateIn } of options) {
            const [share, state] = [shares[option], stateIn(number)]
            if (share === undefined || state === 0) continue
            share.base += count
            if (state === 2) share.count += count
          }
        }
      }
      return { base: places[0] ?? 0, missing: places.slice(1), shares }
    },
  }
}
