/** How far the ends of attempts have been held against the statements of an account. */
import { prepareQuery, type Query } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** Looks again from the first covered day on. */
export const restartCheck = prepareQuery((p: { accountId: string }) =>
  sql.updateTable('provider_accounts').set({ checked_at: null, checked_id: null }).where('id', '=', p.accountId),
)

/** Up to which end it has looked. */
export const noteMissingChecked = prepareQuery((p: { accountId: string; at: string; id: string }) =>
  sql.updateTable('provider_accounts').set({ checked_at: p.at, checked_id: p.id }).where('id', '=', p.accountId),
)

export interface EndedAttempt {
  id: string
  payoutId: string
  studyId: string
  reference: string
  amountMinor: number
  state: 'succeeded' | 'failed' | 'cancelled'
  at: string
  /** Of one that succeeded: whether a line stands for its payment, or an exception was opened because none did. */
  isKnown: number
  /** Of one that did not: what its lines come to, what left less what came back. */
  netMinor: number
  /** Of one whose lines come to something: exceptions about it that were opened, open or closed. */
  conflicts: number
}

/**
 * Attempts of an account that ended after `after` and before `before`, in the order of their ends. The account is put
 * together from its parts so that no index of attempts seems better than that of the ends.
 */
export function endedAttempts(p: {
  accountId: string
  after: { at: string; id: string }
  before: string
  limit: number
}): Query<EndedAttempt> {
  return {
    sql: `select *, case when ended."netMinor" = 0 then 0 else
  (select count(*) from exceptions where class = 'state_conflict' and subject = ended."id")
    + (select count(*) from matches join exceptions on exceptions.class = 'state_conflict'
      and exceptions.subject = matches.account_id || '/' || matches.line_key || '#' || ended."reference"
    where matches.attempt_id = ended."id") end as "conflicts"
from (select attempts.id as "id", attempts.payout_id as "payoutId", payouts.study_id as "studyId",
  attempts.reference as "reference", attempts.amount_minor as "amountMinor", attempts.state as "state",
  attempt_steps.at as "at",
  case when attempts.state = 'succeeded' and not exists (select 1 from matches
      where matches.attempt_id = attempts.id and matches.kind in ('payment', 'unknown'))
    and not exists (select 1 from exceptions where class = 'missing_at_provider' and subject = attempts.id)
    then 0 else 1 end as "isKnown",
  case when attempts.state = 'succeeded' then 0 else
    (select cast(coalesce(sum(case direction when 'debit' then 1 else -1 end
      * coalesce(matches.share_minor, statement_lines.amount_minor)), 0) as bigint)
    from matches join statement_lines on statement_lines.account_id = matches.account_id
      and statement_lines.line_key = matches.line_key
    where matches.attempt_id = attempts.id and matches.kind not in ('fee', 'tax')) end as "netMinor"
from attempt_steps
join attempts on attempts.id = attempt_steps.attempt_id
join payouts on payouts.id = attempts.payout_id
where attempt_steps.state in ('succeeded', 'failed', 'cancelled') and attempt_steps.n = attempts.n
  and attempt_steps.at >= ? and attempt_steps.at < ? and (attempt_steps.at > ? or attempt_steps.attempt_id > ?)
  and attempts.provider || ':' || attempts.currency = ?
order by attempt_steps.at, attempt_steps.attempt_id limit ?) ended order by ended."at", ended."id"`,
    values: [p.after.at, p.before, p.after.at, p.after.id, p.accountId, p.limit],
  }
}

/** Lines that were matched with an attempt and stand in an exception of their own. */
export const excepted = prepareQuery((p: { attemptId: string }) =>
  sql
    .selectFrom('matches')
    .innerJoin('statement_lines', (join) =>
      join
        .onRef('statement_lines.account_id', '=', 'matches.account_id')
        .onRef('statement_lines.line_key', '=', 'matches.line_key'),
    )
    .select('statement_lines.line_key as key')
    .where('matches.attempt_id', '=', p.attemptId)
    .where('statement_lines.outcome', '<>', 'matched')
    .limit(1),
)

/** The lines of an attempt are in question from now on. */
export const exceptLines = prepareQuery((p: { accountId: string; attemptId: string }) =>
  sql
    .updateTable('statement_lines')
    .set({ outcome: 'exception' })
    .where('account_id', '=', p.accountId)
    .where('line_key', 'in', (eb) =>
      eb
        .selectFrom('matches')
        .select('matches.line_key')
        .where('matches.account_id', '=', p.accountId)
        .where('matches.attempt_id', '=', p.attemptId)
        // A line that is a whole batch is in question only as a whole.
        .where('matches.share_minor', 'is', null),
    ),
)
