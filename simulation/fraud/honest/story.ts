/**
 * Who somebody is, in an order in which each thing depends on those before: the school decides the place, the place the
 * price, the price the budget. People of one school are alike, and some are alike by chance.
 */
import type { Language } from '../../../schema/questionnaire.ts'
import type { Draws } from '../draws.ts'

export interface School {
  /** Of Q07. */
  destination: number
  /** Of Q05, and of Q08, what most there do. */
  level: number
  field: number
  /** How content people there are, around 0. */
  mood: number
  /** The first three parts of the addresses of its network. */
  network: string
}

export interface Story {
  language: Language
  /** Codes of Q01 to Q09 and the years of Q09 and Q30. */
  age: number
  born: number
  stage: number
  home: number
  now: number
  destination: number
  level: number
  field: number
  begins: number
  /** In tens of thousands of CNY a year. */
  budget: number
  school: School
  /** How content they are, around 0, and how far they go on scales: 1 for most. */
  mood: number
  vigour: number
  /** How many of a list they tick, around 1. */
  ticking: number
  /** How often, from 0 to 1, a matrix is done with one answer all down. */
  levelling: number
}

/** Thousands of CNY a year, by place of study (Q07). */
const prices: Record<number, number> = { 1: 60, 2: 260, 3: 150, 4: 80, 5: 380, 6: 480, 7: 380, 8: 350, 9: 300, 12: 90 }
const destinations: readonly (readonly [number, number])[] = [
  [1, 12],
  [2, 27],
  [3, 10],
  [4, 2],
  [5, 15],
  [6, 9],
  [7, 8],
  [8, 4],
  [9, 5],
  [10, 4],
  [12, 2],
  [13, 1],
  [14, 1],
]
const levels: readonly (readonly [number, number])[] = [
  [3, 42],
  [4, 34],
  [6, 8],
  [5, 5],
  [2, 5],
  [7, 4],
  [8, 2],
]
const fields: readonly (readonly [number, number])[] = [
  [1, 26],
  [2, 14],
  [3, 18],
  [4, 8],
  [5, 8],
  [6, 10],
  [7, 8],
  [8, 8],
]

/** The schools of a crowd. The first is the largest, as real ones are: each has people in proportion to 1/(place + 3). */
export function schoolsOf(draws: Draws, count: number): (draws: Draws) => School {
  const schools = Array.from(
    { length: count },
    (_, n): School => ({
      destination: draws.weighted(destinations),
      level: draws.weighted(levels),
      field: draws.weighted(fields),
      mood: draws.normal() * 0.35,
      network: `100.${64 + Math.floor(n / 200)}.${n % 200}`,
    }),
  )
  const sizes = schools.map((_, n): [number, number] => [n, 100 / (n + 3)])
  return (own) => {
    const school = schools[own.weighted(sizes)]
    if (school === undefined) throw new RangeError('There is no school.')
    return school
  }
}

const homes: Record<Language, readonly (readonly [number, number])[]> = {
  'zh-Hans': [
    [1, 97],
    [5, 3],
  ],
  'zh-Hant': [
    [2, 60],
    [3, 20],
    [4, 20],
  ],
  en: [
    [1, 30],
    [2, 30],
    [3, 5],
    [5, 35],
  ],
}

/** How old people of a level are when they begin. */
const beginAge: Record<number, readonly [youngest: number, spread: number]> = {
  2: [17, 2],
  3: [18, 2],
  4: [22, 4],
  5: [22, 4],
  6: [24, 6],
  7: [20, 3],
  8: [18, 8],
}
const years: Record<number, number> = { 2: 1, 3: 4, 4: 1, 5: 2, 6: 4, 7: 1, 8: 1 }

function ageBand(age: number): number {
  return [14, 18, 23, 28, 35].filter((from) => age >= from).length + 1
}

/**
 * Somebody of this language and school.
 * @param year the year that it is
 * @param isInClass studies there now, what most study
 */
export function storyOf(draws: Draws, language: Language, school: School, year: number, isInClass = false): Story {
  const home = draws.weighted(homes[language])
  const isHome = school.destination === home
  const destination = isHome ? draws.weighted(destinations.filter(([place]) => place !== home)) : school.destination
  const level = isInClass || draws.happens(0.75) ? school.level : draws.weighted(levels)
  const anyStage = draws.weighted([
    [1, 16],
    [2, 14],
    [3, 52],
    [4, 18],
  ])
  const stage = isInClass ? 3 : anyStage
  const took = years[level] ?? 1
  // In late autumn: who plans begins next year or later, who studies has begun.
  const isShort = level === 7 || level === 8
  const ago = stage === 3 ? draws.pick(took) : isShort ? draws.pick(3) : draws.pick(took) + took + draws.pick(3)
  const begins = stage <= 2 ? year + 1 + draws.pick(stage === 1 ? 3 : 1) : year - ago
  const [youngest, spread] = beginAge[level] ?? [18, 3]
  const age = Math.max(18, youngest + draws.pick(spread) + (year - begins))
  const isBirthdayToCome = draws.happens(0.2)
  const price = (prices[destination] ?? 250) / 10
  return {
    language,
    age: ageBand(age),
    born: year - age - (isBirthdayToCome ? 1 : 0),
    stage,
    home,
    now: stage === 3 || (stage === 4 && draws.happens(0.5)) ? destination : home <= 4 ? home : 9 + draws.pick(4),
    destination,
    level,
    field: isInClass || draws.happens(0.45) ? school.field : draws.weighted(fields),
    begins: Math.max(2010, Math.min(2030, begins)),
    budget: draws.lognormal(price, 0.4),
    school,
    mood: school.mood + draws.normal() * 0.55,
    vigour: Math.max(0.4, 1 + draws.normal() * 0.25),
    ticking: Math.exp(draws.normal() * 0.45),
    // Most never do; a few do so often.
    levelling: draws.weighted([
      [0, 82],
      [0.15, 12],
      [0.5, 6],
    ]),
  }
}
