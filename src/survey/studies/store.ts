/** The rows of studies and of questionnaires. */
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import type { DoorPolicy } from '../../../schema/tables.ts'
import { wholeText } from '../../../schema/text.ts'
import { remembering } from '../../platform/db/remembered.ts'
import { type Database, first, prepareQuery, type Query } from '../../platform/db/together.ts'
import { readStored } from '../questionnaire/stored.ts'
import { sql } from '../tables.ts'
import { readSurveySettings, type Study } from './study.ts'

const studyBySlug = prepareQuery((p: { slug: string }) =>
  sql
    .selectFrom('studies')
    .innerJoin('study_status', 'study_status.id', 'studies.id')
    .selectAll('studies')
    .select(['study_status.state', 'study_status.pause_words', 'study_status.permit_until'])
    .where('studies.slug', '=', p.slug),
)
const studyById = prepareQuery((p: { id: string }) => sql.selectFrom('studies').selectAll().where('id', '=', p.id))
const slugsOf = (isTest: boolean) =>
  sql
    .selectFrom('studies')
    .select(['slug'])
    .where('test_of', isTest ? 'is not' : 'is', null)
    .orderBy('created_at')
    .orderBy('id')
const allStudies = prepareQuery(() => slugsOf(false))
const allTests = prepareQuery(() => slugsOf(true))
const questionnaireByVersion = prepareQuery((p: { version: string }) =>
  sql.selectFrom('questionnaires').select('document').where('version', '=', p.version),
)
/** Versions never change, so a parsed one is kept for as long as the process lives. */
const questionnaires = new Map<string, Questionnaire>()

/** The questionnaire of a version that a study or a response names. */
export async function findQuestionnaire(db: Database, version: string): Promise<Questionnaire> {
  const known = questionnaires.get(version)
  if (known !== undefined) return known
  const row = await first(db, questionnaireByVersion({ version }))
  if (row === undefined) throw new Error(`No questionnaire has the version ${version}.`)
  const questionnaire = readStored(row.document)
  questionnaires.set(version, questionnaire)
  return questionnaire
}

/** The questionnaires of versions, in their order. */
export function questionnairesOf(db: Database, versions: readonly { version: string }[]): Promise<Questionnaire[]> {
  return Promise.all(versions.map(({ version }) => findQuestionnaire(db, version)))
}

/** Whether this database has that version; what other databases of this process have does not count. */
export async function hasQuestionnaire(db: Database, version: string): Promise<boolean> {
  return (await first(db, questionnaireByVersion({ version }))) !== undefined
}

/** The document of a version as it was given, with no language filled in; undefined for one that is not there. */
export async function findDocument(db: Database, version: string): Promise<string | undefined> {
  return (await first(db, questionnaireByVersion({ version })))?.document
}

const studies = remembering(readStudy)

/** The study at this address, with its questionnaire, as it stood at most five seconds before `now`. */
export function findStudy(db: Database, slug: string, now: string): Promise<Study | undefined> {
  return studies.find(db, slug, now)
}

/** Called when a study was changed: the next reader in this process sees it at once, others within five seconds. */
export function forgetStudies(db: Database): void {
  studies.forget(db)
}

/** The address of the study with this id. */
export async function slugOfStudy(db: Database, id: string): Promise<string | undefined> {
  return (await first(db, studyById({ id })))?.slug
}

/** The study with this id as it stands at this moment, for those who change it. */
export async function readStudyById(db: Database, id: string): Promise<Study | undefined> {
  const slug = await slugOfStudy(db, id)
  return slug === undefined ? undefined : readStudy(db, slug)
}

/** Every study that counts, oldest first. */
export function listStudies(db: Database, now: string): Promise<Study[]> {
  return listSome(db, now, allStudies({}))
}

/** Every test of a study, by which staff try it out. */
export function listTests(db: Database, now: string): Promise<Study[]> {
  return listSome(db, now, allTests({}))
}

async function listSome(db: Database, now: string, which: Query<{ slug: string }>): Promise<Study[]> {
  const rows = await db.read(which)
  const studies = await Promise.all(rows.map((row) => findStudy(db, row.slug, now)))
  return studies.filter((study) => study !== undefined)
}

async function readStudy(db: Database, slug: string): Promise<Study | undefined> {
  const row = await first(db, studyBySlug({ slug }))
  if (row === undefined) return undefined
  const settings = readSurveySettings(row.settings)
  return {
    id: row.id,
    slug: row.slug,
    testOf: row.test_of,
    version: row.questionnaire_version,
    questionnaire: await findQuestionnaire(db, row.questionnaire_version),
    // A test has no cells to count in.
    settings: row.test_of === null ? settings : { ...settings, quotas: [] },
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    state: row.state,
    pauseWords: row.pause_words === null ? null : wholeText(JSON.parse(row.pause_words)),
    permitUntil: row.permit_until,
  }
}

/** A version that is there already stays as it is. */
export const addQuestionnaire = prepareQuery((p: { version: string; document: string; at: string }) =>
  sql
    .insertInto('questionnaires')
    .values({ version: p.version, document: p.document, created_at: p.at })
    .onConflict((oc) => oc.column('version').doNothing()),
)
export const addStudy = prepareQuery(
  (p: {
    id: string
    slug: string
    version: string
    settings: string
    openLinkPolicy: DoorPolicy
    invitationPolicy: DoorPolicy
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
