/** Attempts as statements speak of them, and the lines that have been matched with them. */

import type { AttemptState, LineKind, MatchesTable } from '../../../schema/tables.ts'
import { maxBoundValues } from '../../platform/db/chunked.ts'
import { prepareQuery, type Query } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** So many are looked for in one query, beside the provider. */
export const referencesAtOnce = maxBoundValues - 2

export interface MatchableAttempt {
  id: string
  payoutId: string
  studyId: string
  reference: string
  providerId: string | null
  currency: string
  amountMinor: number
  state: AttemptState
  /** When it came to stand there. */
  stoodAt: string
  /** How many lines have been matched with it. */
  seen: number
}

const attempts = `select attempts.id as "id", attempts.payout_id as "payoutId", payouts.study_id as "studyId",
  attempts.reference as "reference", attempts.provider_id as "providerId", attempts.currency as "currency",
  attempts.amount_minor as "amountMinor", attempts.state as "state", attempt_steps.at as "stoodAt",
  (select count(*) from matches where matches.attempt_id = attempts.id) as "seen"
from attempts
join payouts on payouts.id = attempts.payout_id
join attempt_steps on attempt_steps.attempt_id = attempts.id and attempt_steps.n = attempts.n`

/** Attempts at a provider by our references, or by the provider's own ids; at most `referencesAtOnce`. */
export function attemptsBy(
  column: 'reference' | 'provider_id',
  provider: string,
  values: readonly string[],
): Query<MatchableAttempt> {
  return {
    sql: `${attempts}\nwhere attempts.provider = ? and attempts.${column} in (${values.map(() => '?').join(', ')})`,
    values: [provider, ...values],
  }
}

/** The references at a provider, in a currency, that begin with one of these; at most 40 beginnings. */
export function referencesBegun(
  { provider, currency }: { provider: string; currency: string },
  beginnings: readonly string[],
): Query<{ reference: string }> {
  return {
    sql: `select reference as "reference" from attempts where provider = ? and currency = ?
  and (${beginnings.map(() => '(reference >= ? and reference < ?)').join(' or ')})`,
    values: [provider, currency, ...beginnings.flatMap((one) => [one, `${one}~`])],
  }
}

/** One attempt, with its provider. */
export const attemptById = (id: string): Query<MatchableAttempt & { provider: string }> => ({
  sql: attempts.replace('select ', 'select attempts.provider as "provider", ').concat('\nwhere attempts.id = ?'),
  values: [id],
})

/** The newest attempts, at a provider and in a currency, of the payouts of these batches; at most `referencesAtOnce` batches. */
export function attemptsOfBatches(
  { provider, currency }: { provider: string; currency: string },
  batchIds: readonly string[],
): Query<MatchableAttempt & { batchId: string }> {
  return {
    sql: `${attempts.replace('select ', 'select payouts.batch_id as "batchId", ')}
where payouts.batch_id in (${batchIds.map(() => '?').join(', ')}) and attempts.provider = ? and attempts.currency = ?
  and attempts.nth = (select max(nth) from attempts newest where newest.payout_id = payouts.id)
order by attempts.id`,
    values: [...batchIds, provider, currency],
  }
}

/**
 * Open exceptions about attempts of an account: those whose subject is no line, or a share of one. Few are open at a time, so that they are
 * read all at once rather than looked for attempt by attempt.
 */
export function openAboutAttempts(p: { provider: string; currency: string }): Query<{
  id: string
  class: 'missing_at_provider' | 'state_conflict' | 'amount_mismatch'
  subject: string
  detail: string
}> {
  return {
    sql: `select id as "id", class as "class", subject as "subject", detail as "detail" from exceptions
where closed_at is null and provider = ? and currency = ?
  and class in ('missing_at_provider', 'state_conflict', 'amount_mismatch')
  and (substr(subject, 1, 2) = 'a_' or detail like '%"isShare":true%')`,
    values: [p.provider, p.currency],
  }
}

/** Open exceptions of a bank that calls a payout failed which was paid, and which has come back by its lines. */
export const conflictsAnswered = (p: { provider: string; currency: string }): Query<{ id: string }> => ({
  sql: `select exceptions.id as "id" from exceptions join attempts on attempts.id = exceptions.subject
where exceptions.closed_at is null and exceptions.class = 'state_conflict'
  and exceptions.provider = ? and exceptions.currency = ? and attempts.state = 'succeeded'
  and exists (select 1 from matches where matches.attempt_id = attempts.id and matches.kind = 'return')
  and 0 = (select sum(case direction when 'debit' then 1 else -1 end * coalesce(matches.share_minor, statement_lines.amount_minor))
    from matches join statement_lines on statement_lines.account_id = matches.account_id
      and statement_lines.line_key = matches.line_key
    where matches.attempt_id = attempts.id and matches.kind not in ('fee', 'tax'))
order by exceptions.id`,
  values: [p.provider, p.currency],
})

