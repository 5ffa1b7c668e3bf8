/** Counts the answers to questions, column by column, in one pass over the segments. Pure. */
import type { AskedQuestion, Value, Variable } from '../../variables/variable.ts'
import type { Decoder } from '../decoder.ts'
import { codes, numberIn } from '../segments/alphabet.ts'
import { fieldOf, type SegmentColumns } from '../segments/columns.ts'
import { type CharacterCounting, type Chosen, countingCharacters } from '../segments/counting-characters.ts'
import { countingSlots } from '../segments/counting-slots.ts'
import type { Layout } from '../segments/layout.ts'

/** How many have each value of a column; null for those who were not shown it. */
export type Counted = ReadonlyMap<Value, number>

/** A question of several picks. */
export interface CountedPicks {
  /** Those who gave a real answer: neither blank nor an option that says that there is none. */
  answered: number
  notShown: number
  blank: number
  /** By option: of those who gave a real answer, how many were offered it, and how many picked it. */
  options: ReadonlyMap<number, { offered: number; picked: number }>
  /** How many picked an option that says that there is no answer. */
  noAnswer: ReadonlyMap<number, number>
}

/** What was counted of a question: each of its columns by name, and its picks where it has several. */
export interface Tally {
  columns: ReadonlyMap<string, Counted>
  picks: CountedPicks | null
}

export interface Tallying {
  /** The columns that have to be read. */
  columns: readonly string[]
  /** @param chosen those in the base */
  add(segment: SegmentColumns, chosen: Chosen): void
  tally(): Tally
}

const columnOf = ({ column, name }: Variable) => column?.name ?? name
const isOption = ({ column }: Variable) => column?.kind === 'option'

/** A counter for the question; nothing was counted yet. */
export function tallying({ variables, options }: AskedQuestion, layout: Layout, decoder: Decoder): Tallying {
  const picks = variables.filter(isOption)
  const others = variables
    .filter((variable) => !isOption(variable))
    .map((one) => countingValues(columnOf(one), layout, decoder))
  const several = picks.length === 0 ? null : countingPicks(picks, new Set(missingCodes(options)), layout, decoder)
  return {
    columns: variables.map(columnOf),
    add: (segment, chosen) => {
      for (const one of others) one.add(segment, chosen)
      several?.add(segment, chosen)
    },
    tally: () => ({
      columns: new Map(others.map(({ column, counted }) => [column, counted()])),
      picks: several?.counted() ?? null,
    }),
  }
}

function missingCodes(options: AskedQuestion['options']): number[] {
  return options.filter(({ isMissing }) => isMissing).map(({ code }) => code)
}

function countingValues(column: string, layout: Layout, decoder: Decoder) {
  const field = fieldOf(layout, column)
  const valueIn = decoder(column)
  const counted = (slots: Iterable<readonly [slot: number, count: number]>): Counted => {
    const found = new Map<Value, number>()
    for (const [slot, count] of slots) found.set(valueIn(slot), (found.get(valueIn(slot)) ?? 0) + count)
    return found
  }
  if (field.width > 1) {
    const slots = countingSlots()
    return {
      column,
      add: (segment: SegmentColumns, { size, selected }: Chosen) => slots.add(segment.slots(column), size, selected),
      counted: () => counted(slots.counts()),
    }
  }
  // Of one character, as most columns are: as many counts as there are characters, and each is looked up once.
  const characters = countingCharacters()
  return {
    column,
    add: (segment: SegmentColumns, chosen: Chosen) => characters.add(segment.characters(column), chosen),
    counted: () =>
      counted([...characters.counts()].flatMap((n, code) => (n === 0 ? [] : [[numberIn(code, field), n] as const]))),
  }
}

// How an option stands with somebody; of several options, these are put together bit by bit.
const [leftBlank, offered, saidNothing] = [1, 2, 4] as const

function stateOf(value: Value, isSilent: boolean): number {
  if (value === null) return 0
  if (value === 0) return offered
  if (value !== 1) return leftBlank
  return isSilent ? saidNothing : offered
}

/** Options share characters: each is looked at once for all that stand in it. */
interface Shared {
  /** Any of its columns, by which it is found. */
  column: string
  /** By the character: how its options stand, put together. */
  standing: Uint8Array
  /** Those who gave a real answer, and those of the base who did not. */
  answered: CharacterCounting
  others: CharacterCounting
  options: readonly { code: number; isSilent: boolean; valueIn: (character: number) => Value }[]
}

