/** Counts what people picked of several options, whose columns share characters. Pure. */
import type { Value, Variable } from '../../variables/variable.ts'
import type { Decoder } from '../decoder.ts'
import { codes, numberIn } from '../segments/alphabet.ts'
import { type SegmentColumns, storedColumn } from '../segments/columns.ts'
import { countingNamed, type SelectedPlaces, type Weights } from '../segments/counting-characters.ts'
import { weighingNamed } from '../segments/counting-weights.ts'
import type { SegmentLayout } from '../segments/layout.ts'
import { readingStandings } from '../segments/standings.ts'
import { type BlockCounting, type CountsAt, measuredIn } from './blocks.ts'
import { type Mass, type Measured, massOf, measured } from './mass.ts'

/** A question of several picks. */
export interface CountedPicks {
  /** Those who gave a real answer: neither blank nor an option that says that there is none. */
  answered: Mass
  notShown: Mass
  blank: Mass
  /** By option: of those who gave a real answer, how many were offered it, and how many picked it. */
  options: ReadonlyMap<number, { offered: Mass; picked: Mass }>
  /** How many picked an option that says that there is no answer. */
  noAnswer: ReadonlyMap<number, Mass>
}

/** The column that a variable is stored in. */
export const columnOf = ({ column, name }: Variable) => column?.name ?? name

// How an option stands with somebody; of several options, these are put together bit by bit.
const [leftBlank, offered, saidNothing, notChosen] = [1, 2, 4, 8] as const
/** All of these. */
const every = 15
/** Who may have to be named: said nothing, or left blank what others were offered; and any of four. */
const [aside, anyAside] = [leftBlank | saidNothing, 0x05050505] as const

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
  block: string
  at: number
  /** By the character: how its options stand, put together. */
  standing: Uint8Array
  isAlwaysOffered: boolean
  options: readonly { code: number; isSilent: boolean; valueIn: (character: number) => Value }[]
}

/** Counts the options of a question of several picks. @param missing the codes that say that there is no answer */
export function countingPicks(
  variables: readonly Variable[],
  missing: ReadonlySet<number>,
  layout: SegmentLayout,
  decoder: Decoder,
  blocks: Pick<BlockCounting, 'ask'>,
  units: Float64Array | null,
) {
  const shared = sharedBy(variables, missing, layout, decoder)
  for (const { column } of shared) blocks.ask(column)
  const readStandings = readingStandings(telling(shared))
  const inBlocks = [...new Map(shared.map((one) => [one.block, one])).values()].map(({ block, column }) => {
    return { block, column, width: storedColumn(layout, column).stride }
  })
  // By how somebody stands, and two people at once: how many.
  const [alone, pairs] = [new Float64Array(every + 1), new Uint32Array((every + 1) ** 2)]
  // Whoever gave no real answer and stands somewhere all the same: who said that there is none, and others.
  const [silent, apart] = [countingApart(inBlocks, units), countingApart(inBlocks, units)]
  // And by what they weigh.
  const weighed = units && { units, counts: new Uint32Array((every + 1) * units.length) }
  const name = (standing: number, at: number) => {
    if ((standing & saidNothing) !== 0) silent.name(at)
    else if (standing === (leftBlank | offered)) apart.name(at)
  }
  return {
    add: (segment: SegmentColumns, { size, isAllBut, places, count, weights }: SelectedPlaces) => {
      const standing = readStandings(segment, size)
      if (weighed !== null && weights !== null) {
        const [{ which }, { counts }, all] = [weights, weighed, weighed.units.length]
        for (let at = 0; at < size; at += 1) {
          const [own, unit] = [standing[at] as number, which[at] as number]
          ;(counts[own * all + unit] as number)++
          if ((own & aside) !== 0 && unit !== 0) name(own, at)
        }
      } else if (isAllBut) {
        for (let n = 0; n < count; n += 1) standing[places[n] as number] = notChosen
        standing.fill(notChosen, size)
        const four = new Uint32Array(standing.buffer, 0, (size + 3) >> 2)
        for (let n = 0; n < four.length; n += 1) {
          const word = four[n] as number
          ;(pairs[(word & every) | ((word >>> 4) & (every << 4))] as number)++
          ;(pairs[((word >>> 16) & every) | ((word >>> 20) & (every << 4))] as number)++
          if ((word & anyAside) !== 0) {
            for (let at = 4 * n; at < 4 * n + 4; at += 1) name(standing[at] as number, at)
          }
        }
      } else {
        for (let n = 0; n < count; n += 1) {
          const at = places[n] as number
          ;(alone[standing[at] as number] as number)++
          name(standing[at] as number, at)
        }
      }
      silent.add(segment, weights)
      apart.add(segment, weights)
    },
    counted: (chosen: Measured<CountsAt>): CountedPicks => {
      const standing = alone.slice()
      pairs.forEach((count, pair) => {
        ;(standing[pair & every] as number) += count
        ;(standing[pair >> 4] as number) += count
      })
      const stand = weighed === null ? { people: standing, weighed } : standingBy(weighed)
      const at = (...standings: number[]) =>
        massOf(stand, (of) => standings.reduce((sum, one) => sum + (of[one] as number), 0))
      return {
        answered: at(offered),
        notShown: at(0),
        blank: at(leftBlank, leftBlank | offered),
        ...countedOptions(shared, chosen, silent.counts(), apart.counts()),
      }
    },
  }
}

