/** What a study promises, and its part of the study's settings that says how a promise is kept. */
import * as z from 'zod'
import { textSchema } from '../../../schema/questionnaire.ts'
import type { DoorPolicy } from '../../../schema/tables.ts'
import { taxSchema, type Worth } from './tax.ts'

/** The settings about rewards; a study's other settings stand beside them in the same row. */
export const rewardSettingsSchema = z.object({
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
export type RewardSettings = z.infer<typeof rewardSettingsSchema>

export interface Offer extends Worth {
  id: string
  /** ISO 4217. */
  currency: string
  channels: string[]
}

/** What a study promises to whom. */
export interface RewardTerms {
  /** The study's id and address. */
  id: string
  slug: string
  settings: RewardSettings
  openLinkPolicy: DoorPolicy
  invitationPolicy: DoorPolicy
  offers: Offer[]
  /** Offer by where one lives; 0 is every other place. */
  offerByPlace: Map<number, Offer>
  /** The same of what is given to those who cannot finish through no fault of theirs; empty where nothing is. */
  thanksByPlace: Map<number, Offer>
}

/** The offer for someone who lives there, if the study has one. */
export function offerFor({ offerByPlace }: Pick<RewardTerms, 'offerByPlace'>, place: unknown): Offer | undefined {
  return atPlace(offerByPlace, place)
}

/** What a study gives to someone who lives there and cannot finish, if it gives anything. */
export function thanksFor({ thanksByPlace }: Pick<RewardTerms, 'thanksByPlace'>, place: unknown): Offer | undefined {
  return atPlace(thanksByPlace, place)
}

function atPlace(byPlace: ReadonlyMap<number, Offer>, place: unknown): Offer | undefined {
  return (typeof place === 'number' ? byPlace.get(place) : undefined) ?? byPlace.get(0)
}

/** The offer with this id, whatever it is given for. */
export function offerById(terms: Pick<RewardTerms, 'offers' | 'thanksByPlace'>, id: string): Offer | undefined {
  return [...terms.offers, ...terms.thanksByPlace.values()].find((offer) => offer.id === id)
}
