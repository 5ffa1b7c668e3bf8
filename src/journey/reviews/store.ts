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

/** References of responses that were withdrawn since this member of staff last took a file of their study away, which has them. */
export const withdrawnSince = (staffId: string, limit: number): Query<{ studyId: string; ref: string }> => ({
  sql: `select responses.study_id as "studyId", responses.export_ref as "ref" from responses join (
  select subject, max(at) as at from audit_entries where actor = ? and action = 'responses.exported' group by subject
) taken on taken.subject = responses.study_id
where responses.state = 'withdrawn' and responses.progress_at > taken.at and responses.shown_to is not null
  and responses.ended_at <= taken.at
order by responses.export_ref limit ?`,
  values: [staffId, limit],
})

/** How many complete responses of each study wait for a person. */
export const heldCounts: Query<{ studyId: string; count: number }> = {
  sql: `select responses.study_id as "studyId", count(*) as "count"
from reviews join responses on responses.respondent_id = reviews.id
where reviews.state = 'held' and responses.state in ('complete', 'over_quota') and responses.shown_to is not null group by responses.study_id`,
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
