/** The figures that viewers see: those of a study's data, as they were made last. */
import { prepareQuery, type Query } from '../../../platform/db/together.ts'
import { sql } from '../../tables.ts'
import type { DataKey } from '../segments/store.ts'

/** Data of studies that count whose figures nobody has looked at on a day (UTC). */
export const figuresDue = (day: string, limit: number): Query<DataKey> => ({
  sql: `select distinct study_versions.study_id as "studyId", study_versions.data_version as "dataVersion"
from study_versions join studies on studies.id = study_versions.study_id and studies.test_of is null
where not exists (select 1 from figure_snapshots where figure_snapshots.study_id = study_versions.study_id
  and figure_snapshots.data_version = study_versions.data_version and figure_snapshots.looked_on >= ?)
order by 1, 2 limit ${limit}`,
  values: [day],
})

export const figuresOf = prepareQuery((p: DataKey) =>
  sql
    .selectFrom('figure_snapshots')
    .select(['looked_on as lookedOn', 'made_on as madeOn', 'document'])
    .where('study_id', '=', p.studyId)
    .where('data_version', '=', p.dataVersion),
)

export const addFigures = prepareQuery(
  (p: DataKey & { lookedOn: string; madeOn: string | null; document: string | null }) =>
    sql.insertInto('figure_snapshots').values({
      study_id: p.studyId,
      data_version: p.dataVersion,
      looked_on: p.lookedOn,
      made_on: p.madeOn,
      document: p.document,
    }),
)

export const putFigures = prepareQuery(
  (p: DataKey & { lookedOn: string; madeOn: string | null; document: string | null }) =>
    sql
      .updateTable('figure_snapshots')
      .set({ looked_on: p.lookedOn, made_on: p.madeOn, document: p.document })
      .where('study_id', '=', p.studyId)
      .where('data_version', '=', p.dataVersion),
)