export interface SeenLine {
  attemptId: string
  key: string
  kind: LineKind
  direction: 'debit' | 'credit'
  amountMinor: number
  outcome: 'matched' | 'booked' | 'exception' | null
  day: string
  /** It is a share of a line that is a whole batch. */
  isShare?: boolean
}

/** Lines that have been matched with these attempts, at most `referencesAtOnce`; the first so many of them. */
export function seenLines(
  ids: readonly string[],
  limit: number | null = null,
): Query<Omit<SeenLine, 'isShare'> & { rule: MatchesTable['rule'] }> {
  return {
    sql: `select matches.attempt_id as "attemptId", matches.line_key as "key", matches.kind as "kind",
  statement_lines.direction as "direction",
  coalesce(matches.share_minor, statement_lines.amount_minor) as "amountMinor",
  statement_lines.outcome as "outcome", statement_lines.day as "day", matches.rule as "rule"
from matches join statement_lines on statement_lines.account_id = matches.account_id and statement_lines.line_key = matches.line_key
where matches.attempt_id in (${ids.map(() => '?').join(', ')})${limit === null ? '' : ' limit ?'}`,
    values: [...ids, ...(limit === null ? [] : [limit])],
  }
}

/** Of these attempts, those that a line pays as a share, and of which two people have booked that they were paid all the same. */
export function settledShares(ids: readonly string[]): Query<{ id: string }> {
  return {
    sql: `select distinct attempts.id as "id" from matches join attempts on attempts.id = matches.attempt_id
join exceptions on exceptions.class = 'state_conflict'
  and exceptions.subject = matches.account_id || '/' || matches.line_key || '#' || attempts.reference
join provider_entries on provider_entries.account_id = matches.account_id and provider_entries.cause in
  ('settled:' || exceptions.id || '/' || matches.line_key, 'exception:' || exceptions.id || '/' || matches.line_key)
where matches.share_minor is not null and matches.kind = 'payment'
  and matches.attempt_id in (${ids.map(() => '?').join(', ')})`,
    values: [...ids],
  }
}

/** What all published lines of an account come to for each of these references: what left, less what came. */
export function netOfReferences(
  accountId: string,
  references: readonly string[],
): Query<{ reference: string; netMinor: number }> {
  return {
    sql: `select statement_lines.reference as "reference",
  cast(sum(case statement_lines.direction when 'debit' then statement_lines.amount_minor else -statement_lines.amount_minor end) as bigint) as "netMinor"
from statement_lines join statements on statements.id = statement_lines.statement_id
left join statement_lines carrier on carrier.account_id = statement_lines.account_id and carrier.line_key = statement_lines.carried_by
where statement_lines.account_id = ? and statement_lines.reference in (${references.map(() => '?').join(', ')})
  and statements.state = 'published' and statement_lines.kind not in ('fee', 'tax')
  and (carrier.reference is null or carrier.reference <> statement_lines.reference)
group by statement_lines.reference`,
    values: [accountId, ...references],
  }
}

/** One payout is not paid by a line of its batch any more. */
export const deleteMatch = prepareQuery((p: { accountId: string; key: string; attemptId: string }) =>
  sql
    .deleteFrom('matches')
    .where('account_id', '=', p.accountId)
    .where('line_key', '=', p.key)
    .where('attempt_id', '=', p.attemptId),
)

/** A line proves nothing any more. */
export const deleteMatchesOf = prepareQuery((p: { accountId: string; key: string }) =>
  sql.deleteFrom('matches').where('account_id', '=', p.accountId).where('line_key', '=', p.key),
)

/** A line of a type that was not known is the payment of its payout. */
export const matchAsPayment = prepareQuery((p: { accountId: string; key: string; attemptId: string }) =>
  sql
    .updateTable('matches')
    .set({ kind: 'payment' })
    .where('account_id', '=', p.accountId)
    .where('line_key', '=', p.key)
    .where('attempt_id', '=', p.attemptId),
)

/** A line of an unknown type proves the payment after all, as two people say. */
export const matchAsPaymentByHand = prepareQuery(
  (p: { accountId: string; key: string; decisionId: string; at: string }) =>
    sql
      .updateTable('matches')
      .set({ kind: 'payment', rule: 'by_hand', proposal_id: p.decisionId, at: p.at })
      .where('account_id', '=', p.accountId)
      .where('line_key', '=', p.key),
)
