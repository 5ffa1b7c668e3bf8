/** Which versions of its questionnaire a study has asked, and whose answers are the same data. */
import type { VersionKind } from '../../../schema/tables.ts'
import { remembering } from '../../platform/db/remembered.ts'
import { type Database, first, prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

export interface StudyVersion {
  /** From 1, without a hole. */
  n: number
  version: string
  kind: VersionKind
  /** The version whose wording it corrects; null of any other kind. */
  corrects: string | null
  /** The first of those whose answers are the same data; itself, unless it is a correction. */
  dataVersion: string
  /** What its publisher said of it; '' for nothing. */
  note: string
  /** A staff id, or `system`. */
  publishedBy: string
  publishedAt: string
}

/** Every version that a study has asked, in order; the last is the one that it asks now. */
export const versionsOfStudy = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('study_versions')
    .select([
      'n',
      'version',
      'kind',
      'corrects',
      'data_version as dataVersion',
      'note',
      'published_by as publishedBy',
      'published_at as publishedAt',
    ])
    .where('study_id', '=', p.studyId)
    .orderBy('n'),
)

export const addStudyVersion = prepareQuery((p: StudyVersion & { studyId: string; before: number | null }) =>
  sql.insertInto('study_versions').values({
    study_id: p.studyId,
    n: p.n,
    n_before: p.before,
    version: p.version,
    kind: p.kind,
    corrects: p.corrects,
    data_version: p.dataVersion,
    note: p.note,
    published_by: p.publishedBy,
    published_at: p.publishedAt,
  }),
)

/** The row of the version that a new study asks first. */
export function addFirstVersion({ studyId, version, by, at }: Record<'studyId' | 'version' | 'by' | 'at', string>) {
  const about = { n: 1, before: null, kind: 'first', corrects: null, note: '' } as const
  return addStudyVersion({ ...about, studyId, version, dataVersion: version, publishedBy: by, publishedAt: at })
}

/** The version that was asked at this moment; the first, where there was none yet. */
export const askedAt = <T extends Pick<StudyVersion, 'publishedAt'>>(asked: readonly T[], at: string): T | undefined =>
  asked.findLast(({ publishedAt }) => publishedAt <= at) ?? asked[0]

const dataVersionBy = prepareQuery((p: { studyId: string; version: string }) =>
  sql
    .selectFrom('study_versions')
    .select('data_version as dataVersion')
    .where('study_id', '=', p.studyId)
    .where('version', '=', p.version)
    .limit(1),
)

/** What was once published never changes. */
const dataVersions = remembering(async (db, key) => {
  const [studyId = '', version = ''] = key.split(' ')
  return first(db, dataVersionBy({ studyId, version }))
})

/** The version as whose data the answers to `version` count: the one that it corrects, or itself. */
export async function dataVersionOf(db: Database, studyId: string, version: string, now: string): Promise<string> {
  return (await dataVersions.find(db, `${studyId} ${version}`, now))?.dataVersion ?? version
}

/** The condition on responses that count as data of a version. Its values: the version, the study's id, the version. */
export const countsAsData = `(responses.questionnaire_version = ? or responses.questionnaire_version in (
  select study_versions.version from study_versions
  where study_versions.study_id = ? and study_versions.data_version = ?))`

/**
 * The versions whose answers are the same data as those to `version`, and the first of them, whose data they are. They stand
 * in the order in which they were asked last, so that the words of the last one are the ones that count.
 */
export function sameData(
  asked: readonly Pick<StudyVersion, 'version' | 'dataVersion'>[],
  version: string,
): { dataVersion: string; versions: string[] } {
  const dataVersion = asked.find((one) => one.version === version)?.dataVersion ?? version
  const same = asked.filter((one) => one.dataVersion === dataVersion).map((one) => one.version)
  const versions = same.filter((one, at) => same.lastIndexOf(one) === at)
  return { dataVersion, versions: versions.length === 0 ? [version] : versions }
}
