import * as z from 'zod'
import type { Facts } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { ageFacts } from '../../../schema/study-abroad/ages.ts'
import type { StudyState } from '../../../schema/tables.ts'
import { languageSchema, type Text, textSchema } from '../../../schema/text.ts'
import { formatDayOfMonth } from '../../platform/i18n/format.ts'
import { inEveryLanguage } from '../../platform/i18n/text.ts'
import { quotasSchema } from '../quotas/quota.ts'

import { retentionSchema } from '../retention/rules.ts'

const day = z.iso.date()

const aboutSchema = z.strictObject({ forWhom: textSchema, why: textSchema })
/** Whom a study asks, and why, in a sentence or two each: what its first page begins with. */
export type StudyAbout = z.infer<typeof aboutSchema>

/** What a study may set about its survey without a new questionnaire version; what it sets about rewards stands beside it. */
export const surveySettingsSchema = z.object({
  /** The languages that it is offered in; every language where none is named. */
  languages: z.array(languageSchema).min(1).optional(),
  /** The zone (IANA) whose clocks its opening window is told in. */
  zone: z.string().optional(),
  organiser: textSchema,
  about: aboutSchema.optional(),
  /** Where people write to ask or to withdraw. */
  contact: z.string().min(3),
  /** Measured length in minutes, or null until a pilot has measured it. */
  minutes: z.int().min(1).nullable(),
  /** How many days after it has closed those who have begun may still finish, as they began. */
  finishDays: z.int().min(0).max(90).default(7),
  minimumAge: z.int().min(14).max(35),
  /** Set when answers leave the place where readers live; a consent then names it. */
  recipient: z.strictObject({ name: textSchema, contact: z.string(), purpose: textSchema }).nullable(),
  /** What the privacy notice says of this study alone: where its data are kept, and which authority people may turn to. */
  privacy: z
    .strictObject({
      where: textSchema.optional(),
      authority: textSchema.optional(),
      /** After how many days a copy in a backup is gone too. */
      backupDays: z.int().min(1).max(3_650).optional(),
    })
    .optional(),
  /** How long what is kept. */
  retention: retentionSchema,
  /** Whether people are asked, in a box of its own, if typing and pasting may be counted. */
  paradata: z.boolean().default(false),
  /** The winter vacation, and the closure within it; null while no calendar is published. Days, inclusive. */
  winter: z.strictObject({ from: day, to: day, closedFrom: day, closedTo: day }).nullable(),
  /** How many responses of which answers count. Fixed when the study opens: whoever has begun relies on them. */
  quotas: quotasSchema.default([]),
  /** Whether it collects in the mainland: then it does not open before two people have said who permitted it, or why nobody has to. */
  mainland: z.boolean().default(false),
})
export type SurveySettings = z.infer<typeof surveySettingsSchema>

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
export type Opening = 'open' | 'not_ready' | 'not_yet' | 'paused' | 'closed'

/** Whether people may start at this time. */
export function openingOf({ opensAt, closesAt, state, permitUntil }: Doors, now: string): Opening {
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
  return inEveryLanguage((language) => formatDayOfMonth(iso, language))
}

/**
 * What the study knows when a response starts, frozen into it. The vacation is known only until it is over.
 * @param hasGuardian a parent or guardian has confirmed to the organiser: without it nobody below 18 is admitted, whatever
 *   they tick themselves
 */
export function factsOf(settings: SurveySettings, now: string, hasGuardian = false): Facts {
  const ages = ageFacts(settings.minimumAge)
  const facts: Facts = { ...ages, minors: ages.minors && hasGuardian }
  const { recipient, winter } = settings
  if (recipient !== null) {
    facts.recipient = recipient.name
    facts.contact = recipient.contact
    facts.purpose = recipient.purpose
  }
  if (winter !== null && now.slice(0, 10) <= winter.to) {
    facts.winter = true
    facts.from = dayText(winter.from)
    facts.to = dayText(winter.to)
    facts.cf = dayText(winter.closedFrom)
    facts.ct = dayText(winter.closedTo)
  }
  return facts
}