/** @param counts how many stand in each way and weigh each of the units */
function standingBy({ units, counts }: { units: Float64Array; counts: Uint32Array }): Measured<Float64Array> {
  const empty = () => new Float64Array(every + 1)
  const [people, weights, squares] = [empty(), empty(), empty()]
  counts.forEach((count, at) => {
    const [standing, unit] = [Math.floor(at / units.length), units[at % units.length] as number]
    if (unit === 0) return
    ;(people[standing] as number) += count
    ;(weights[standing] as number) += count * unit
    ;(squares[standing] as number) += count * unit * unit
  })
  return { people, weighed: { weights, squares } }
}

/** @param silent those who said that there is no answer; `others` gave none either */
function countedOptions(
  shared: readonly Shared[],
  chosen: Measured<CountsAt>,
  silent: Measured<CountsAt>,
  others: Measured<CountsAt>,
): Pick<CountedPicks, 'options' | 'noAnswer'> {
  const options = new Map<number, { offered: Mass; picked: Mass }>()
  const noAnswer = new Map<number, Mass>()
  for (const one of shared) {
    const at = (counts: Measured<CountsAt>) => measured(counts, (of) => of(one))
    const [all, said, left] = [at(chosen), at(silent), at(others)]
    const less = (from: Float64Array, a: Float64Array, b: Float64Array) =>
      from.map((count, code) => count - (a[code] ?? 0) - (b[code] ?? 0))
    const answered: Measured<Float64Array> = {
      people: less(all.people, said.people, left.people),
      weighed:
        all.weighed && said.weighed && left.weighed
          ? {
              weights: less(all.weighed.weights, said.weighed.weights, left.weighed.weights),
              squares: less(all.weighed.squares, said.weighed.squares, left.weighed.squares),
            }
          : null,
    }
    for (const { code, isSilent, valueIn } of one.options) {
      const having = (counts: Measured<Float64Array>, ...values: Value[]) =>
        massOf(counts, (of) =>
          of.reduce((sum, count, character) => (values.includes(valueIn(character)) ? sum + count : sum), 0),
        )
      if (isSilent) noAnswer.set(code, having(said, 1))
      else options.set(code, { picked: having(answered, 1), offered: having(answered, 0, 1) })
    }
  }
  return { options, noAnswer }
}

/**
 * The characters that say how somebody stands. An option that everybody is offered who is shown the question says whether it was
 * shown, and left blank, which is blank in each of its options; besides it, those count that say that there is no answer.
 */
function telling(shared: readonly Shared[]): readonly Shared[] {
  const silent = shared.filter(({ options }) => options.some(({ isSilent }) => isSilent))
  const always = [...silent, ...shared].find(({ isAlwaysOffered }) => isAlwaysOffered)
  return always === undefined ? shared : [...new Set([always, ...silent])]
}

/** Counts those who are named, in all blocks of a question. */
function countingApart(
  blocks: readonly { block: string; column: string; width: number }[],
  units: Float64Array | null,
) {
  const countings = blocks.map((one) => ({
    ...one,
    counting: countingNamed(one.width),
    weighing: units && weighingNamed(one.width),
  }))
  const named = { places: new Uint16Array(codes), count: 0 }
  return {
    name: (at: number) => {
      if (named.count === named.places.length) {
        const more = new Uint16Array(2 * named.count)
        more.set(named.places)
        named.places = more
      }
      named.places[named.count] = at
      named.count += 1
    },
    add: (segment: SegmentColumns, weights: Weights | null) => {
      for (const { column, counting, weighing } of countings) {
        if (weighing === null || weights === null) counting.add(segment.block(column), named)
        else weighing.addNamed(segment.block(column), named, weights)
      }
      named.count = 0
    },
    counts: (): Measured<CountsAt> => {
      return measuredIn(
        countings.map(({ block, counting, weighing }) => [block, weighing?.counts() ?? { people: counting.counts() }]),
      )
    },
  }
}

const characters = Array.from({ length: codes }, (_, character) => character)

function sharedBy(
  variables: readonly Variable[],
  missing: ReadonlySet<number>,
  layout: SegmentLayout,
  decoder: Decoder,
): Shared[] {
  const groups = new Map<string, Variable[]>()
  for (const variable of variables) {
    const { block, at } = storedColumn(layout, columnOf(variable))
    groups.set(`${block} ${at}`, [...(groups.get(`${block} ${at}`) ?? []), variable])
  }
  return [...groups.values()].map((group) => {
    const options = group.map((variable) => {
      const field = storedColumn(layout, columnOf(variable))
      const values = characters.map((character) => decoder(columnOf(variable))(numberIn(character, field)))
      const code = variable.column?.option ?? Number.NaN
      return { code, isSilent: missing.has(code), valueIn: (character: number) => values[character] ?? null }
    })
    const standing = characters.map((character) =>
      options.reduce((sum, { isSilent, valueIn }) => sum | stateOf(valueIn(character), isSilent), 0),
    )
    const column = group[0] === undefined ? '' : columnOf(group[0])
    const isAlwaysOffered = group.some((variable) => storedColumn(layout, columnOf(variable)).isAlwaysOffered)
    const { block, at } = storedColumn(layout, column)
    return { column, block, at, standing: Uint8Array.from(standing), isAlwaysOffered, options }
  })
}
