import * as z from 'zod'
import type { Facts } from '../../../schema/answers.ts'
import { type Questionnaire, type Text, textSchema } from '../../../schema/questionnaire.ts'
import { ageFacts } from '../../../schema/study-abroad/index.ts'
import type { DoorPolicy } from '../../../schema/tables.ts'
import { formatDayOfMonth } from '../../platform/i18n/format.ts'
import { inEveryLanguage } from '../../platform/i18n/text.ts'
import { taxSchema, type Worth } from '../../rewards/offers/tax.ts'

const day = z.iso.date()

/** What a study may set without a new questionnaire version. */
export const settingsSchema = z.strictObject({
  organiser: textSchema,
  /** Where people write to ask or to withdraw. */
  contact: z.string().min(3),
  /** Measured length in minutes, or null until a pilot has measured it. */
  minutes: z.int().min(1).nullable(),
  minimumAge: z.int().min(14).max(35),
  /** Set when answers leave the place where readers live; a consent then names it. */
  recipient: z.strictObject({ name: textSchema, contact: z.string(), purpose: textSchema }).nullable(),
  /** The winter vacation, and the closure within it; null while no calendar is published. Days, inclusive. */
  winter: z.strictObject({ from: day, to: day, closedFrom: day, closedTo: day }).nullable(),
  /** When the reward is paid, as the landing page says it. */
  paidWhen: textSchema,
  /** How long a voucher can be claimed from when it is issued, and how long after that it still can, in days. */
  voucherDays: z.int().min(1).max(3_650).default(180),
  graceDays: z.int().min(0).max(365).default(14),
  /** The calendar that payments go by. */
  calendar: z.string().min(1).default('cn'),
  /** Above either of them, in minor units of the batch's currency, a batch needs a second approver. */
  limits: z
    .strictObject({ perPayoutMinor: z.int().min(1), perBatchMinor: z.int().min(1) })
    .default({ perPayoutMinor: 50_000, perBatchMinor: 1_000_000 }),
  tax: taxSchema.default({ mode: 'none' }),
  /** How the organiser's own accounts name it; on registers and reports, empty where there is none. */
  costCentre: z.string().max(40).default(''),
  projectCode: z.string().max(40).default(''),
})
export type StudySettings = z.infer<typeof settingsSchema>
/** Settings as they are written down: what has a default may be left out. */
export type GivenSettings = z.input<typeof settingsSchema>

export interface Offer extends Worth {
  id: string
  /** ISO 4217. */
  currency: string
  channels: string[]
}

export interface Study {
  id: string
  slug: string
  version: string
  questionnaire: Questionnaire
  settings: StudySettings
  openLinkPolicy: DoorPolicy
  invitationPolicy: DoorPolicy
  opensAt: string
  closesAt: string | null
  offers: Offer[]
  /** Offer by where one lives; 0 is every other place. */
  offerByPlace: Map<number, Offer>
}

export type Opening = 'open' | 'not_yet' | 'closed'

/** Whether people may start at this time. */
export function openingOf(study: Pick<Study, 'opensAt' | 'closesAt'>, now: string): Opening {
  if (now < study.opensAt) return 'not_yet'
  return study.closesAt !== null && now >= study.closesAt ? 'closed' : 'open'
}

/** The offer for someone who lives there, if the study has one. */
export function offerFor(study: Pick<Study, 'offerByPlace'>, place: unknown): Offer | undefined {
  return (typeof place === 'number' ? study.offerByPlace.get(place) : undefined) ?? study.offerByPlace.get(0)
}

function dayText(iso: string): Text {
  return inEveryLanguage((language) => formatDayOfMonth(iso, language))
}

/** What the study knows when a response starts, frozen into it. The vacation is known only until it is over. */
export function factsOf(settings: StudySettings, now: string): Facts {
  const facts: Facts = { ...ageFacts(settings.minimumAge) }
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
