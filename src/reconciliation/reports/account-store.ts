/** What an account's report reads. Lines count from the moment their statement is published. */
import type { Provider } from '../../../schema/tables.ts'
import type { Query, SqlValue } from '../../platform/db/together.ts'
import type { Direction } from '../formats/statement.ts'
import type { LineWithoutAttempt, MatchByHand, PaidWithoutLine } from './account-report.ts'
import type { Moves, StatementPart } from './parts.ts'

function ask<Row>(sql: string, ...values: SqlValue[]): Query<Row> {
  return { sql, values }
}

/** An account at a provider, with no more of it than a report says: what it says is hashed and signed. */
export const reportedAccount = (id: string) =>
  ask<{ id: string; provider: Provider; currency: string }>(
    'select id as "id", provider as "provider", currency as "currency" from provider_accounts where id = ?',
    id,
  )

const sums = ['funded', 'paid', 'fees', 'returned', 'other']
  .map((name) => `cast(coalesce(sum(${name}), 0) as bigint) as "${name}"`)
  .join(', ')

/** What our books say moved from the day `from` up to and with `to`. */
export const movesOf = (account: string, from: string, to: string) =>
  ask<Moves>(`select ${sums} from provider_days where account_id = ? and day >= ? and day <= ?`, account, from, to)

/** What two people have booked as paid outside: entries whose cause says so. A settlement is caused by `settled:`. */
export const amountPaidOutside = (account: string, from: string, to: string) =>
  ask<{ amountMinor: number }>(
    `select cast(coalesce(-sum(amount_minor), 0) as bigint) as "amountMinor" from provider_entries
where account_id = ? and cause >= 'settled:' and cause < 'settled;' and day >= ? and day <= ?`,
    account,
    from,
    to,
  )

/** Published statements that cover a day of the stretch; an intraday report ends before its day does. */
export const statementsCovering = (account: string, from: string, to: string) =>
  ask<StatementPart & { openingMinor: number | null; closingMinor: number | null }>(
    `select id as "id", format as "format", coalesce(file_hash, '') as "fileHash", period_from as "from", period_to as "to",
  lines_new as "lines", uploaded_by as "importedBy", opening_minor as "openingMinor", closing_minor as "closingMinor"
from statements where account_id = ? and state = 'published' and format not in ('camt052', 'mt942') and period_from <= ? and period_to >= ?
order by period_from, period_to, id`,
    account,
    to,
    from,
  )

/** The balance behind the last line up to a day, of statements whose balances chain. */
export const balanceAfter = (account: string, day: string) =>
  ask<{ balanceMinor: number }>(
    `select statement_lines.balance_minor as "balanceMinor" from statement_lines
join statements on statements.id = statement_lines.statement_id
where statement_lines.account_id = ? and statement_lines.day <= ? and statements.state = 'published'
  and statements.closing_minor is not null and statements.period_from <= ? and statements.period_to >= ?
  and statement_lines.balance_minor is not null
order by statement_lines.day desc, statement_lines."row" desc limit 1`,
    account,
    day,
    day,
    day,
  )

const published = `join statements on statements.id = statement_lines.statement_id and statements.state = 'published'`

/**
 * Published lines of an account from one day to another, both included: counts and sums in minor units by kind and
 * direction.
 */
export const linesByKind = (account: string, from: string, to: string) =>
  ask<{ kind: string; direction: Direction; count: number; amountMinor: number }>(
    `select kind as "kind", direction as "direction", count(*) as "count", cast(sum(amount_minor) as bigint) as "amountMinor"
from statement_lines ${published} where statement_lines.account_id = ? and day >= ? and day <= ? and carried_by is null
group by kind, direction`,
    account,
    from,
    to,
  )

export interface ExceptionPart {
  class: string
  day: string | null
  openedAt: string
  closedAt: string | null
  amountMinor: number
}

/** Exceptions that were of the period, or open in it. Those that a provider's answer opened know no day. */
export const exceptionsOf = (
  account: { id: string; provider: string; currency: string },
  begins: string,
  from: string,
) =>
  ask<ExceptionPart>(
    `select class as "class", day as "day", opened_at as "openedAt", closed_at as "closedAt", amount_minor as "amountMinor"
from exceptions where (account_id = ? or (account_id is null and provider = ? and currency = ?))
  and (closed_at is null or closed_at >= ? or coalesce(day, opened_at) >= ?)`,
    account.id,
    account.provider,
    account.currency,
    begins,
    from,
  )

