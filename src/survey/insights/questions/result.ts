/** What a question came to: the figures that its picture, its table and its files show. docs/insights.md defines them. Pure. */
import { dataOf } from '../../questionnaire/types/data/index.ts'
import { type AskedQuestion, blankOf, type Code, type Value, type Variable } from '../../variables/variable.ts'
import { type GroupedMedian, groupedMedian } from '../statistics/quantiles.ts'
import { type Interval, type NetPromoterScore, netPromoterScore, wilsonOf } from '../statistics/shares.ts'
import { bandsOfOptions } from './bands.ts'
import { effectiveOf, type Mass, nobody, sumOfMasses } from './mass.ts'
import { type Numbers, numbersOf } from './numbers.ts'
import type { CountedPicks } from './picks.ts'
import { type RankedOption, rankedOf } from './ranked.ts'
import type { QuestionTally, ValueCounts } from './tally.ts'

/** A share of those whom it is a share of, with its interval; both null where there is nobody. Counts of weighted people are their weights. */
export interface Share {
  count: number
  /** Of how many. */
  of: number
  share: number | null
  interval: Interval | null
}

export interface OptionResult extends Share {
  code: Code
}

/** What stands beside the shares and outside them. */
export interface NonAnswers {
  notShown: number
  blank: number
  /** The code of a blank, where it is not -1. */
  blankCode?: number
  /** 97, 98, 99 of a question with options, each with how many said it. */
  noAnswer: readonly { code: Code; count: number }[]
}

/** How many people answered; `effective`: how many those are worth, where they have weights. */
export interface Base {
  base: number
  effective?: number | undefined
}

export interface MatrixRowResult extends Base {
  variable: Variable
  /** In the order of the scale. */
  options: readonly OptionResult[]
  mean: number | null
  /** The two highest degrees together. */
  topTwo: Share
  beside: NonAnswers
}

export type ResultFigures = Base &
  /** One of several; `median` where the options are bands, `mean` on a scale. */
  (
    | {
        kind: 'one'
        options: readonly OptionResult[]
        median: GroupedMedian | null
        mean: number | null
        beside: NonAnswers
      }
    /** Several picks: each share is of those who were offered the option, and answered. */
    | { kind: 'several'; options: readonly OptionResult[]; beside: NonAnswers }
    | { kind: 'matrix'; scale: readonly Code[]; rows: readonly MatrixRowResult[] }
    | { kind: 'nps'; nps: NetPromoterScore; counts: readonly number[]; beside: NonAnswers }
    /** Its base are all who saw it, whether they ranked anything or not. */
    | { kind: 'rank'; beside: NonAnswers; options: readonly RankedOption[] }
    | { kind: 'numbers'; numbers: Numbers; isDay: boolean; beside: NonAnswers }
    | { kind: 'text'; beside: NonAnswers }
  )

/** @returns the figures of the question from what was counted of its columns */
export function resultOf(question: AskedQuestion, tally: QuestionTally): ResultFigures {
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
      const all = Array.from({ length: 11 }, (_, value) => counted.get(value) ?? nobody)
      const [base, counts] = [sumOfMasses(all), all.map(({ weight }) => weight)]
      const nps = netPromoterScore(new Map(counts.map((count, value) => [value, count])), effectiveOf(base))
      return { kind: 'nps', ...baseOf(base), nps, counts, beside: besideOf(counted, [], own) }
    }
    case 'numbers': {
      if (own?.column?.kind === 'agrees') break
      const beside = besideOf(counted, [], own)
      const blank = own === undefined ? null : blankOf(own)
      const given = beside.blank === 0 ? counted : new Map([...counted].filter(([value]) => value !== blank))
      const isDay = own?.type === 'day'
      const kind = isDay ? 'string' : 'number'
      const base = sumOfMasses([...given].flatMap(([value, mass]) => (typeof value === kind ? mass : [])))
      return {
        kind: 'numbers',
        ...baseOf(base),
        numbers: numbersOf(given, isDay),
        isDay,
        beside,
      }
    }
    case 'text': {
      const written = sumOfMasses([...counted].flatMap(([value, mass]) => (isNothing(value) ? [] : mass)))
      return { kind: 'text', ...baseOf(written), beside: besideOf(counted, [], own) }
    }
    default:
  }
  return oneOf(question, own, counted)
}

const nothing: ValueCounts = new Map()
const isNothing = (value: Value) => value === null || value === -1 || value === -2
const countedOf = ({ columns }: QuestionTally, variable: Variable | undefined) =>
  columns.get(variable?.column?.name ?? '') ?? nothing
const weightOf = (counted: ValueCounts, value: Value) => counted.get(value)?.weight ?? 0

/** Of people without weights nothing is said twice. */
function baseOf(mass: Mass): Base {
  const effective = effectiveOf(mass)
  return effective === mass.people ? { base: mass.people } : { base: mass.people, effective }
}

