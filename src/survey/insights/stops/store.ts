/** The rows of how many stopped where, and of how far they are counted. */
import { prepareQuery, type Query } from '../../../platform/db/together.ts'
import { sql } from '../../tables.ts'

/** How far the stops of a study are counted. */
export interface StopsCursor {
  n: number
  lastAt: string
  lastId: string
}

export const countedOf = prepareQuery<{ studyId: string }, StopsCursor>((p) =>
  sql
    .selectFrom('stops_counted')
    .select(['n', 'last_at as lastAt', 'last_id as lastId'])
    .where('study_id', '=', p.studyId),
)

export interface Quiet {
  respondentId: string
  version: string
  seed: string
  /** JSON of `Facts`. */
  facts: string
  at: string
}

/** Responses that nobody has come back to since before, behind the last that was counted, in the order of their last step. */
export const quietResponses = (
  studyId: string,
  { lastAt, lastId }: Pick<StopsCursor, 'lastAt' | 'lastId'>,
  before: string,
  limit: number,
): Query<Quiet> => ({
  sql: `select respondent_id as "respondentId", questionnaire_version as "version", seed as "seed", facts as "facts",
  progress_at as "at"
from responses where state = 'in_progress' and study_id = ? and progress_at >= ? and progress_at < ?
  and (progress_at > ? or respondent_id > ?)
order by progress_at, respondent_id limit ${limit}`,
  values: [studyId, lastAt, before, lastAt, lastId],
})

/** So many more stopped there. */
export const addStops = prepareQuery((p: { studyId: string; page: string; question: string; stopped: number }) =>
  sql
    .insertInto('study_stops')
    .values({ study_id: p.studyId, page: p.page, question: p.question, stopped: p.stopped })
    .onConflict((oc) =>
      oc
        .columns(['study_id', 'page', 'question'])
        .doUpdateSet((eb) => ({ stopped: eb('study_stops.stopped', '+', eb.ref('excluded.stopped')) })),
    ),
)

/** Claims the count that was read; its check refuses a second one of the same. */
export const countUpTo = prepareQuery((p: { studyId: string; before: number; lastAt: string; lastId: string }) =>
  sql
    .insertInto('stops_counted')
    .values({ study_id: p.studyId, n: 1, n_before: 0, last_at: p.lastAt, last_id: p.lastId })
    .onConflict((oc) =>
      oc.column('study_id').doUpdateSet((eb) => ({
        n: eb('stops_counted.n', '+', 1),
        n_before: p.before,
        last_at: p.lastAt,
        last_id: p.lastId,
      })),
    ),
)

/** Where people stopped, whoever they were. */
export const stopsOfStudy = prepareQuery<{ studyId: string }, { page: string; question: string; stopped: number }>(
  (p) => sql.selectFrom('study_stops').select(['page', 'question', 'stopped']).where('study_id', '=', p.studyId),
)
