/** Where the people of a segment stand on an axis. Pure. */
import type { Decoder } from '../decoder.ts'
import { codes, numberIn } from '../segments/alphabet.ts'
import type { Block } from '../segments/columns.ts'
import type { Layout } from '../segments/layout.ts'
import type { Axis, OneAxis, SeveralAxis } from './axis.ts'

/** Responses, column by column: what is read of a segment. */
export interface Slots {
  /** How many responses. */
  size: number
  slots(column: string): ArrayLike<number>
  /** The characters of the block that a column stands in. */
  block(column: string): Block
}

/** Options that stand in one character, or in two: counted by the pattern that they make together, they are counted at once. */
export interface OptionGroup {
  /** The pattern of each response, as a number from 0; only of the segment that was read last. */
  read: Uint16Array
  /** How many patterns there have been so far. */
  patterns(): number
  options: { option: number; stateIn(pattern: number): State }[]
}

/** 0 where an option does not count, 1 where it was offered, 2 where it was picked. */
export type State = 0 | 1 | 2

/** An axis that is being read. Its arrays hold as much as the segment has, and are used again for the next. */
export interface Reading {
  /** How many places there are, those outside the shares included. */
  size: number
  /** Behind which place those outside begin. */
  inside: number
  /** Reads a segment: everybody's place, and the patterns of several picks. */
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

function readingOne(axis: OneAxis, { decoder, layout, size }: Stored): Reading {
  const places = new Uint16Array(size)
  const valueIn = decoder(axis.column)
  const cache = new Int32Array(mostKept).fill(-1)
  const find = (slot: number) => {
    const place = axis.placeOf(valueIn(slot))
    if (slot < mostKept) cache[slot] = place
    return place
  }
  // Of one character, as most columns are: where each character stands, without a column of slots in between.
  const field = layout.fields.get(axis.column)
  const byCode =
    field?.width === 1
      ? { at: field.at, places: Uint16Array.from({ length: codes }, (_, code) => find(numberIn(code, field))) }
      : null
  return {
    size: axis.categories.length + axis.missing.length,
    inside: axis.categories.length,
    places,
    options: 0,
    groups: [],
    read: (segment) => {
      if (byCode !== null) {
        const { bytes, width } = segment.block(axis.column)
        for (let at = 0, from = byCode.at; at < segment.size; at++, from += width) {
          places[at] = byCode.places[(bytes[from] as number) & 127] as number
        }
        return
      }
      const given = segment.slots(axis.column)
      for (let at = 0; at < segment.size; at++) {
        const slot = given[at] ?? 0
        const place = cache[slot] ?? -1
        places[at] = place >= 0 ? place : find(slot)
      }
    },
  }
}

/** The place 0 is that of everybody who answered; who picked what is in the groups. */
function readingSeveral(axis: SeveralAxis, stored: Stored): Reading {
  const { size } = stored
  const places = new Uint16Array(size)
  const groups = groupsOf(axis, stored)
  const bits = new Uint32Array(size)
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
    options: axis.categories.length,
    groups,
    read: (segment) => {
      bits.fill(0, 0, segment.size)
      for (const group of groups) group.find(segment, bits)
      for (let at = 0; at < segment.size; at++) {
        places[at] = bits[at] === wasShown ? 0 : placeOf(bits[at] as number)
      }
    },
  }
}

/** So many characters are taken two at a time: of more, the patterns of two would be too many to be counted against each other. */
const mostInPairs = 8

interface SharedCharacter {
  /** Any of its columns, and where in a place of their block it stands. */
  column: string
  at: number
  /** By the code of the character: what its options say together. */
  says: Uint32Array
  options: { option: number; stateIn(code: number): State }[]
}

function groupsOf(axis: SeveralAxis, stored: Stored) {
  const shared = sharedCharacters(axis, stored)
  const atOnce = shared.length > mostInPairs ? 1 : 2
  return Array.from({ length: Math.ceil(shared.length / atOnce) }, (_, n) => {
    const [one, other] = shared.slice(n * atOnce, (n + 1) * atOnce) as [SharedCharacter, SharedCharacter?]
    return groupOf(one, other, stored.size)
  })
}

/** Two characters together, or one alone. Patterns are numbered as they are met: few of those that could be ever are. */
function groupOf(one: SharedCharacter, other: SharedCharacter | undefined, size: number) {
  const read = new Uint16Array(size)
  // By the two characters: the number of the pattern, from 1; 0 for one that was not met yet.
  const numbers = new Uint16Array(codes * codes)
  const met: number[] = []
  const says = new Uint32Array(numbers.length)
  const meet = (pair: number) => {
    const number = met.push(pair)
    numbers[pair] = number
    says[number - 1] = (one.says[pair >> 7] as number) | (other?.says[pair & 127] ?? 0)
    return number
  }
  const stateIn = ({ options }: Pick<SharedCharacter, 'options'>, characterOf: (pair: number) => number) =>
    options.map(({ option, stateIn: of }) => ({
      option,
      stateIn: (pattern: number) => of(characterOf(met[pattern] ?? 0)),
    }))
  return {
    read,
    patterns: () => met.length,
    options: [...stateIn(one, (pair) => pair >> 7), ...stateIn(other ?? { options: [] }, (pair) => pair & 127)],
    /** Reads a segment, and adds what is said there to `bits`. */
    find: (segment: Slots, bits: Uint32Array) => {
      const [first, second] = [segment.block(one.column), segment.block((other ?? one).column)]
      const [ones, others] = [first.bytes, second.bytes]
      let [from, to] = [one.at, (other ?? one).at]
      for (let at = 0; at < segment.size; at++, from += first.width, to += second.width) {
        const pair = (((ones[from] as number) & 127) << 7) | ((others[to] as number) & 127)
        const number = (numbers[pair] as number) || meet(pair)
        read[at] = number - 1
        bits[at] = (bits[at] as number) | (says[number - 1] as number)
      }
    },
  }
}

function sharedCharacters(axis: SeveralAxis, { decoder, layout }: Stored): SharedCharacter[] {
  const shared = new Map<string, SharedCharacter>()
  const offered = axis.categories.length
  ;[...axis.categories, ...axis.noAnswer].forEach(({ column }, option) => {
    const field = layout.fields.get(column) ?? { block: column, at: 0, shift: 0, bits: 2 }
    const { block, at } = field
    const known = shared.get(`${block} ${at}`)
    const here = known ?? { column, at, options: [], says: new Uint32Array(codes) }
    shared.set(`${block} ${at}`, here)
    const valueIn = decoder(column)
    const states = [0, 1, 2, 3].map((slot) => stateOf(valueIn(slot)))
    const stateAt = (code: number) => states[numberIn(code, field)] ?? 0
    for (let code = 0; code < codes; code++) {
      const state = stateAt(code)
      const bit = state === left ? wasLeft : state > 0 ? wasShown : 0
      const saysNothing = option >= offered && state === 2 ? 4 << (option - offered) : 0
      here.says[code] = (here.says[code] ?? 0) | bit | saysNothing
    }
    if (option < offered) here.options.push({ option, stateIn: (code) => (stateAt(code) % left) as State })
  })
  return [...shared.values()]
}

/** A question that was left blank is blank in each of its options. */
const left = 3
const [wasShown, wasLeft] = [1, 2]

function stateOf(value: unknown): number {
  if (value === 1) return 2
  if (value === 0) return 1
  return value === null ? 0 : left
}
