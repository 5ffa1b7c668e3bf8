/** Rows of exports. */
import { prepareQuery, type Query, type Write } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'
import type { Export, ExportPart } from './export.ts'

const selected = [
  'exports.id',
  'exports.study_id as studyId',
  'exports.format',
  'exports.language',
  'exports.filter',
  'exports.everybody',
  'exports.parts',
  'exports.made_by as madeBy',
  'exports.made_at as madeAt',
  'exports.revision',
  'exports.stamp',
  'exports.records',
  'exports.written',
  'exports.bytes',
  'exports.behind',
  'exports.hash',
  'exports.sha256',
] as const

type Stored = Omit<Export, 'everybody' | 'parts' | 'language'> & {
  everybody: number
  parts: string
  language: string | null
}

/** A made file as it stands in its table. */
export const exportOf = (row: Stored): Export => ({
  ...row,
  language: row.language as Export['language'],
  everybody: row.everybody === 1,
  parts: JSON.parse(row.parts) as ExportPart[],
})

export const exportById = prepareQuery<{ id: string; studyId: string }, Stored>((p) =>
  sql.selectFrom('exports').select(selected).where('id', '=', p.id).where('study_id', '=', p.studyId),
)

const exportsPast = (past: '<' | '>', order: 'asc' | 'desc') =>
  prepareQuery<{ studyId: string; from: string; limit: number }, Stored & { by: string }>((p) =>
    sql
      .selectFrom('exports')
      .innerJoin('staff', 'staff.id', 'exports.made_by')
      .select([...selected, 'staff.name as by'])
      .where('exports.study_id', '=', p.studyId)
      .where('exports.id', past, p.from)
      .orderBy('exports.id', order)
      .limit(p.limit),
  )

/** Those of a study that were made before one of them, the newest first, with who made each. */
export const exportsBehind = exportsPast('<', 'desc')
/** Those that were made after it, the oldest first. */
export const exportsAhead = exportsPast('>', 'asc')

/** A file of a study that was made, to its end, at an instant or later. */
export const madeSince = prepareQuery((p: { studyId: string; since: string }) =>
  sql
    .selectFrom('exports')
    .select('id')
    .where('study_id', '=', p.studyId)
    .where('made_at', '>=', p.since)
    .where('sha256', 'is not', null)
    .limit(1),
)

/** Those whose first pass has not come to its end, the oldest first, behind an id. */
export const unfinishedExports = prepareQuery<{ after: string; limit: number }, Stored & { slug: string }>((p) =>
  sql
    .selectFrom('exports')
    .innerJoin('studies', 'studies.id', 'exports.study_id')
    .select([...selected, 'studies.slug'])
    .where('exports.sha256', 'is', null)
    .where('exports.id', '>', p.after)
    .orderBy('exports.id')
    .limit(p.limit),
)

/** Notes a file that is to be made. */
export const addExport = (made: Omit<Export, 'revision' | 'written' | 'bytes' | 'behind' | 'hash' | 'sha256'>): Write =>
  insertExport({ ...made, everybody: made.everybody ? 1 : 0, parts: JSON.stringify(made.parts) })

const insertExport = prepareQuery(
  (p: {
    id: string
    studyId: string
    format: string
    language: string | null
    filter: string
    everybody: number
    parts: string
    madeBy: string
    madeAt: string
    stamp: string
    records: number
  }) =>
    sql.insertInto('exports').values({
      id: p.id,
      study_id: p.studyId,
      format: p.format,
      language: p.language,
      filter: p.filter,
      everybody: p.everybody,
      parts: p.parts,
      made_by: p.madeBy,
      made_at: p.madeAt,
      revision: 1,
      revision_before: 0,
      stamp: p.stamp,
      records: p.records,
      written: 0,
      bytes: 0,
      behind: '',
      hash: '',
      sha256: null,
    }),
)

/** How far the pass has come, claiming the revision that was read. */
export const putProgress = prepareQuery(
  (p: Pick<Export, 'id' | 'revision' | 'stamp' | 'records' | 'written' | 'bytes' | 'behind' | 'hash' | 'sha256'>) =>
    sql
      .updateTable('exports')
      .set((eb) => ({
        revision: eb('revision', '+', 1),
        revision_before: p.revision,
        stamp: p.stamp,
        records: p.records,
        written: p.written,
        bytes: p.bytes,
        behind: p.behind,
        hash: p.hash,
        sha256: p.sha256,
      }))
      .where('id', '=', p.id),
)

export const nameOfStaff = prepareQuery((p: { id: string }) =>
  sql.selectFrom('staff').select('name').where('id', '=', p.id),
)

export const addCheckpoint = prepareQuery((p: { id: string; bytes: number; behind: string }) =>
  sql.insertInto('export_checkpoints').values({ export_id: p.id, bytes: p.bytes, behind: p.behind }),
)

export const dropCheckpoints = prepareQuery((p: { id: string }) =>
  sql.deleteFrom('export_checkpoints').where('export_id', '=', p.id),
)

/** The last checkpoint at or before so many bytes. */
export const checkpointBefore = prepareQuery((p: { id: string; bytes: number }) =>
  sql
    .selectFrom('export_checkpoints')
    .select(['bytes', 'behind'])
    .where('export_id', '=', p.id)
    .where('bytes', '<=', p.bytes)
    .orderBy('bytes', 'desc')
    .limit(1),
)

/** That somebody takes the file of an export away; taking it again is the newer one of the two. */
export const addTake = prepareQuery((p: { id: string; staffId: string; at: string }) =>
  sql
    .insertInto('export_takes')
    .values({ export_id: p.id, staff_id: p.staffId, at: p.at })
    .onConflict((oc) => oc.columns(['export_id', 'staff_id']).doUpdateSet({ at: p.at })),
)

/** When somebody took the file of an export, where that was after `since`. */
export const takeOf = prepareQuery((p: { id: string; staffId: string; since: string }) =>
  sql
    .selectFrom('export_takes')
    .select('at')
    .where('export_id', '=', p.id)
    .where('staff_id', '=', p.staffId)
    .where('at', '>', p.since),
)

/** How many responses of one part have been withdrawn since an instant. */
export const countWithdrawnSince = (
  p: Pick<ExportPart, 'dataVersion' | 'places'> & { studyId: string; since: string },
): Query<{
  count: number
}> => ({
  sql: `select count(*) as "count" from answer_places
join responses on responses.respondent_id = answer_places.respondent_id
where answer_places.study_id = ? and answer_places.data_version = ? and answer_places.n < ?
  and responses.state = 'withdrawn' and responses.progress_at > ?`,
  values: [p.studyId, p.dataVersion, p.places, p.since],
})

/** A response that is shown and has no place yet. */
export const withoutPlace = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('responses')
    .select('export_ref as ref')
    .where('study_id', '=', p.studyId)
    .where('packed', '=', 0)
    .where('shown_to', 'is not', null)
    .limit(1),
)

/** Whether a study has ever asked this version. */
export const versionOfStudy = prepareQuery((p: { studyId: string; version: string }) =>
  sql
    .selectFrom('responses')
    .select('questionnaire_version as version')
    .where('study_id', '=', p.studyId)
    .where('questionnaire_version', '=', p.version)
    .limit(1),
)
