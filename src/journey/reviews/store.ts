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

export interface QueueCounts {
  waiting: number
  /** When the one that has waited longest was held; null when none waits. */
  oldest: string | null
  /** By people; an objection and an undone rejection count for nothing here. */
  decided: number
}

/** How many of a study wait for a person, since when, and how many people decided about since then. */
export const queueCounts = (studyId: string, since: string): Query<QueueCounts> => ({
  sql: `select
  (select count(*) from reviews join responses on responses.respondent_id = reviews.id
    where reviews.state = 'held' and responses.study_id = ? and responses.state in ('complete', 'over_quota')) as "waiting",
  (select min(review_steps.at) from reviews join responses on responses.respondent_id = reviews.id
    join review_steps on review_steps.respondent_id = reviews.id and review_steps.n = reviews.n
    where reviews.state = 'held' and responses.study_id = ? and responses.state in ('complete', 'over_quota')) as "oldest",
  (select count(*) from review_steps join responses on responses.respondent_id = review_steps.respondent_id
    where review_steps.move in ('held>accepted', 'held>rejected') and review_steps.at >= ? and responses.study_id = ?) as "decided"`,
  values: [studyId, studyId, since, studyId],
})

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
