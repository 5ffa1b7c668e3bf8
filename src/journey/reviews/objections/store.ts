/** Objections as rows. */
import { prepareQuery, type Query, type Write } from '../../../platform/db/together.ts'
import { sql } from '../../tables.ts'

export interface Objection {
  respondentId: string
  /** The step of the rejection that it is against. */
  n: number
  rejectedBy: string
  /** ISO 8601 in UTC. */
  madeAt: string
  /** The day by which it is decided; null when the calendar does not reach that far. */
  dueDay: string | null
  texts: string
  textsKey: string | null
  decidedState: 'accepted' | 'final' | null
  decidedBy: string | null
  decidedAt: string | null
  replyTexts: string | null
  replyKey: string | null
}

export const addObjection = prepareQuery(
  (
    p: Pick<Objection, 'respondentId' | 'n' | 'rejectedBy' | 'madeAt' | 'dueDay' | 'texts' | 'textsKey'> & {
      madeN: number
    },
  ) =>
    sql.insertInto('objections').values({
      respondent_id: p.respondentId,
      n: p.n,
      rejected_by: p.rejectedBy,
      made_n: p.madeN,
      made_state: 'objected',
      made_at: p.madeAt,
      due_day: p.dueDay,
      texts: p.texts,
      texts_key: p.textsKey,
    }),
)

/** Who decided, and what they answer; refused by a check when it is whoever had rejected it. */
export const putDecision = prepareQuery(
  (p: {
    respondentId: string
    n: number
    decidedN: number
    state: 'accepted' | 'final'
    by: string
    at: string
    texts: string
    key: string | null
  }) =>
    sql
      .updateTable('objections')
      .set({
        decided_n: p.decidedN,
        decided_state: p.state,
        decided_by: p.by,
        decided_at: p.at,
        reply_texts: p.texts,
        reply_key: p.key,
      })
      .where('respondent_id', '=', p.respondentId)
      .where('n', '=', p.n),
)

/** Erases what was written about objections of a respondent, which may tell of the answers; that there were some stays. */
export const eraseWords = (respondentId: string): Write => ({
  sql: `update objections set texts = '', reply_texts = case when reply_texts is null then null else '' end where respondent_id = ?`,
  values: [respondentId],
})

/** All objections of a respondent, the oldest first. */
export const objectionsOf = prepareQuery<{ respondentId: string }, Objection>((p) =>
  sql
    .selectFrom('objections')
    .select([
      'respondent_id as respondentId',
      'n',
      'rejected_by as rejectedBy',
      'made_at as madeAt',
      'due_day as dueDay',
      'texts',
      'texts_key as textsKey',
      'decided_state as decidedState',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
      'reply_texts as replyTexts',
      'reply_key as replyKey',
    ])
    .where('respondent_id', '=', p.respondentId)
    .orderBy('n'),
)

/** How many objections of each study wait, and the day by which the first has to be decided. */
export const objectionCounts: Query<{ studyId: string; count: number; dueDay: string | null }> = {
  sql: `select responses.study_id as "studyId", count(*) as "count", min(objections.due_day) as "dueDay"
from reviews join responses on responses.respondent_id = reviews.id
join objections on objections.respondent_id = reviews.id and objections.made_n = reviews.n
where reviews.state = 'objected' and responses.state in ('complete', 'over_quota') and responses.shown_to is not null group by responses.study_id`,
  values: [],
}
