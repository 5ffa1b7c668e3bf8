/** A study: its settings, when it is open, and the facts that it sets. */

import type * as z from 'zod'
import type { Facts } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { ageFacts } from '../../../schema/study-abroad/ages.ts'
import type { StudyState } from '../../../schema/tables.ts'
import { everyTextWhole, inEachLanguage, type Text } from '../../../schema/text.ts'
import { formatDayOfMonth } from '../../platform/i18n/format.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import { retentionBefore, retentionDefaults } from '../retention/defaults.ts'
import type { aboutSchema, surveySettingsSchema } from './settings-schema.ts'
import { surveyDefaults } from './survey-defaults.ts'

/** Whom a study asks, and why, in a sentence or two each: what its first page begins with. */
export type StudyAbout = z.infer<typeof aboutSchema>

/** What a study may set about its survey without a new questionnaire version; what it sets about rewards stands beside it. */
export type SurveySettings = z.infer<typeof surveySettingsSchema>

/**
 * The settings about the survey of a study's row: they were checked when they were set, and a row from before one of them was
 * there gets what holds without it.
 */
export function readSurveySettings(row: string): SurveySettings {
  const given = everyTextWhole(JSON.parse(row)) as SurveySettings
  const retention = { ...retentionDefaults, ...(given.retention ?? retentionBefore) }
  return { ...surveyDefaults, ...given, retention }
}

/** The zone of a study's days: one that was set up before studies had a zone of their own is in that of the books. */
export function studyZone({ zone }: Pick<SurveySettings, 'zone'>): string {
  return zone ?? booksZone
}

export interface Study {
  id: string
  slug: string
  /** The id of the study that this one tries out, which counts nowhere; null for a study that counts. */
  testOf: string | null
  version: string
  questionnaire: Questionnaire
  settings: SurveySettings
  opensAt: string
  closesAt: string | null
  state: StudyState
  /** What visitors read while it is paused, where it says something of its own. */
  pauseWords: Text | null
  /** From then on nobody may start, as the permit for the mainland has ended; an instant, null where none is needed. */
  permitUntil: string | null
}

/** What `openingOf` goes by. */
export type Doors = Pick<Study, 'opensAt' | 'closesAt' | 'state' | 'permitUntil'>

/** `not_ready`: nobody has opened it. `paused`: nobody starts, and whoever has begun goes on. */
export type StudyAvailability = 'open' | 'not_ready' | 'not_yet' | 'paused' | 'closed'

/** Whether people may start at this time. */
export function openingOf({ opensAt, closesAt, state, permitUntil }: Doors, now: string): StudyAvailability {
  if (state === 'ready') return 'not_ready'
  if (state === 'closed' || (closesAt !== null && now >= closesAt)) return 'closed'
  if (now < opensAt) return 'not_yet'
  return state === 'paused' || (permitUntil !== null && now >= permitUntil) ? 'paused' : 'open'
}

/** Until when those who have begun may finish (ISO 8601, UTC); null while no end is set. */
export function finishBy({ closesAt, settings }: Pick<Study, 'closesAt' | 'settings'>): string | null {
  return closesAt === null ? null : new Date(Date.parse(closesAt) + settings.finishDays * 86_400_000).toISOString()
}

/** Whether somebody who has begun may go on at this time. */
export function mayFinish(study: Pick<Study, 'closesAt' | 'settings'>, now: string): boolean {
  const end = finishBy(study)
  return end === null || now < end
}

function dayText(iso: string): Text {
  return inEachLanguage((language) => formatDayOfMonth(iso, language))
}

/**
 * What the study knows when a response starts, frozen into it. The vacation is known only until it is over.
 * @param hasGuardian a parent or guardian has confirmed to the organiser: without it nobody below 18 is admitted, whatever
 *   they tick themselves
 */
export function startFacts(settings: SurveySettings, now: string, hasGuardian = false): Facts {
  const ages = ageFacts(settings.minimumAge)
  const facts: Facts = { ...ages, minors: ages.minors && hasGuardian }
  const { recipient, winter } = settings
  if (recipient !== null) {
    facts.recipient = recipient.name
    facts.contact = recipient.contact
    facts.purpose = recipient.purpose
  }
  if (winter !== null && dayOf(booksZone, now) <= winter.to) {
    facts.winter = true
    facts.from = dayText(winter.from)
    facts.to = dayText(winter.to)
    facts.cf = dayText(winter.closedFrom)
    facts.ct = dayText(winter.closedTo)
  }
  return facts
}
