/** What a question came to: the figures that its picture, its table and its files show. docs/insights.md defines them. Pure. */
import { dataOf } from '../../questionnaire/types/data/index.ts'
import { type AskedQuestion, blankOf, type Code, type Value, type Variable } from '../../variables/variable.ts'
import { type GroupedMedian, groupedMedian } from '../statistics/quantiles.ts'
import { type Interval, type NetPromoterScore, netPromoterScore, wilson } from '../statistics/shares.ts'
import { bandsOfOptions } from './bands.ts'
import { type Numbers, numbersOf } from './numbers.ts'
import type { CountedPicks } from './picks.ts'
import { type Ranked, rankedOf } from './ranked.ts'
import type { Counted, Tally } from './tally.ts'

/** A share of those whom it is a share of, with its interval; both null where there is nobody. */
export interface Share {
  count: number
  /** Of how many. */
  of: number
  share: number | null
  interval: Interval | null
}

export interface Option extends Share {
  code: Code
}

/** What stands beside the shares and outside them. */
export interface Beside {
  notShown: number
  blank: number
  /** The code of a blank, where it is not -1. */
  blankCode?: number
  /** 97, 98, 99 of a question with options, each with how many said it. */
  noAnswer: readonly { code: Code; count: number }[]
}

export interface MatrixRow {
  variable: Variable
  base: number
  /** In the order of the scale. */
  options: readonly Option[]
  mean: number | null
  /** The two highest degrees together. */
  topTwo: Share
  beside: Beside
}

export type Result =
  /** One of several; `median` where the options are bands, `mean` on a scale. */
  | {
      kind: 'one'
      base: number
      options: readonly Option[]
      median: GroupedMedian | null
      mean: number | null
      beside: Beside
    }
  /** Several picks: each share is of those who were offered the option, and answered. */
  | { kind: 'several'; base: number; options: readonly Option[]; beside: Beside }
  | { kind: 'matrix'; base: number; scale: readonly Code[]; rows: readonly MatrixRow[] }
  | { kind: 'nps'; base: number; nps: NetPromoterScore; counts: readonly number[]; beside: Beside }
  | ({ kind: 'rank'; beside: Beside } & Ranked)
  | { kind: 'numbers'; base: number; numbers: Numbers; isDay: boolean; beside: Beside }
  | { kind: 'text'; base: number; beside: Beside }

/** @returns the figures of the question from what was counted of its columns */
export function resultOf(question: AskedQuestion, tally: Tally): Result {
  const own = question.variables.find(({ column }) => column?.kind === 'answer' || column?.kind === 'agrees')
  const counted = countedOf(tally, own)
  switch (dataOf(question.type).counted) {
    case 'several':
      return severalOf(question, tally.picks)
    case 'matrix':
      return matrixOf(question, tally)
    case 'rank':
      return rankOf(question, tally)
    case 'nps': {
      const counts = Array.from({ length: 11 }, (_, value) => counted.get(value) ?? 0)
      const nps = netPromoterScore(new Map(counts.map((count, value) => [value, count])))
      return { kind: 'nps', base: nps.base, nps, counts, beside: besideOf(counted, [], own) }
    }
    case 'numbers': {
      if (own?.column?.kind === 'agrees') break
      const beside = besideOf(counted, [], own)
      const blank = own === undefined ? null : blankOf(own)
      const given = beside.blank === 0 ? counted : new Map([...counted].filter(([value]) => value !== blank))
      const isDay = own?.type === 'day'
      const numbers = numbersOf(given, isDay)
      return {
        kind: 'numbers',
        base: numbers.n,
        numbers,
        isDay,
        beside,
      }
    }
    case 'text': {
      const written = [...counted].reduce((sum, [value, count]) => (isNothing(value) ? sum : sum + count), 0)
      return { kind: 'text', base: written, beside: besideOf(counted, [], own) }
    }
    default:
  }
  return oneOf(question, own, counted)
}

const nobody: Counted = new Map()
const isNothing = (value: Value) => value === null || value === -1 || value === -2
const countedOf = ({ columns }: Tally, variable: Variable | undefined) =>
  columns.get(variable?.column?.name ?? '') ?? nobody

