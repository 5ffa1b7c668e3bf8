/**
 * How often a step of a statement's work was tried. The try is noted before the step is made, so that one at which the
 * process dies counts like one that fails.
 */
import { sql as raw, type SqlBool } from 'kysely'
import { prepareQuery, type Query, type Write } from '../../../platform/db/together.ts'
import { scopedQuery } from '../../../staff/permissions/scope.ts'
import { isAccountSeen } from '../../account-scope.ts'
import { sql } from '../../tables.ts'
import type { Statement } from '../statement.ts'

/** After so many tries of one step a statement is left alone, or set aside where nothing of it counts yet. */
const mostTries = 3
/** A try that was begun less than so many milliseconds ago may still be going on, here or elsewhere. */
const longestTryMs = 30_000

type Tried = Pick<Statement, 'tries' | 'triedStep' | 'triedAt' | 'allSteps'>

/** Whether the next step was tried so often that nobody tries it again unasked. The last try may still be going on. */
export function isTriedOut({ tries, triedStep, allSteps }: Pick<Tried, 'tries' | 'triedStep' | 'allSteps'>): boolean {
  return tries >= mostTries && triedStep === allSteps
}

/** Whether that is so, and no try is going on any more. */
export function isStuck(statement: Tried, now: string): boolean {
  const { triedAt } = statement
  return isTriedOut(statement) && triedAt !== null && Date.parse(now) - Date.parse(triedAt) >= longestTryMs
}

/** The latest time, ISO 8601, at which a try was begun that is over by now. */
export function overBefore(now: string): string {
  return new Date(Date.parse(now) - longestTryMs).toISOString()
}

/** That the next step is about to be made. */
export function noteTry({ id, allSteps }: Pick<Statement, 'id' | 'allSteps'>, at: string): Write {
  return {
    sql: `update statements set tries = case when tried_step = ? then tries + 1 else 1 end, tried_step = ?, tried_at = ?
where id = ?`,
    values: [allSteps, allSteps, at, id],
  }
}

/** That a person wants it tried again. */
export const forgetTries = prepareQuery((p: { id: string }) =>
  sql.updateTable('statements').set({ tries: 0, tried_step: null, tried_at: null }).where('id', '=', p.id),
)

/** Of one that was set aside: it is as if it had just arrived, and what was said of it stays. */
export const startOver = prepareQuery((p: { id: string }) =>
  sql
    .updateTable('statements')
    .set({ problem: null, checkpoint: null, summary: null, rows_done: 0, tries: 0, tried_step: null, tried_at: null })
    .where('id', '=', p.id),
)

/** The condition on statements whose next step was tried so often; `before` is bound to it once. */
const stuck = `(statements.tries >= ${mostTries} and statements.tried_at <= ? and statements.tried_step = (
  select count(*) from statement_progress made where made.statement_id = statements.id))`

/**
 * Statements on which the sweep has something to do; which of them, see `isAtWork`. What is under way comes first, as the
 * others of its account wait for it, then the oldest of each account, and so on: no account waits behind another's queue.
 */
export function statementsAtWork(p: { abandoned: string; now: string; limit: number }): Query<{
  id: string
  state: Statement['state']
  told: string | null
}> {
  return {
    // Of those that are stuck, one that is being read is set aside by its next step; the others are left alone.
    sql: `select id as "id", state as "state", told as "told" from statements
where (state = 'staging' or (state = 'receiving' and (told is not null or made_at < ?))
  or (state = 'published' and matched_at is null))
and not ((state = 'published' or problem is not null) and ${stuck})
order by case when state = 'receiving' then row_number() over (partition by state, account_id order by id) else 0 end, id
limit ?`,
    values: [p.abandoned, overBefore(p.now), p.limit],
  }
}

/** Statements of accounts of a scope that wait for a person, oldest first. */
export const quarantined = scopedQuery<
  { over: string; limit: number },
  { id: string; accountId: string; madeAt: string }
>((p, isSeen) =>
  sql
    .selectFrom('statements')
    .innerJoin('provider_accounts', 'provider_accounts.id', 'statements.account_id')
    .select(['statements.id', 'statements.account_id as accountId', 'statements.made_at as madeAt'])
    .where(raw<SqlBool>`(statements.state = 'quarantined' or (statements.matched_at is null
  and statements.state in ('staging', 'published') and statements.tries >= ${raw.lit(mostTries)}
  and statements.tried_at <= ${raw.val(p.over)} and statements.tried_step = (
    select count(*) from statement_progress made where made.statement_id = statements.id)))`)
    .where(isAccountSeen('provider_accounts.currency', isSeen))
    .orderBy('statements.id')
    .limit(p.limit),
)
