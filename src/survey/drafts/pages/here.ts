/** What the pages of a study's questionnaire have in common. */
import type { Context } from 'hono'
import type { Language, Questionnaire } from '../../../../schema/questionnaire.ts'
import { type Database, prepareQuery } from '../../../platform/db/together.ts'
import { normalizeText } from '../../../platform/http/form.ts'
import { formatDateTime } from '../../../platform/i18n/format.ts'
import type { AppEnv } from '../../../ports.ts'
import { everyStaff } from '../../../staff/accounts/store.ts'
import type { StudyOf } from '../../../staff/permissions/needs.ts'
import { findStudy } from '../../studies/store.ts'
import type { Study } from '../../studies/study.ts'
import { type StudyVersion, versionsOfStudy } from '../../studies/versions.ts'
import { sql } from '../../tables.ts'

/** The study whose slug the address has; a test of one has no pages of its own at the desks. */
export async function studyHere(c: Context<AppEnv>): Promise<Study | undefined> {
  const { db, clock } = c.var.ports
  const study = await findStudy(db, normalizeText(c.req.param('slug') ?? ''), clock.now())
  return study?.testOf === null ? study : undefined
}

/** Its id, for what a permission is asked in. */
export const studyInAddress: StudyOf = async (c) => (await studyHere(c))?.id

/** The address of the pages. */
export const questionnairePath = (slug: string): string => `/admin/studies/${slug}/questionnaire`

const responsesByVersion = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('responses')
    .select((eb) => ['questionnaire_version as version', eb.fn.countAll<number>().as('count')])
    .where('study_id', '=', p.studyId)
    .groupBy('questionnaire_version'),
)

export interface ListedVersion extends StudyVersion {
  /** Of whoever published it; null for the service itself. */
  publisher: string | null
  /** Responses that were begun with it. */
  responses: number
}

/** The versions of a study as people read of them, in order. */
export async function listedVersions(db: Database, studyId: string): Promise<ListedVersion[]> {
  const [versions, counts, staff] = await Promise.all([
    db.read(versionsOfStudy({ studyId })),
    db.read(responsesByVersion({ studyId })),
    db.read(everyStaff({})),
  ])
  return versions.map((one) => ({
    ...one,
    publisher: staff.find(({ id }) => id === one.publishedBy)?.name ?? null,
    responses: counts.find(({ version }) => version === one.version)?.count ?? 0,
  }))
}

/** A moment as it is said in a sentence. */
export const when = (iso: string, language: Language): string => formatDateTime(iso, language)

/** How long a questionnaire is. */
export function sizeOf({ pages }: Pick<Questionnaire, 'pages'>): { pages: number; questions: number } {
  return { pages: pages.length, questions: pages.flatMap(({ questions }) => questions).length }
}
