/** Counts the answers to questions, column by column, in one pass over the segments. Pure. */
import type { AskedQuestion, Value, Variable } from '../../variables/variable.ts'
import type { Decoder } from '../decoder.ts'
import { codes, numberIn } from '../segments/alphabet.ts'
import { fieldOf, type SegmentColumns } from '../segments/columns.ts'
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
  /** @param selected 1 where a response is in the base */
  add(segment: SegmentColumns, selected: Uint8Array): void
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
    add: (segment, selected) => {
      for (const one of others) one.add(segment, selected)
      several?.add(segment, selected)
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
      add: (segment: SegmentColumns, selected: Uint8Array) => slots.add(segment.slots(column), segment.size, selected),
      counted: () => counted(slots.counts()),
    }
  }
  // Of one character, as most columns are: as many counts as there are characters, and each is looked up once.
  const counts = new Uint32Array(codes)
  return {
    column,
    add: (segment: SegmentColumns, selected: Uint8Array) => {
      const { text, at: first, stride } = segment.characters(column)
      for (let at = 0, from = first; at < segment.size; at += 1, from += stride) {
        ;(counts[text.charCodeAt(from) & 127] as number) += selected[at] as number
      }
    },
    counted: () =>
      counted([...counts].flatMap((count, code) => (count === 0 ? [] : [[numberIn(code, field), count] as const]))),
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
  /** How many have each character, for each of `groups`. */
  counts: Uint32Array
  options: readonly { code: number; isSilent: boolean; valueIn: (character: number) => Value }[]
}

function countingPicks(variables: readonly Variable[], missing: ReadonlySet<number>, layout: Layout, decoder: Decoder) {
  const shared = sharedBy(variables, missing, layout, decoder)
  const total = { answered: 0, notShown: 0, blank: 0 }
  let standing = new Uint8Array(0)
  return {
    add: (segment: SegmentColumns, selected: Uint8Array) => {
      const { size } = segment
      if (standing.length < size) standing = new Uint8Array(size)
      standing.fill(0, 0, size)
      for (const one of shared) {
        const { text, at: first, stride } = segment.characters(one.column)
        const table = one.standing
        for (let at = 0, from = first; at < size; at += 1, from += stride) {
          ;(standing[at] as number) |= table[text.charCodeAt(from) & 127] as number
        }
      }
      for (let at = 0; at < size; at += 1) {
        const here = standing[at] as number
        standing[at] = groups.others
        if (selected[at] === 0) standing[at] = groups.notSelected
        else if (here === 0) total.notShown += 1
        else if (here === offered) {
          total.answered += 1
          standing[at] = groups.answered
        } else if ((here & saidNothing) === 0) total.blank += 1
      }
      for (const { column, counts } of shared) {
        const { text, at: first, stride } = segment.characters(column)
        for (let at = 0, from = first; at < size; at += 1, from += stride) {
          ;(counts[(standing[at] as number) * codes + (text.charCodeAt(from) & 127)] as number)++
        }
      }
    },
    counted: (): CountedPicks => {
      const options = new Map<number, { offered: number; picked: number }>()
      const noAnswer = new Map<number, number>()
      for (const one of shared) {
        for (const { code, isSilent, valueIn } of one.options) {
          const having = (group: number, value: Value) =>
            characters.reduce((sum, character) => {
              return valueIn(character) === value ? sum + (one.counts[group * codes + character] ?? 0) : sum
            }, 0)
          if (isSilent) noAnswer.set(code, having(groups.others, 1) + having(groups.answered, 1))
          else {
            const picked = having(groups.answered, 1)
            options.set(code, { picked, offered: picked + having(groups.answered, 0) })
          }
        }
      }
      return { ...total, options, noAnswer }
    },
  }
}

/** Those who are told apart when characters are counted. */
const groups = { notSelected: 0, others: 1, answered: 2 } as const
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
      counts: new Uint32Array(codes * 3),
      options,
    }
  })
}