/** A share of some people. */
function shareOf({ weight: count }: Mass, of: Mass): Share {
  if (of.weight === 0) return { count, of: 0, share: null, interval: null }
  const share = count / of.weight
  return { count, of: of.weight, share, interval: wilsonOf(share, effectiveOf(of)) }
}

function besideOf(counted: ValueCounts, codes: readonly Code[], variable: Variable | undefined): NonAnswers {
  const blank = variable === undefined ? null : blankOf(variable)
  return {
    notShown: weightOf(counted, null),
    blank: blank === null ? 0 : weightOf(counted, blank),
    ...(blank !== null && blank !== -1 && { blankCode: blank }),
    noAnswer: noAnswers(codes).map((code) => ({ code, count: weightOf(counted, code.code) })),
  }
}

const real = (codes: readonly Code[]) => codes.filter(({ isMissing }) => !isMissing)
const noAnswers = (codes: readonly Code[]) => codes.filter(({ isMissing, code }) => isMissing && code >= 0)

function optionsOf(
  codes: readonly Code[],
  counted: ValueCounts,
): { base: Mass; options: (OptionResult & { mass: Mass })[] } {
  const counts = real(codes).map((code) => ({ code, mass: counted.get(code.code) ?? nobody }))
  const base = sumOfMasses(counts.map(({ mass }) => mass))
  return { base, options: counts.map(({ code, mass }) => ({ code, mass, ...shareOf(mass, base) })) }
}

/** What the figures are made of stays behind. */
const shown = (options: readonly (OptionResult & { mass: Mass })[]): OptionResult[] =>
  options.map(({ mass: _, ...option }) => option)

function meanOf({ weight }: Mass, options: readonly OptionResult[]): number | null {
  return weight === 0 ? null : options.reduce((sum, { code, count }) => sum + code.code * count, 0) / weight
}

function oneOf(
  { type, options: offered }: AskedQuestion,
  own: Variable | undefined,
  counted: ValueCounts,
): ResultFigures {
  const codes = own?.codes ?? offered
  const { base, options } = optionsOf(codes, counted)
  const bands = type === 'single' ? bandsOfOptions(real(codes)) : null
  const median =
    bands && groupedMedian(bands.map(({ code, from, to }) => ({ from, to, count: weightOf(counted, code) })))
  const mean = type === 'scale' ? meanOf(base, options) : null
  return { kind: 'one', ...baseOf(base), options: shown(options), median, mean, beside: besideOf(counted, codes, own) }
}

const noPicks: CountedPicks = {
  answered: nobody,
  notShown: nobody,
  blank: nobody,
  options: new Map(),
  noAnswer: new Map(),
}

function severalOf({ options }: AskedQuestion, picks: CountedPicks | null): ResultFigures {
  const { answered, notShown, blank, options: counts, noAnswer } = picks ?? noPicks
  return {
    kind: 'several',
    ...baseOf(answered),
    options: real(options).map((code) => {
      const { offered, picked } = counts.get(code.code) ?? { offered: nobody, picked: nobody }
      return { code, ...shareOf(picked, offered) }
    }),
    beside: {
      notShown: notShown.weight,
      blank: blank.weight,
      noAnswer: noAnswers(options).map((code) => ({ code, count: noAnswer.get(code.code)?.weight ?? 0 })),
    },
  }
}

function matrixOf({ variables, options: scale }: AskedQuestion, tally: QuestionTally): ResultFigures {
  const rows = variables
    .filter(({ column }) => column?.kind === 'row')
    .map((variable): MatrixRowResult => {
      const counted = countedOf(tally, variable)
      const { base, options } = optionsOf(scale, counted)
      const highest = options.toSorted((a, b) => b.code.code - a.code.code).slice(0, 2)
      const topTwo = shareOf(sumOfMasses(highest.map(({ mass }) => mass)), base)
      const mean = meanOf(base, options)
      return {
        variable,
        ...baseOf(base),
        options: shown(options),
        mean,
        topTwo,
        beside: besideOf(counted, scale, variable),
      }
    })
  const [most] = rows.toSorted((a, b) => b.base - a.base)
  return { kind: 'matrix', base: most?.base ?? 0, effective: most?.effective, scale: real(scale), rows }
}

function rankOf({ variables, options }: AskedQuestion, tally: QuestionTally): ResultFigures {
  const places = variables
    .filter(({ column }) => column?.kind === 'rank')
    .toSorted((a, b) => (a.column?.place ?? 0) - (b.column?.place ?? 0))
  const counted = places.map((variable) => countedOf(tally, variable))
  const beside = besideOf(counted[0] ?? nothing, options, places[0])
  const ranked = rankedOf(real(options), counted)
  return { kind: 'rank', ...baseOf(ranked.base), options: ranked.options, beside }
}
