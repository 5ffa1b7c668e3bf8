/** Counts the answers to questions, column by column, in one pass over the segments. Pure. */
import type { AskedQuestion, Value, Variable } from '../../variables/variable.ts'
import type { Decoder } from '../decoder.ts'
import { numberIn } from '../segments/alphabet.ts'
import { type SegmentColumns, storedColumn } from '../segments/columns.ts'
import type { SelectedPlaces } from '../segments/counting-characters.ts'
import { countingSlots } from '../segments/counting-slots.ts'
import { weightsByPlace } from '../segments/counting-weights.ts'
import type { SegmentLayout } from '../segments/layout.ts'
import { type BlockCounting, type CountsAt, countingBlocks } from './blocks.ts'
import { type Mass, type Measured, massesOf, measured } from './mass.ts'
import { type CountedPicks, columnOf, countingPicks } from './picks.ts'

/** How many have each value of a column; null for those who were not shown it. */
export type ValueCounts = ReadonlyMap<Value, Mass>

/** What was counted of a question: each of its columns by name, and its picks where it has several. */
export interface QuestionTally {
  columns: ReadonlyMap<string, ValueCounts>
  picks: CountedPicks | null
}

export interface Tallying {
  /** The columns that have to be read. */
  columns: readonly string[]
  /** @param chosen those in the base */
  add(segment: SegmentColumns, chosen: SelectedPlaces): void
  tally(): QuestionTally
}

const isOption = ({ column }: Variable) => column?.kind === 'option'

/** A counter for the question; nothing was counted yet. @param units the weights of those who are chosen, where they have any */
export function tallying(
  { variables, options }: AskedQuestion,
  layout: SegmentLayout,
  decoder: Decoder,
  units: Float64Array | null,
): Tallying {
  const picks = variables.filter(isOption)
  const blocks = countingBlocks(layout, units)
  const others = variables
    .filter((variable) => !isOption(variable))
    .map((one) => countingValues(columnOf(one), layout, decoder, blocks, units !== null))
  const several =
    picks.length === 0 ? null : countingPicks(picks, new Set(missingCodes(options)), layout, decoder, blocks, units)
  return {
    columns: variables.map(columnOf),
    add: (segment, chosen) => {
      blocks.add(segment, chosen)
      for (const one of others) one.add(segment, chosen)
      several?.add(segment, chosen)
    },
    tally: () => {
      const counts = blocks.counts()
      return {
        columns: new Map(others.map(({ column, counted }) => [column, counted(counts)])),
        picks: several?.counted(counts) ?? null,
      }
    },
  }
}

function missingCodes(options: AskedQuestion['options']): number[] {
  return options.filter(({ isMissing }) => isMissing).map(({ code }) => code)
}

function countingValues(
  column: string,
  layout: SegmentLayout,
  decoder: Decoder,
  blocks: Pick<BlockCounting, 'ask'>,
  isWeighed: boolean,
) {
  const field = storedColumn(layout, column)
  const valueIn = decoder(column)
  const counted = (slots: Iterable<readonly [slot: number, count: number]>): ReadonlyMap<Value, number> => {
    const found = new Map<Value, number>()
    for (const [slot, count] of slots) found.set(valueIn(slot), (found.get(valueIn(slot)) ?? 0) + count)
    return found
  }
  if (field.width > 1) {
    const slots: Measured<ReturnType<typeof countingSlots>> = {
      people: countingSlots(),
      weighed: isWeighed ? { weights: countingSlots(), squares: countingSlots() } : null,
    }
    const byPlace = weightsByPlace()
    return {
      column,
      add: (segment: SegmentColumns, { size, selected, weights }: SelectedPlaces) => {
        const own = segment.slots(column)
        slots.people.add(own, size, selected)
        if (weights === null) return
        const by = byPlace(weights, size)
        slots.weighed?.weights.add(own, size, by.weights)
        slots.weighed?.squares.add(own, size, by.squares)
      },
      counted: () => massesOf(measured(slots, (of) => counted(of.counts()))),
    }
  }
  // Of one character, as most columns are: as many counts as there are characters, and each is looked up once.
  blocks.ask(column)
  return {
    column,
    add: () => undefined,
    counted: (counts: Measured<CountsAt>) =>
      massesOf(
        measured(counts, (of) =>
          counted([...of(field)].flatMap((n, code) => (n === 0 ? [] : [[numberIn(code, field), n] as const]))),
        ),
      ),
  }
}