function countingPicks(variables: readonly Variable[], missing: ReadonlySet<number>, layout: Layout, decoder: Decoder) {
  const shared = sharedBy(variables, missing, layout, decoder)
  const total = { answered: 0, notShown: 0, blank: 0 }
  let standing = new Uint8Array(0)
  let [silent, others] = [new Uint16Array(0), new Uint16Array(0)]
  return {
    add: (segment: SegmentColumns, { size, selected }: Chosen) => {
      if (standing.length < size) {
        standing = new Uint8Array(size)
        ;[silent, others] = [new Uint16Array(size), new Uint16Array(size)]
      }
      standing.fill(0, 0, size)
      for (const one of shared) {
        const { bytes, at: first, stride } = segment.characters(one.column)
        const table = one.standing
        for (let at = 0, from = first; at < size; at += 1, from += stride) {
          ;(standing[at] as number) |= table[(bytes[from] as number) & 127] as number
        }
      }
      let [without, unanswered, answered] = [0, 0, 0]
      for (let at = 0; at < size; at += 1) {
        const here = selected[at] === 0 ? -1 : (standing[at] as number)
        if (here === offered) {
          answered += 1
          continue
        }
        others[unanswered] = at
        unanswered += 1
        if (here === 0) total.notShown += 1
        else if (here > 0 && (here & saidNothing) === 0) total.blank += 1
        else if (here > 0) {
          silent[without] = at
          without += 1
        }
      }
      total.answered += answered
      const isAllBut = answered > size / 2
      if (!isAllBut) unanswered = listAnswered(others, standing, selected, size)
      for (const one of shared) {
        const characters = segment.characters(one.column)
        one.answered.add(characters, { size, isAllBut, places: others, count: unanswered })
        one.others.add(characters, { size, isAllBut: false, places: silent, count: without })
      }
    },
    counted: (): CountedPicks => {
      const options = new Map<number, { offered: number; picked: number }>()
      const noAnswer = new Map<number, number>()
      for (const one of shared) {
        const [answered, others] = [one.answered.counts(), one.others.counts()]
        for (const { code, isSilent, valueIn } of one.options) {
          const having = (counts: Float64Array, value: Value) =>
            counts.reduce((sum, count, character) => (valueIn(character) === value ? sum + count : sum), 0)
          if (isSilent) noAnswer.set(code, having(others, 1))
          else {
            const picked = having(answered, 1)
            options.set(code, { picked, offered: picked + having(answered, 0) })
          }
        }
      }
      return { ...total, options, noAnswer }
    },
  }
}

/** Puts the places of those who gave a real answer into an array. @returns how many */
function listAnswered(places: Uint16Array, standing: Uint8Array, selected: Uint8Array, size: number): number {
  let count = 0
  for (let at = 0; at < size; at += 1) {
    places[count] = at
    if (selected[at] === 1 && standing[at] === offered) count += 1
  }
  return count
}

const characters = Array.from({ length: codes }, (_, character) => character)

function sharedBy(
  variables: readonly Variable[],
  missing: ReadonlySet<number>,
  layout: Layout,
  decoder: Decoder,
): Shared[] {
  const groups = new Map<string, Variable[]>()
  for (const variable of variables) {
    const { block, at } = fieldOf(layout, columnOf(variable))
    groups.set(`${block} ${at}`, [...(groups.get(`${block} ${at}`) ?? []), variable])
  }
  return [...groups.values()].map((group) => {
    const options = group.map((variable) => {
      const field = fieldOf(layout, columnOf(variable))
      const values = characters.map((character) => decoder(columnOf(variable))(numberIn(character, field)))
      const code = variable.column?.option ?? Number.NaN
      return { code, isSilent: missing.has(code), valueIn: (character: number) => values[character] ?? null }
    })
    const standing = characters.map((character) =>
      options.reduce((sum, { isSilent, valueIn }) => sum | stateOf(valueIn(character), isSilent), 0),
    )
    return {
      column: group[0] === undefined ? '' : columnOf(group[0]),
      standing: Uint8Array.from(standing),
      answered: countingCharacters(),
      others: countingCharacters(),
      options,
    }
  })
}
