/** The kinds of honest people, of each of which at most so many may be held. */
import type { Language } from '../../../schema/questionnaire.ts'
import type { Draws } from '../draws.ts'
import type { Care } from './fill.ts'
import type { Pace } from './pace.ts'

export const groups = [
  'English',
  'Simplified Chinese',
  'Traditional Chinese',
  'hurried',
  'repeat visitors',
  'a campus within an hour',
  'shared networks',
  'no scripts',
  'assistive technology',
  'offline and restored',
  'careless',
] as const
export type Group = (typeof groups)[number]

/** Where the language is not what makes the group. */
const anyLanguage: readonly (readonly [Language, number])[] = [
  ['zh-Hans', 62],
  ['zh-Hant', 23],
  ['en', 15],
]
const languages: Partial<Record<Group, Language>> = {
  English: 'en',
  'Simplified Chinese': 'zh-Hans',
  'Traditional Chinese': 'zh-Hant',
}

export const languageIn = (group: Group, draws: Draws): Language => languages[group] ?? draws.weighted(anyLanguage)

/** What sets a group apart; the rest of it is like everybody. */
interface Manner {
  slowness?: number
  /** How far people of the group differ in it. */
  speedSigma?: number
  care?: Partial<Care>
  typing?: number
  distraction?: number
}

const manners: Partial<Record<Group, Manner>> = {
  hurried: { slowness: 0.5, speedSigma: 0.25, care: { attentive: 0.93, slips: 0.02, writes: 0.12 }, distraction: 0.02 },
  'repeat visitors': { slowness: 0.6, distraction: 0.03 },
  'assistive technology': { slowness: 2.6, typing: 2, care: { attentive: 0.98, writes: 0.3 } },
  careless: { slowness: 0.38, care: { attentive: 0.4, slips: 0.06, writes: 0.1 }, distraction: 0.05 },
}

const usual = {
  care: { attentive: 0.97, slips: 0.008, writes: 0.34, agrees: 0.55 },
  typing: { en: 3.2, 'zh-Hans': 1.5, 'zh-Hant': 1.3 },
  distraction: 0.06,
}

/** How one person of the group goes about it. */
export function mannerOf(group: Group, language: Language, draws: Draws): { care: Care; pace: Pace } {
  const manner = manners[group] ?? {}
  return {
    care: { ...usual.care, ...manner.care },
    pace: {
      slowness: draws.lognormal(manner.slowness ?? 1, manner.speedSigma ?? 0.3),
      typing: draws.lognormal(manner.typing ?? usual.typing[language], 0.3),
      distraction: manner.distraction ?? usual.distraction,
    },
  }
}
