import { remembering } from '../../platform/db/remembered.ts'
import { type Database, first, prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'
import { type Offer, type RewardTerms, rewardSettingsSchema } from './offer.ts'

const studyById = prepareQuery((p: { id: string }) =>
  sql
    .selectFrom('studies')
    .select(['id', 'slug', 'settings', 'open_link_policy', 'invitation_policy'])
    .where('id', '=', p.id),
)
const studyIds = prepareQuery(() => sql.selectFrom('studies').select('id').orderBy('created_at').orderBy('id'))
const placesOfStudy = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('offers')
    .innerJoin('offer_places', 'offer_places.offer_id', 'offers.id')
    .select([
      'offers.id',
      'offers.currency',
      'offers.amount_minor',
      'offers.tax_minor',
      'offers.channels',
      'offer_places.place',
    ])
    .where('offers.study_id', '=', p.studyId)
    .orderBy('offers.position')
    .orderBy('offer_places.place'),
)
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

/** What every study promises, the oldest study first. */
export async function listTerms(db: Database, now: string): Promise<RewardTerms[]> {
  const rows = await db.read(studyIds({}))
  const all = await Promise.all(rows.map(({ id }) => findTerms(db, id, now)))
  return all.filter((one) => one !== undefined)
}

async function readTerms(db: Database, id: string): Promise<RewardTerms | undefined> {
  const row = await first(db, studyById({ id }))
  if (row === undefined) return undefined
  const offers = new Map<string, Offer>()
  const offerByPlace = new Map<number, Offer>()
  for (const each of await db.read(placesOfStudy({ studyId: row.id }))) {
    const offer = offers.get(each.id) ?? {
      id: each.id,
      currency: each.currency,
      amountMinor: each.amount_minor,
      taxMinor: each.tax_minor,
      channels: JSON.parse(each.channels) as string[],
    }
    offers.set(each.id, offer)
    offerByPlace.set(each.place, offer)
  }
  return {
    id: row.id,
    slug: row.slug,
    settings: rewardSettingsSchema.parse(JSON.parse(row.settings)),
    openLinkPolicy: row.open_link_policy,
    invitationPolicy: row.invitation_policy,
    offers: [...offers.values()],
    offerByPlace,
  }
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
