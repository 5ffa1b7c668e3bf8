/** The versions of a questionnaire as the pages of drafts list them. */
import { sql as raw } from 'kysely'
import type { Language, Questionnaire } from '../../../../schema/questionnaire.ts'
import { type Database, prepareQuery } from '../../../platform/db/together.ts'
import { formatDateTime } from '../../../platform/i18n/format.ts'
import { everyStaff } from '../../../staff/accounts/store.ts'
import { type StudyVersion, versionsOfStudy } from '../../studies/versions.ts'
import { sql } from '../../tables.ts'

/** The address of the pages. */
export const questionnairePath = (slug: string): string => `/admin/studies/${slug}/questionnaire`

/** Each half has an index of its own, so that the rows of a large study are not read: what is kept, and what was erased. */
const responsesByVersion = (['<>', '='] as const).map((compare) =>
  prepareQuery((p: { studyId: string }) =>
    sql
      .selectFrom('responses')
      .select((eb) => ['questionnaire_version as version', eb.fn.countAll<number>().as('count')])
      .where('study_id', '=', p.studyId)
      .where('seed', compare, raw.lit(''))
      .groupBy('questionnaire_version'),
  ),
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
    Promise.all(responsesByVersion.map((counted) => db.read(counted({ studyId })))),
    db.read(everyStaff({})),
  ])
  return versions.map((one) => ({
    ...one,
    publisher: staff.find(({ id }) => id === one.publishedBy)?.name ?? null,
    responses: counts.flat().reduce((sum, { version, count }) => sum + (version === one.version ? count : 0), 0),
  }))
}

/** A moment as it is said in a sentence. */
export const when = (iso: string, language: Language): string => formatDateTime(iso, language)

/** How long a questionnaire is. */
export function sizeOf({ pages }: Pick<Questionnaire, 'pages'>): { pages: number; questions: number } {
  return { pages: pages.length, questions: pages.flatMap(({ questions }) => questions).length }
}
