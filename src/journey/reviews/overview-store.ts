/** What the overview of reviews counts: held responses, how long they wait, and what was withdrawn. */
import type { Query } from '../../platform/db/together.ts'

/** References of responses that were withdrawn since this member of staff last took a file of their study away, which has them. */
export const withdrawnSinceExport = (staffId: string, limit: number): Query<{ studyId: string; ref: string }> => ({
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
  /** Those that wait still, and when the one of them that has waited longest was held; null when there are none. */
  stillWaiting: number
  oldestStill: string | null
  /** The same of those that waited at a moment that is past and have been decided about since. */
  waitedThen: number
  oldestThen: string | null
  /** By people; an objection and an undone rejection count for nothing here. */
  decided: number
  /** When the study opened: nobody decides before. */
  opensAt: string
}

/** Later than every moment (ISO 8601 in UTC). */
const now = '9'

/**
 * How many of a study wait for a person, since when, and how many people decided about since `since`; with `before`, as it
 * stood at that moment. Steps are never changed, so that the answer about a moment that is past stays as it is.
 */
export const queueCounts = (studyId: string, since: string, before = now): Query<QueueCounts> => ({
  sql: `select
  (select count(*) from reviews join responses on responses.respondent_id = reviews.id
    join review_steps on review_steps.respondent_id = reviews.id and review_steps.n = reviews.n
    where reviews.state = 'held' and responses.study_id = ? and responses.state in ('complete', 'over_quota') and review_steps.at < ?) as "stillWaiting",
  (select min(review_steps.at) from reviews join responses on responses.respondent_id = reviews.id
    join review_steps on review_steps.respondent_id = reviews.id and review_steps.n = reviews.n
    where reviews.state = 'held' and responses.study_id = ? and responses.state in ('complete', 'over_quota') and review_steps.at < ?) as "oldestStill",
  (select count(*) from review_steps ended join review_steps holds on holds.respondent_id = ended.respondent_id and holds.n = ended.n - 1
    join responses on responses.respondent_id = ended.respondent_id
    where ended.move in ('held>accepted', 'held>rejected', 'held>final') and ended.at >= ? and holds.at < ? and responses.study_id = ?) as "waitedThen",
  (select min(holds.at) from review_steps ended join review_steps holds on holds.respondent_id = ended.respondent_id and holds.n = ended.n - 1
    join responses on responses.respondent_id = ended.respondent_id
    where ended.move in ('held>accepted', 'held>rejected', 'held>final') and ended.at >= ? and holds.at < ? and responses.study_id = ?) as "oldestThen",
  (select count(*) from review_steps join responses on responses.respondent_id = review_steps.respondent_id
    where review_steps.move in ('held>accepted', 'held>rejected') and review_steps.at >= ? and review_steps.at < ?
      and responses.study_id = ?) as "decided",
  (select opens_at from studies where id = ?) as "opensAt"`,
  values: [
    studyId,
    before,
    studyId,
    before,
    before,
    before,
    studyId,
    before,
    before,
    studyId,
    since,
    before,
    studyId,
    studyId,
  ],
})

/** From when until when responses of a study waited for a person that did so no more by `before`; any `limit` of them since `since`. */
export const endedWaits = (
  studyId: string,
  since: string,
  before: string | undefined,
  limit: number,
): Query<{ heldAt: string; endedAt: string }> => ({
  sql: `select holds.at as "heldAt", ended.at as "endedAt"
from review_steps ended join review_steps holds on holds.respondent_id = ended.respondent_id and holds.n = ended.n - 1
  join responses on responses.respondent_id = ended.respondent_id
where ended.move in ('held>accepted', 'held>rejected', 'held>final') and ended.at >= ? and ended.at < ? and responses.study_id = ?
limit ?`,
  values: [since, before ?? now, studyId, limit],
})
