/** Where the people of a segment stand on an axis. Pure. */
import type { Decoder } from '../decoder.ts'
import type { Layout } from '../segments/layout.ts'
import type { Axis, OneAxis, SeveralAxis } from './axis.ts'

/** Responses, column by column: what is read of a segment. */
export interface Slots {
  /** How many responses. */
  size: number
  slots(column: string): ArrayLike<number>
  /** The character that a narrow column shares with others. */
  shared(column: string): ArrayLike<number>
}

/** How many options of two bits stand in a character, and how many characters there are. */
export const characters = 64

/** Options that stand in one character: counted by it, they are counted at once. */
export interface OptionGroup {
  /** The character of each response; only of the segment that was read last. */
  read: ArrayLike<number>
  options: { option: number; stateIn(character: number): State }[]
}

/** 0 where an option does not count, 1 where it was offered, 2 where it was picked. */
export type State = 0 | 1 | 2

/** An axis that is being read. Its arrays hold as much as the segment has, and are used again for the next. */
export interface Reading {
  /** How many places there are, those outside the shares included. */
  size: number
  /** Behind which place those outside begin. */
  inside: number
  /** Reads a segment: everybody's place, and the characters of several picks. */
  read(segment: Slots): void
  places: Uint16Array
  /** How many options there are, and in which groups; none for an axis of one place. What they say counts for the place 0 alone. */
  options: number
  groups: readonly OptionGroup[]
}

/** What reading needs to know of the data. */
export interface Stored {
  decoder: Decoder
  layout: Pick<Layout, 'fields'>
  /** How many responses a segment has at most. */
  size: number
}

/** The columns that an axis is read from. */
export function columnsOf(axis: Axis): string[] {
  if (axis.kind === 'one') return [axis.column]
  return [...axis.categories, ...axis.noAnswer].map(({ column }) => column)
}

export function readingOf(axis: Axis, stored: Stored): Reading {
  return axis.kind === 'one' ? readingOne(axis, stored) : readingSeveral(axis, stored)
}

const mostKept = 4_096

function readingOne(axis: OneAxis, { decoder, size }: Stored): Reading {
  const places = new Uint16Array(size)
  const valueIn = decoder(axis.column)
  const kept = new Int32Array(mostKept).fill(-1)
  const find = (slot: number) => {
    const place = axis.placeOf(valueIn(slot))
    if (slot < mostKept) kept[slot] = place
    return place
  }
  return {
    size: axis.categories.length + axis.missing.length,
    inside: axis.categories.length,
    places,
    options: 0,
    groups: [],
    read: (segment) => {
      const given = segment.slots(axis.column)
      for (let at = 0; at < segment.size; at++) {
        const slot = given[at] ?? 0
        const place = kept[slot] ?? -1
        places[at] = place >= 0 ? place : find(slot)
      }
    },
  }
}

/** The place 0 is that of everybody who answered; who picked what is in the groups. */
function readingSeveral(axis: SeveralAxis, { decoder, layout, size }: Stored): Reading {
  const places = new Uint16Array(size)
  const groups = new Map<string, OptionGroup & { columns: string[]; says: Uint32Array }>()
  const offered = axis.categories.length
  ;[...axis.categories, ...axis.noAnswer].forEach(({ column }, option) => {
    const { block, at, shift } = layout.fields.get(column) ?? { block: column, at: 0, shift: 0 }
    const known = groups.get(`${block} ${at}`)
    const group = known ?? { columns: [column], read: [], options: [], says: new Uint32Array(characters) }
    groups.set(`${block} ${at}`, group)
    const valueIn = decoder(column)
    const states = [0, 1, 2, 3].map((slot) => stateOf(valueIn(slot)))
    const stateAt = (character: number) => states[(character >> shift) & 3] ?? 0
    for (let character = 0; character < characters; character++) {
      const state = stateAt(character)
      const said = state === left ? wasLeft : state > 0 ? wasShown : 0
      const saysNothing = option >= offered && state === 2 ? 4 << (option - offered) : 0
      group.says[character] = (group.says[character] ?? 0) | said | saysNothing
    }
    if (option < offered) group.options.push({ option, stateIn: (character) => (stateAt(character) % left) as State })
  })
  const said = new Uint32Array(size)
  const [blank, notShown] = [axis.noAnswer.length + 1, axis.noAnswer.length + 2]
  const placeOf = (all: number) => {
    if ((all & wasLeft) !== 0) return blank
    if (all >= 4) return 1 + Math.floor(Math.log2(all >> 2))
    return all === 0 ? notShown : 0
  }
  return {
    size: axis.missing.length + 1,
    inside: 1,
    places,
    options: offered,
    groups: [...groups.values()],
    read: (segment) => {
      said.fill(0, 0, segment.size)
      for (const group of groups.values()) {
        const read = segment.shared(group.columns[0] ?? '')
        group.read = read
        for (let at = 0; at < segment.size; at++) said[at] = (said[at] ?? 0) | (group.says[read[at] ?? 0] ?? 0)
      }
      for (let at = 0; at < segment.size; at++) places[at] = said[at] === wasShown ? 0 : placeOf(said[at] ?? 0)
    },
  }
}

/** A question that was left blank is blank in each of its options. */
const left = 3
const [wasShown, wasLeft] = [1, 2]

function stateOf(value: unknown): number {
  if (value === 1) return 2
  if (value === 0) return 1
  return value === null ? 0 : left
}
