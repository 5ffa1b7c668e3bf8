/** Where the people of a segment stand on an axis. Pure. */
import type { Value } from '../../variables/variable.ts'
import type { Decoder } from '../decoder.ts'
import type { Axis, OneAxis, SeveralAxis } from './axis.ts'

/** Responses, column by column: what is read of a segment. */
export interface Slots {
  /** How many responses. */
  size: number
  slots(column: string): ArrayLike<number>
}

/** An axis that is being read. Its arrays hold as much as the segment has, and are used again for the next. */
export interface Reading {
  /** How many places there are, those outside the shares included. */
  size: number
  /** Behind which place those outside begin. */
  inside: number
  /** Reads a segment: into `places`, and into `states` for several picks. */
  read(segment: Slots): void
  places: Uint16Array
  /** For each option: 0 where it does not count, 1 where it was offered, 2 where it was picked. None for an axis of one place. */
  states: readonly Uint8Array[]
}

/** The columns that an axis is read from. */
export function columnsOf(axis: Axis): string[] {
  if (axis.kind === 'one') return [axis.column]
  return [...axis.categories, ...axis.noAnswer].map(({ column }) => column)
}

/** @param size how many responses a segment has at most */
export function readingOf(axis: Axis, decoder: Decoder, size: number): Reading {
  return axis.kind === 'one' ? readingOne(axis, decoder, size) : readingSeveral(axis, decoder, size)
}

function readingOne(axis: OneAxis, decoder: Decoder, size: number): Reading {
  const places = new Uint16Array(size)
  const valueIn = decoder(axis.column)
  const placeOf = kept((slot) => axis.placeOf(valueIn(slot)))
  return {
    size: axis.categories.length + axis.missing.length,
    inside: axis.categories.length,
    places,
    states: [],
    read: ({ size: n, slots }) => {
      const given = slots(axis.column)
      for (let at = 0; at < n; at++) places[at] = placeOf(given[at] ?? 0)
    },
  }
}

/** The place 0 is that of everybody who answered; who picked what is in the states. */
function readingSeveral(axis: SeveralAxis, decoder: Decoder, size: number): Reading {
  const places = new Uint16Array(size)
  const states = axis.categories.map(() => new Uint8Array(size))
  const options = [...axis.categories, ...axis.noAnswer].map(({ column }) => {
    const valueIn = decoder(column)
    return { column, stateOf: kept((slot) => stateOf(valueIn(slot))) }
  })
  const [blank, notShown] = [axis.noAnswer.length + 1, axis.noAnswer.length + 2]
  return {
    size: axis.missing.length + 1,
    inside: 1,
    places,
    states,
    read: ({ size: n, slots }) => {
      places.fill(notShown, 0, n)
      options.forEach(({ column, stateOf }, option) => {
        const given = slots(column)
        const noAnswer = option - states.length
        const into = states[option]
        for (let at = 0; at < n; at++) {
          const state = stateOf(given[at] ?? 0)
          if (into !== undefined) into[at] = state === left ? 0 : state
          if (state === left) places[at] = blank
          else if (noAnswer >= 0 && state === 2) places[at] = noAnswer + 1
          else if (state > 0 && places[at] === notShown) places[at] = 0
        }
      })
      // Whoever said that there is no answer was offered nothing that counts.
      for (const into of states) for (let at = 0; at < n; at++) if ((places[at] ?? 0) > 0) into[at] = 0
    },
  }
}

/** A question that was left blank is blank in each of its options. */
const left = 3

function stateOf(value: Value): number {
  if (value === 1) return 2
  if (value === 0) return 1
  return value === null ? 0 : left
}

/** The same, asked once for each slot. */
function kept(find: (slot: number) => number): (slot: number) => number {
  const found = new Int32Array(65_536).fill(-1)
  const wide = new Map<number, number>()
  return (slot) => {
    const known = slot < 65_536 ? found[slot] : wide.get(slot)
    if (known !== undefined && known >= 0) return known
    const place = find(slot)
    if (slot < 65_536) found[slot] = place
    else wide.set(slot, place)
    return place
  }
}