/** A share of `of` people. */
function shareOf(count: number, of: number): Share {
  return { count, of, share: of === 0 ? null : count / of, interval: wilson(count, of) }
}

function besideOf(counted: Counted, codes: readonly Code[], variable: Variable | undefined): Beside {
  const blank = variable === undefined ? null : blankOf(variable)
  return {
    notShown: counted.get(null) ?? 0,
    blank: blank === null ? 0 : (counted.get(blank) ?? 0),
    ...(blank !== null && blank !== -1 && { blankCode: blank }),
    noAnswer: noAnswers(codes).map((code) => ({ code, count: counted.get(code.code) ?? 0 })),
  }
}

const real = (codes: readonly Code[]) => codes.filter(({ isMissing }) => !isMissing)
const noAnswers = (codes: readonly Code[]) => codes.filter(({ isMissing, code }) => isMissing && code >= 0)

function optionsOf(codes: readonly Code[], counted: Counted): { base: number; options: Option[] } {
  const counts = real(codes).map((code) => ({ code, count: counted.get(code.code) ?? 0 }))
  const base = counts.reduce((sum, { count }) => sum + count, 0)
  return { base, options: counts.map(({ code, count }) => ({ code, ...shareOf(count, base) })) }
}

function meanOf(base: number, options: readonly Option[]): number | null {
  return base === 0 ? null : options.reduce((sum, { code, count }) => sum + code.code * count, 0) / base
}

function oneOf({ type, options: offered }: AskedQuestion, own: Variable | undefined, counted: Counted): Result {
  const codes = own?.codes ?? offered
  const { base, options } = optionsOf(codes, counted)
  const bands = type === 'single' ? bandsOfOptions(real(codes)) : null
  const median =
    bands && groupedMedian(bands.map(({ code, from, to }) => ({ from, to, count: counted.get(code) ?? 0 })))
  const mean = type === 'scale' ? meanOf(base, options) : null
  return { kind: 'one', base, options, median, mean, beside: besideOf(counted, codes, own) }
}

const noPicks: CountedPicks = { answered: 0, notShown: 0, blank: 0, options: new Map(), noAnswer: new Map() }

function severalOf({ options }: AskedQuestion, picks: CountedPicks | null): Result {
  const { answered, notShown, blank, options: counts, noAnswer } = picks ?? noPicks
  return {
    kind: 'several',
    base: answered,
    options: real(options).map((code) => {
      const { offered, picked } = counts.get(code.code) ?? { offered: 0, picked: 0 }
      return { code, ...shareOf(picked, offered) }
    }),
    beside: {
      notShown,
      blank,
      noAnswer: noAnswers(options).map((code) => ({ code, count: noAnswer.get(code.code) ?? 0 })),
    },
  }
}

function matrixOf({ variables, options: scale }: AskedQuestion, tally: Tally): Result {
  const rows = variables
    .filter(({ column }) => column?.kind === 'row')
    .map((variable): MatrixRow => {
      const counted = countedOf(tally, variable)
      const { base, options } = optionsOf(scale, counted)
      const highest = options.toSorted((a, b) => b.code.code - a.code.code).slice(0, 2)
      const topTwo = shareOf(
        highest.reduce((sum, { count }) => sum + count, 0),
        base,
      )
      return {
        variable,
        base,
        options,
        mean: meanOf(base, options),
        topTwo,
        beside: besideOf(counted, scale, variable),
      }
    })
  return { kind: 'matrix', base: Math.max(0, ...rows.map((row) => row.base)), scale: real(scale), rows }
}

function rankOf({ variables, options }: AskedQuestion, tally: Tally): Result {
  const places = variables
    .filter(({ column }) => column?.kind === 'rank')
    .toSorted((a, b) => (a.column?.place ?? 0) - (b.column?.place ?? 0))
  const counted = places.map((variable) => countedOf(tally, variable))
  const beside = besideOf(counted[0] ?? nobody, options, places[0])
  return { kind: 'rank', ...rankedOf(real(options), counted), beside }
}
