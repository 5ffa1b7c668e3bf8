/** What a preview can vary about the person who answers. */

import type { Facts } from '../../../schema/answers.ts'
import type { Language, Questionnaire } from '../../../schema/questionnaire.ts'
import { ageFactNames, ageFacts } from '../../../schema/study-abroad/ages.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import { tagOf } from '../../survey/sources/tag.ts'
import { arrivalFacts, isOfArrival, tagOfFact } from '../../survey/studies/arrival.ts'
import { type SurveySettings, startFacts } from '../../survey/studies/study.ts'

/** A guardian has confirmed, so that somebody below 18 may begin; answers go abroad; the winter vacation is known; a personal link. */
export const switchNames = ['minor', 'abroad', 'winter', 'invited'] as const
export type Switch = (typeof switchNames)[number]
export interface Switches extends Readonly<Record<Switch, boolean>> {
  /** The tag of the link that led here; null for none. */
  from: string | null
}

/** The fact by which a questionnaire shows that it asks after one. */
const factOf = { minor: 'minors', abroad: 'recipient', winter: 'winter', invited: 'invited' } as const

/** Those that make a difference to this questionnaire. */
export function switchesOf({ facts }: Questionnaire): Switch[] {
  return switchNames.filter((name) => facts.includes(factOf[name]))
}

/** Tags of links that make a difference to it. */
export function tagsOf({ facts }: Questionnaire): string[] {
  return facts.flatMap((fact) => tagOfFact(fact) ?? [])
}

/** As the study stands. */
export function usualSwitches({ recipient, winter }: SurveySettings, now: string): Switches {
  return {
    minor: false,
    abroad: recipient !== null,
    winter: winter !== null && dayOf(booksZone, now) <= winter.to,
    invited: false,
    from: null,
  }
}

/** The facts of somebody of whom it is so. What the study has not said yet stands as its organiser, and as this winter. */
export function factsWith(
  settings: SurveySettings,
  now: string,
  on: Switches,
  asked: readonly string[],
  language: Language,
): Facts {
  const { organiser, contact, minimumAge } = settings
  const recipient = on.abroad ? (settings.recipient ?? { name: organiser, contact, purpose: organiser }) : null
  const year = Number(now.slice(0, 4)) + 1
  const sample = { from: `${year}-01-20`, to: `${year}-02-20`, closedFrom: `${year}-02-01`, closedTo: `${year}-02-10` }
  const winter = on.winter ? (settings.winter ?? sample) : null
  const at = winter === null ? now : `${winter.from}T00:00:00.000Z`
  const facts = startFacts({ ...settings, recipient, winter }, at)
  const came = arrivalFacts(asked, { language, isInvited: on.invited, from: on.invited ? null : on.from })
  return { ...facts, ...came, ...(on.minor ? { ...ageFacts(Math.max(14, minimumAge)), minors: true } : {}) }
}

/** Facts that nobody can have otherwise in this preview, for whoever looks for a way to a page. */
export function everyFact({ facts }: Questionnaire, given: Facts): Facts {
  const known = [...ageFactNames, 'recipient', 'winter'] as readonly string[]
  const isKnown = (name: string) => known.includes(name) || isOfArrival(name)
  return Object.fromEntries(facts.filter(isKnown).map((name) => [name, given[name] ?? false]))
}

const fromPrefix = 'from-'

/** Switches as they stand in an address: `minor.winter.from-poster`, or `none`. */
export function writtenSwitches(on: Switches): string {
  const names: string[] = switchNames.filter((name) => on[name])
  return [...names, ...(on.from === null ? [] : [fromPrefix + on.from])].join('.') || 'none'
}

/** The same, read again; what is not known is left out. */
export function readSwitches(written: string): Switches {
  const names = written.split('.')
  const from = names.find((name) => name.startsWith(fromPrefix))
  return {
    minor: names.includes('minor'),
    abroad: names.includes('abroad'),
    winter: names.includes('winter'),
    invited: names.includes('invited'),
    from: from === undefined ? null : tagOf(from.slice(fromPrefix.length)),
  }
}
