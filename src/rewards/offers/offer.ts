/** What a study promises, and its part of the study's settings that says how a promise is kept. */
import type * as z from 'zod'
import type { DoorPolicy } from '../../../schema/tables.ts'
import { everyTextWhole } from '../../../schema/text.ts'
import { rewardDefaults } from './reward-defaults.ts'
import type { rewardSettingsSchema } from './settings-schema.ts'
import type { Worth } from './tax.ts'

/** The settings about rewards; a study's other settings stand beside them in the same row. */
export type RewardSettings = z.infer<typeof rewardSettingsSchema>

/**
 * The settings about rewards of a study's row: they were checked when they were set, and a row from before one of them was there
 * gets what holds without it.
 */
export function readRewardSettings(row: string): RewardSettings {
  const given = everyTextWhole(JSON.parse(row)) as RewardSettings
  const all = { ...rewardDefaults, ...given }
  const { paidWhen, voucherDays, graceDays, calendar, limits, tax, costCentre, projectCode } = all
  return { paidWhen, voucherDays, graceDays, calendar, limits, tax, costCentre, projectCode }
}

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
