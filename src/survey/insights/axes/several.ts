/** What the people of a segment picked of several options. Pure. */
import { codes, numberIn } from '../segments/alphabet.ts'
import type { SeveralAxis } from './axis.ts'
import { type Character, patternsOf } from './patterns.ts'
import type { ColumnSlots, Stored } from './places.ts'

/** 0 where an option does not count, 1 where it was offered, 2 where it was picked. */
export type State = 0 | 1 | 2

/** What is told apart of everybody by one number. */
export interface Part {
  /** The number of each response; only of the segment that was read last. */
  numbers: Uint16Array
  /** So many have been given: each is below. */
  count(): number
  /** The place of whoever has this number. */
  placeOf(number: number): number
  /** The options that it tells, of those whose place is 0. */
  options: readonly { option: number; stateIn(number: number): State }[]
  /** One part of those that a segment is read by is; where places are counted, it is enough. */
  isFirst: boolean
}

/** A side of several picks that is being read. The place 0 is that of everybody who answered, the others' stand behind it. */
export interface SeveralReading {
  /** How many places there are. */
  size: number
  /** Reads a segment. @returns the parts that tell what is in it; a part stays the same for as long as it is enough */
  read(segment: ColumnSlots): readonly Part[]
}

/**
 * So many patterns are told apart of all options, and of a part of them. Two questions are a table of what both tell apart: of
 * very many options, parts of many patterns would be more than memory holds. One character has no more than a part tells apart.
 */
const [mostOfWhole, mostOfPart] = [512, codes]

/** All options are one part for as long as few patterns of them are met; where more are, each half of them is one. */
export function readingSeveral(axis: SeveralAxis, stored: Stored): SeveralReading {
  const shared = sharedCharacters(axis, stored)
  const bits = new Uint32Array(stored.size)
  const [blank, notShown] = [axis.noAnswer.length + 1, axis.noAnswer.length + 2]
  const placeOf = (says: number) => {
    if ((says & wasLeft) !== 0) return blank
    if (says >= 4) return 1 + Math.floor(Math.log2(says >> 2))
    return says === 0 ? notShown : 0
  }
  let parts = [partOf(shared, axis.missing.length, stored.size, placeOf)]
  return {
    size: axis.missing.length + 1,
    read: (segment) => {
      for (;;) {
        const full = parts.find((part) => !part.read(segment))
        if (full === undefined) break
        const half = full.characters.length >> 1
        const halves = [full.characters.slice(0, half), full.characters.slice(half)]
        const split = halves.map((some, n) =>
          partOf(some, axis.missing.length, stored.size, null, full.isFirst && n === 0),
        )
        parts = parts.flatMap((part) => (part === full ? split : [part]))
      }
      if (parts.length > 1) placeAll(parts, bits, segment.size, placeOf)
      return parts
    },
  }
}

type ReadPart = ReturnType<typeof partOf>

/**
 * Whoever is at another place than 0 has its number, so that what else they say is not told apart.
 * @param placeOf of what all characters say; null for a part that does not see all of them
 */
function partOf(
  characters: readonly SharedCharacter[],
  places: number,
  size: number,
  placeOf: ((says: number) => number) | null,
  isFirst = true,
) {
  const most = placeOf === null ? mostOfPart : mostOfWhole
  const says = new Uint32Array(places + most + 1)
  // Behind the numbers of places.
  const met: (readonly number[])[] = []
  const patterns = patternsOf(characters, size, most, (pattern) => {
    const together = pattern.reduce((all, code, n) => all | (characters[n]?.says[code] ?? 0), 0)
    const place = placeOf?.(together) ?? 0
    if (place > 0) return place
    const number = places + met.length + 1
    if (met.length === most) return 0
    met.push(pattern)
    says[number] = together
    return number
  })
  return {
    ...patterns,
    characters,
    says,
    isFirst,
    count: () => places + met.length + 1,
    placeOf: (number: number) => (number > places ? 0 : number),
    options: characters.flatMap(({ options }, n) =>
      options.map(({ option, stateIn }) => ({
        option,
        stateIn: (number: number) => stateIn(met[number - places - 1]?.[n] ?? 0),
      })),
    ),
  }
}

/** Gives everybody who did not answer the number of their place, in each part. */
function placeAll(
  parts: readonly ReadPart[],
  bits: Uint32Array,
  size: number,
  placeOf: (says: number) => number,
): void {
  bits.fill(0, 0, size)
  for (const { numbers, says } of parts) {
    for (let at = 0; at < size; at++) bits[at] = (bits[at] as number) | (says[numbers[at] as number] as number)
  }
  for (let at = 0; at < size; at++) {
    if (bits[at] === wasShown) continue
    const place = placeOf(bits[at] as number)
    if (place > 0) for (const { numbers } of parts) numbers[at] = place
  }
}

interface SharedCharacter extends Character {
  /** By the code of the character: what its options say together. */
  says: Uint32Array
  options: { option: number; stateIn(code: number): State }[]
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
