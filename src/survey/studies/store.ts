import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../schema/questionnaire.ts'
import { type Database, first, prepareQuery, sql } from '../../platform/db/together.ts'
import { type Offer, type Study, settingsSchema } from './study.ts'

const studyBySlug = prepareQuery((p: { slug: string }) =>
  sql.selectFrom('studies').selectAll().where('slug', '=', p.slug),
)
const studyById = prepareQuery((p: { id: string }) => sql.selectFrom('studies').selectAll().where('id', '=', p.id))
const allStudies = prepareQuery(() => sql.selectFrom('studies').select(['slug']).orderBy('created_at').orderBy('id'))
const questionnaireByVersion = prepareQuery((p: { version: string }) =>
  sql.selectFrom('questionnaires').select('document').where('version', '=', p.version),
)
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

/** Versions never change, so a parsed one is kept for as long as the process lives. */
const questionnaires = new Map<string, Questionnaire>()

/** The questionnaire of a version that a study or a response names. */
export async function findQuestionnaire(db: Database, version: string): Promise<Questionnaire> {
  const known = questionnaires.get(version)
  if (known !== undefined) return known
  const row = await first(db, questionnaireByVersion({ version }))
  if (row === undefined) throw new Error(`No questionnaire has the version ${version}.`)
  const questionnaire = questionnaireSchema.parse(JSON.parse(row.document))
  questionnaires.set(version, questionnaire)
  return questionnaire
}

/** Whether this database has that version; what other databases of this process have does not count. */
export async function hasQuestionnaire(db: Database, version: string): Promise<boolean> {
  return (await first(db, questionnaireByVersion({ version }))) !== undefined
}

/** How long a study's settings may be remembered. What must hold is decided by the database, not by them. */
const rememberedMs = 5_000
const remembered = new WeakMap<Database, Map<string, { study: Study; until: number }>>()

/** The study at this address, with its questionnaire and offers, as it stood at most five seconds before `now`. */
export async function findStudy(db: Database, slug: string, now: string): Promise<Study | undefined> {
  const at = Date.parse(now)
  const studies = remembered.get(db) ?? new Map<string, { study: Study; until: number }>()
  remembered.set(db, studies)
  const known = studies.get(slug)
  if (known !== undefined && at < known.until && at > known.until - 2 * rememberedMs) return known.study
  const row = await first(db, studyBySlug({ slug }))
  if (row === undefined) return undefined
  const study = await withOffers(db, row)
  studies.set(slug, { study, until: at + rememberedMs })
  return study
}

/** The address of the study with this id. */
export async function slugOfStudy(db: Database, id: string): Promise<string | undefined> {
  return (await first(db, studyById({ id })))?.slug
}

/** The study with this id, as `findStudy` gives it. */
export async function findStudyById(db: Database, id: string, now: string): Promise<Study | undefined> {
  const slug = await slugOfStudy(db, id)
  return slug === undefined ? undefined : findStudy(db, slug, now)
}

/** Every study, oldest first. */
export async function listStudies(db: Database, now: string): Promise<Study[]> {
  const rows = await db.read(allStudies({}))
  const studies = await Promise.all(rows.map((row) => findStudy(db, row.slug, now)))
  return studies.filter((study) => study !== undefined)
}

type StudyRow = NonNullable<ReturnType<typeof studyBySlug>['row']>

async function withOffers(db: Database, row: StudyRow): Promise<Study> {
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
    version: row.questionnaire_version,
    questionnaire: await findQuestionnaire(db, row.questionnaire_version),
    settings: settingsSchema.parse(JSON.parse(row.settings)),
    openLinkPolicy: row.open_link_policy,
    invitationPolicy: row.invitation_policy,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    offers: [...offers.values()],
    offerByPlace,
  }
}

/** Minor units that each offer of the study can still promise, by offer id. */
export async function listAvailable(db: Database, studyId: string): Promise<Map<string, number>> {
  const rows = await db.read(offersLeft({ studyId }))
  return new Map(rows.map((row) => [row.id, row.available]))
}

/** The rows of a new study. */
export const addQuestionnaire = prepareQuery((p: { version: string; document: string; at: string }) =>
  sql.insertInto('questionnaires').values({ version: p.version, document: p.document, created_at: p.at }),
)
export const addStudy = prepareQuery(
  (p: {
    id: string
    slug: string
    version: string
    settings: string
    openLinkPolicy: 'issue' | 'hold'
    invitationPolicy: 'issue' | 'hold'
    opensAt: string
    closesAt: string | null
    at: string
  }) =>
    sql.insertInto('studies').values({
      id: p.id,
      slug: p.slug,
      questionnaire_version: p.version,
      settings: p.settings,
      open_link_policy: p.openLinkPolicy,
      invitation_policy: p.invitationPolicy,
      opens_at: p.opensAt,
      closes_at: p.closesAt,
      created_at: p.at,
    }),
)
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
