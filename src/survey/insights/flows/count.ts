/** Which ways people went through some questions, one after the other. Pure. */
import type { OneAxis } from '../axes/axis.ts'
import { type ColumnSlots, type Reading, readingOf, type Stored } from '../axes/places.ts'

export interface FlowCounts {
  /** Those who answered each of the questions: by the place at each, how many. */
  ways: { places: number[]; count: number }[]
  /** How many were asked for, whatever they answered. */
  all: number
  /** How many of them have no answer to each question. */
  without: number[]
}

export interface FlowCounting {
  add(segment: ColumnSlots, inBase: Uint8Array): void
  counts(): FlowCounts
}

export function flowCountingOf(stages: readonly OneAxis[], stored: Stored): FlowCounting {
  const readings = stages.map((stage) => readingOf(stage, stored))
  const found = new Map<number, number>()
  const without = readings.map(() => 0)
  let all = 0
  return {
    add: (segment, inBase) => {
      for (const reading of readings) reading.read(segment)
      for (let at = 0; at < segment.size; at++) {
        if (inBase[at] === 0) continue
        all += 1
        const way = wayOf(readings, at, without)
        if (way !== null) found.set(way, (found.get(way) ?? 0) + 1)
      }
    },
    counts: () => ({
      all,
      without,
      ways: [...found].map(([way, count]) => ({ places: placesOf(way, readings), count })),
    }),
  }
}

/** The places of one person as one number; null for whoever has no answer at some stage, which is counted there. */
function wayOf(readings: readonly Reading[], at: number, without: number[]): number | null {
  let way: number | null = 0
  for (let stage = 0; stage < readings.length; stage++) {
    const { inside = 0, places } = readings[stage] ?? {}
    const place = places?.[at] ?? inside
    if (place >= inside) {
      without[stage] = (without[stage] ?? 0) + 1
      way = null
    } else if (way !== null) way = way * inside + place
  }
  return way
}

function placesOf(way: number, readings: readonly Reading[]): number[] {
  const places: number[] = []
  let rest = way
  for (const { inside } of readings.toReversed()) {
    places.unshift(rest % inside)
    rest = Math.floor(rest / inside)
  }
  return places
}
