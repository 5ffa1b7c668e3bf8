import type { ResponseState } from '../../../schema/tables.ts'
import { prepareQuery, type Query } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** How many responses of each study and questionnaire version stand in each state; one that is not shown yet is in progress. */
export const responseCounts: Query<{ studyId: string; version: string; state: ResponseState; count: number }> = {
  sql: `select study_id as "studyId", questionnaire_version as "version",
  case when shown_to is null then 'in_progress' else state end as "state", count(*) as "count"
from responses group by study_id, questionnaire_version, case when shown_to is null then 'in_progress' else state end`,
  values: [],
}

/** How many complete responses of each study wait for a person. */
export const heldCounts: Query<{ studyId: string; count: number }> = {
  sql: `select responses.study_id as "studyId", count(*) as "count"
from reviews join responses on responses.respondent_id = reviews.id
where reviews.state = 'held' and responses.state = 'complete' and responses.shown_to is not null group by responses.study_id`,
  values: [],
}

/**
 * Start and end of some complete responses. `export_ref` is random, so the first by it are a fair sample: reading
 * every response to draw one page would hold everyone else up.
 */
export const someDurations = prepareQuery((p: { studyId: string; limit: number }) =>
  sql
    .selectFrom('responses')
    .select(['started_at as startedAt', 'ended_at as endedAt'])
    .where('study_id', '=', p.studyId)
    .where('state', '=', 'complete')
    .where('shown_to', 'is not', null)
    .orderBy('export_ref')
    .limit(p.limit),
)
