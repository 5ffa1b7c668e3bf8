/**
 * How many responses are in each state. Those that have a place in the columns of answers are counted there, a
 * character each: reading all rows of a million responses would keep every student waiting for half a second.
 */
import type { ResponseState } from '../../../schema/tables.ts'
import type { Database, Query } from '../../platform/db/together.ts'

export interface ResponseCount {
  studyId: string
  /** The version as whose data they count, or that they were asked. */
  version: string
  state: ResponseState
  count: number
}

/** How often this character stands in a column. */
const often = (character: string) =>
  `cast(sum(length(segments.data) - length(replace(segments.data, '${character}', ''))) as bigint)`

/**
 * Of every version: those that were published, those that studies began with, and for databases from before versions were
 * noted any that stands nowhere else. By the characters of the column `_status`: of some nothing is left, and whoever is none
 * of these is complete, accepted, held or rejected. They are most, and to take most of a text away takes longest.
 */
const placed: Query<{ studyId: string; version: string } & Record<'places' | 'early' | 'full' | 'lapsed', number>> = {
  sql: `select segments.study_id as "studyId", segments.data_version as "version", cast(sum(length(segments.data)) as bigint) as "places",
  ${often('4')} as "early", ${often('5')} as "full", ${often('6')} as "lapsed"
from (select study_id, data_version from study_versions union select id, questionnaire_version from studies
  union select studies.id, questionnaires.version from studies cross join questionnaires
    where not exists (select 1 from study_versions where study_versions.version = questionnaires.version)) data
join answer_segments segments on segments.study_id = data.study_id and segments.data_version = data.data_version
  and segments.name = '_status'
group by segments.study_id, segments.data_version`,
  values: [],
}

const dataVersion = `coalesce((select min(study_versions.data_version) from study_versions
  where study_versions.study_id = responses.study_id and study_versions.version = responses.questionnaire_version),
  responses.questionnaire_version)`

const counted = (
  state: string,
  where: string,
) => `select study_id as "studyId", ${dataVersion} as "version", ${state} as "state",
  count(*) as "count", 0 as "isPlaced" from responses where ${where} group by 1, 2, 3`

/** The others, each by an index that has them alone. One that is not shown yet is in progress. */
const others: Query<ResponseCount & { isPlaced: number }> = {
  sql: [
    counted(`'in_progress'`, `state = 'in_progress'`),
    counted(`'in_progress'`, 'shown_to is null and ended_at is not null'),
    counted('state', 'packed = 0 and shown_to is not null'),
    counted('state', `state = 'withdrawn' and packed = 1`).replace('0 as "isPlaced"', '1 as "isPlaced"'),
  ].join('\nunion all '),
  values: [],
}

/** Of each study and version's data; several lines may be of the same state. */
export async function countResponses(db: Database): Promise<ResponseCount[]> {
  const [columns, rows] = await Promise.all([db.read(placed), db.read(others)])
  const counts: ResponseCount[] = rows.map(({ isPlaced: _, ...count }) => count)
  for (const { studyId, version, places, early, full, lapsed } of columns) {
    const withdrawn = rows
      .filter((row) => row.isPlaced === 1 && row.studyId === studyId && row.version === version)
      .reduce((sum, { count }) => sum + count, 0)
    // Of the rest of those of whom nothing is left, the answers were erased: they stay complete.
    const of = { complete: places - early - full - lapsed - withdrawn, screened_out: early, over_quota: full, lapsed }
    for (const [state, count] of Object.entries(of))
      counts.push({ studyId, version, state: state as ResponseState, count })
  }
  return counts
}