/** A success that was undone was never proven, and undoing it takes it away again on its own day. */
const paidWithout = `from (
  select attempt_id, n, at, 1 as sign from attempt_steps
  where state in ('succeeded', 'failed', 'cancelled') and state = 'succeeded' and at >= ? and at < ?
  union all
  select attempt_id, n, at, -1 from attempt_steps where move = 'succeeded>unknown' and at >= ? and at < ?
) ends join attempts on attempts.id = ends.attempt_id
where attempts.provider = ? and attempts.currency = ?
  and (sign < 0
    or not exists (select 1 from matches where matches.attempt_id = attempts.id and matches.kind = 'payment')
    or exists (select 1 from attempt_steps where attempt_steps.attempt_id = ends.attempt_id
      and attempt_steps.n > ends.n and attempt_steps.move = 'succeeded>unknown'))`

/** Attempts that succeeded in the stretch, and that no line proves; what was undone in it is below zero. */
export const paidWithoutLine = (
  { provider, currency }: { provider: string; currency: string },
  { begins, ends }: { begins: string; ends: string },
  limit: number,
) => {
  const where = [begins, ends, begins, ends, provider, currency] as const
  return {
    sum: ask<{ count: number; amountMinor: number }>(
      `select count(*) as "count", cast(coalesce(sum(sign * attempts.amount_minor), 0) as bigint) as "amountMinor" ${paidWithout}`,
      ...where,
    ),
    listed: ask<Omit<PaidWithoutLine, 'day'> & { at: string }>(
      `select attempts.reference as "reference", attempts.provider_id as "providerId", ends.at as "at",
  sign * attempts.amount_minor as "amountMinor" ${paidWithout} order by attempts.reference, ends.n limit ?`,
      ...where,
      limit,
    ),
  }
}

const linesWithout = `from statement_lines ${published}
where statement_lines.account_id = ? and statement_lines.day >= ? and statement_lines.day <= ?
  and statement_lines.kind in ('payment', 'return', 'other', 'unknown') and coalesce(statement_lines.outcome, '') <> 'booked'
  and not exists (select 1 from matches
    where matches.account_id = statement_lines.account_id and matches.line_key = statement_lines.line_key)`

/** Lines of the stretch that belong to no attempt and are booked as nothing else. */
export const linesWithoutAttempt = (account: string, from: string, to: string, limit: number) => ({
  sum: ask<{ count: number; amountMinor: number }>(
    `select count(*) as "count", cast(coalesce(sum(statement_lines.amount_minor), 0) as bigint) as "amountMinor" ${linesWithout}`,
    account,
    from,
    to,
  ),
  listed: ask<LineWithoutAttempt>(
    `select line_key as "lineKey", statement_id as "statement", "row" as "row", reference as "reference",
  provider_id as "providerId", day as "day", kind as "kind", raw_type as "rawType", direction as "direction",
  amount_minor as "amountMinor", coalesce(outcome, 'waiting') as "outcome" ${linesWithout} order by line_key limit ?`,
    account,
    from,
    to,
    limit,
  ),
})

const byHand = `from matches
join statement_lines on statement_lines.account_id = matches.account_id and statement_lines.line_key = matches.line_key
join attempts on attempts.id = matches.attempt_id
join decisions on decisions.proposal_id = matches.proposal_id
join proposals on proposals.id = matches.proposal_id
where matches.account_id = ? and matches.rule = 'by_hand' and statement_lines.day >= ? and statement_lines.day <= ?`

/** Matches that one person proposed and another confirmed. */
export const matchesByHand = (account: string, from: string, to: string, limit: number) => ({
  sum: ask<{ count: number; amountMinor: number }>(
    `select count(*) as "count", cast(coalesce(sum(statement_lines.amount_minor), 0) as bigint) as "amountMinor" ${byHand}`,
    account,
    from,
    to,
  ),
  listed: ask<MatchByHand>(
    `select matches.line_key as "lineKey", attempts.reference as "reference", statement_lines.day as "day",
  statement_lines.amount_minor as "amountMinor", decisions.proposed_by as "maker", decisions.decided_by as "checker",
  proposals.reason as "reason" ${byHand} order by matches.line_key limit ?`,
    account,
    from,
    to,
    limit,
  ),
})
