/** Believable people: who they are decides what they answer, how long they take and whether they finish. */
import type { Language } from '../schema/questionnaire.ts'
import { weighted } from './seeded.ts'

export interface Person {
  language: Language
  /** Codes of Q01, Q02, Q03, Q04 and Q07. */
  age: number
  stage: number
  home: number
  now: number
  destination: number
  born: number
  /** When the course began or will begin. */
  begins: number
  /** What they tend to tick on scales from 1 to 5. */
  mood: number
  /** Reads each row before ticking it. */
  attentive: boolean
  /** The page that they see and never send; null for those who finish. */
  leavesAt: string | null
  /** Goes on when the reward is gone. */
  goesOnWithoutReward: boolean
  /** A network address, from the block for benchmarks (RFC 2544). */
  address: string
}

const homes: Record<Language, readonly (readonly [number, number])[]> = {
  'zh-Hans': [
    [1, 96],
    [5, 4],
  ],
  'zh-Hant': [
    [2, 62],
    [3, 18],
    [4, 20],
  ],
  en: [
    [1, 34],
    [2, 28],
    [3, 4],
    [5, 34],
  ],
}
const destinations: readonly (readonly [number, number])[] = [
  [1, 8],
  [2, 24],
  [3, 9],
  [4, 2],
  [5, 17],
  [6, 11],
  [7, 9],
  [8, 5],
  [9, 6],
  [10, 4],
  [11, 2],
  [12, 1],
  [13, 1],
  [14, 1],
]
const agesByStage: Record<number, readonly (readonly [number, number])[]> = {
  1: [
    [3, 80],
    [4, 17],
    [5, 3],
  ],
  2: [
    [3, 62],
    [4, 32],
    [5, 6],
  ],
  3: [
    [3, 52],
    [4, 40],
    [5, 7],
    [6, 1],
  ],
  4: [
    [3, 8],
    [4, 58],
    [5, 26],
    [6, 8],
  ],
  5: [
    [3, 40],
    [4, 35],
    [5, 15],
    [6, 10],
  ],
}
const youngest: Record<number, number> = { 1: 11, 2: 14, 3: 18, 4: 23, 5: 28, 6: 35 }
const ageBand: Record<number, number> = { 1: 3, 2: 4, 3: 5, 4: 5, 5: 7, 6: 10 }
const beginsAfter: Record<number, readonly [number, number]> = {
  1: [1, 3],
  2: [0, 2],
  3: [-4, 4],
  4: [-8, 6],
  5: [0, 1],
}
/** In a thousand. */
const chances = { underAge: 20, wrongBirthYear: 30, inattentive: 110, leaves: 120, goesOnWithoutReward: 550 }

/**
 * Someone who opens the survey in this year.
 * @param pages the codes of the questionnaire's pages, the first of which nobody leaves half way
 */
export function personOf(pick: (n: number) => number, year: number, pages: readonly string[]): Person {
  const happens = (thousandths: number) => pick(1000) < thousandths
  const language = weighted<Language>(
    [
      ['zh-Hans', 62],
      ['zh-Hant', 23],
      ['en', 15],
    ],
    pick,
  )
  const home = weighted(homes[language], pick)
  const stage = weighted(
    [
      [1, 22],
      [2, 18],
      [3, 40],
      [4, 17],
      [5, 3],
    ],
    pick,
  )
  const destination = weighted(
    destinations.filter(([place]) => place !== home),
    pick,
  )
  const age = happens(chances.underAge) ? 1 + pick(2) : weighted(agesByStage[stage] ?? [[3, 1]], pick)
  const [from, span] = beginsAfter[stage] ?? [0, 1]
  const honest = year - (youngest[age] ?? 18) - pick(ageBand[age] ?? 1)
  const later = pages.slice(1)
  return {
    language,
    age,
    stage,
    home,
    destination,
    now: stage === 3 || (stage === 4 && pick(2) === 0) ? destination : livesAtHome(home, pick),
    born: happens(chances.wrongBirthYear) ? honest - 6 - pick(10) : honest,
    begins: Math.min(2030, Math.max(2010, year + from + pick(span))),
    mood: weighted(
      [
        [1, 3],
        [2, 12],
        [3, 30],
        [4, 40],
        [5, 15],
      ],
      pick,
    ),
    attentive: !happens(chances.inattentive),
    leavesAt: happens(chances.leaves) ? (later[pick(later.length)] ?? null) : null,
    goesOnWithoutReward: happens(chances.goesOnWithoutReward),
    address: `198.${18 + pick(2)}.${pick(256)}.${1 + pick(254)}`,
  }
}

/** The place (Q04) of someone who lives where they come from (Q03); abroad it is one of the larger ones. */
function livesAtHome(home: number, pick: (n: number) => number): number {
  return home <= 4
    ? home
    : weighted(
        [
          [9, 30],
          [12, 40],
          [11, 10],
          [10, 10],
          [6, 10],
        ],
        pick,
      )
}
