/** The rows of offers, and for which places each is. */
import { sql as raw } from 'kysely'
import { remembering } from '../../platform/db/remembered.ts'
import { type Database, first, prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'
import { type Offer, type RewardTerms, readRewardSettings } from './offer.ts'

/** The offers of a study by where one lives, its rewards or its thank-yous, as the items of one JSON list; null for none. */
const packedPlaces = (table: 'offer_places' | 'thanks_places') => raw<string | null>`(
  select string_agg(concat('["', offers.id, '","', offers.currency, '",', offers.amount_minor, ',', offers.tax_minor, ',',
    offers.channels, ',', offers.position, ',', ${raw.table(table)}.place, ']'), ',')
  from offers join ${raw.table(table)} on ${raw.table(table)}.offer_id = offers.id where offers.study_id = studies.id)`

/** One statement: an offer that is changed shows in all of it or in nothing. */
const termsById = prepareQuery((p: { id: string }) =>
  sql
    .selectFrom('studies')
    .select(['id', 'slug', 'settings', 'open_link_policy', 'invitation_policy'])
    .select([packedPlaces('offer_places').as('rewards'), packedPlaces('thanks_places').as('thanks')])
    .where('id', '=', p.id),
)
const studyIds = prepareQuery(() =>
  sql.selectFrom('studies').select('id').where('test_of', 'is', null).orderBy('created_at').orderBy('id'),
)
type PackedPlace = [
  id: string,
  currency: string,
  amountMinor: number,
  taxMinor: number,
  channels: string[],
  position: number,
  place: number,
]
const offersLeft = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('offers')
    .innerJoin('offer_balances', 'offer_balances.offer_id', 'offers.id')
    .select(['offers.id', 'offer_balances.available'])
    .where('offers.study_id', '=', p.studyId),
)

const terms = remembering(readTerms)

/** What the study with this id promises, as it stood at most five seconds before `now`. */
export function findTerms(db: Database, studyId: string, now: string): Promise<RewardTerms | undefined> {
  return terms.find(db, studyId, now)
}

/** What every study promises, the oldest study first; a test of one promises nothing. */
export async function listTerms(db: Database, now: string): Promise<RewardTerms[]> {
  const rows = await db.read(studyIds({}))
  const all = await Promise.all(rows.map(({ id }) => findTerms(db, id, now)))
  return all.filter((one) => one !== undefined)
}

async function readTerms(db: Database, id: string): Promise<RewardTerms | undefined> {
  const row = await first(db, termsById({ id }))
  if (row === undefined) return undefined
  const offerByPlace = byPlaceOf(row.rewards)
  return {
    id: row.id,
    slug: row.slug,
    settings: readRewardSettings(row.settings),
    openLinkPolicy: row.open_link_policy,
    invitationPolicy: row.invitation_policy,
    offers: [...new Set(offerByPlace.values())],
    offerByPlace,
    thanksByPlace: byPlaceOf(row.thanks),
  }
}

/** In the order of the offers, and of the places of each; the places of one offer lead to the same object. */
function byPlaceOf(packed: string | null): Map<number, Offer> {
  const offers = new Map<string, Offer>()
  const byPlace = new Map<number, Offer>()
  const rows = (packed === null ? [] : JSON.parse(`[${packed}]`)) as PackedPlace[]
  rows.sort((a, b) => a[5] - b[5] || a[6] - b[6])
  for (const [id, currency, amountMinor, taxMinor, channels, , place] of rows) {
    const offer = offers.get(id) ?? { id, currency, amountMinor, taxMinor, channels }
    offers.set(id, offer)
    byPlace.set(place, offer)
  }
  return byPlace
}

/** Minor units that each offer of the study can still promise, by offer id. */
export async function listAvailable(db: Database, studyId: string): Promise<Map<string, number>> {
  const rows = await db.read(offersLeft({ studyId }))
  return new Map(rows.map((row) => [row.id, row.available]))
}

/** The rows of a new study's offers. */
export const addOffer = prepareQuery(
  (p: {
    id: string
    studyId: string
    position: number
    currency: string
    amountMinor: number
    taxMinor: number
    channels: string
    at: string
  }) =>
    sql.insertInto('offers').values({
      id: p.id,
      study_id: p.studyId,
      position: p.position,
      currency: p.currency,
      amount_minor: p.amountMinor,
      tax_minor: p.taxMinor,
      channels: p.channels,
      created_at: p.at,
    }),
)
export const addOfferPlace = prepareQuery((p: { studyId: string; place: number; offerId: string }) =>
  sql.insertInto('offer_places').values({ study_id: p.studyId, place: p.place, offer_id: p.offerId }),
)
export const addThanksPlace = prepareQuery((p: { studyId: string; place: number; offerId: string }) =>
  sql.insertInto('thanks_places').values({ study_id: p.studyId, place: p.place, offer_id: p.offerId }),
)

/** Called when what a study promises was changed, so that the next reader in this process sees it at once. */
export function forgetTerms(db: Database): void {
  terms.forget(db)
}
