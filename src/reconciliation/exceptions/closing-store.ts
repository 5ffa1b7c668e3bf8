/** What closing an exception has to know: its line as our books have it. */
import type { LineKind, StatementLinesTable } from '../../../schema/tables.ts'
import type { Query } from '../../platform/db/together.ts'

export interface BookedLine {
  accountId: string
  key: string
  day: string
  direction: 'debit' | 'credit'
  amountMinor: number
  kind: LineKind
  rawType: string
  outcome: StatementLinesTable['outcome']
  /** What it was matched with, if anything, and as what. */
  attemptId: string | null
  matchedAs: LineKind | null
  attemptState: string | null
  attemptMinor: number | null
  /** What our books of the account gained by entries of this line. */
  bookedMinor: number
  /** `batch_mismatch`: what of the line is meant for payouts whose outcome is open. */
  openMinor?: number
}

const lines = `select statement_lines.account_id as "accountId", statement_lines.line_key as "key", statement_lines.day as "day",
  statement_lines.direction as "direction", coalesce(matches.share_minor, statement_lines.amount_minor) as "amountMinor", statement_lines.kind as "kind",
  statement_lines.raw_type as "rawType", statement_lines.outcome as "outcome",
  matches.attempt_id as "attemptId", matches.kind as "matchedAs",
  attempts.state as "attemptState", attempts.amount_minor as "attemptMinor",
  (select cast(coalesce(sum(case kind when 'fees' then -amount_minor else amount_minor end), 0) as bigint) from provider_entries
    where provider_entries.account_id = statement_lines.account_id
      and provider_entries.cause in ('line:' || statement_lines.line_key, 'told:line:' || statement_lines.line_key,
        'told:told:line:' || statement_lines.line_key, 'told:told:told:line:' || statement_lines.line_key)) as "bookedMinor"
from statement_lines
left join matches on matches.account_id = statement_lines.account_id and matches.line_key = statement_lines.line_key
left join attempts on attempts.id = matches.attempt_id`

/** A line; of one that is a whole batch, the share of this attempt. */
export const bookedLine = (accountId: string, key: string, attemptId?: string): Query<BookedLine> => ({
  sql: `${lines}\nwhere statement_lines.account_id = ? and statement_lines.line_key = ?${attemptId === undefined ? '' : ' and matches.attempt_id = ?'}`,
  values: [accountId, key, ...(attemptId === undefined ? [] : [attemptId])],
})

const shares = (which: string) =>
  `(select cast(coalesce(sum(matches.share_minor), 0) as bigint) from matches join attempts on attempts.id = matches.attempt_id
    where matches.account_id = statement_lines.account_id and matches.line_key = statement_lines.line_key and ${which})`

/** A line that is a whole batch: what of it no payout that was paid explains. */
export const batchLine = (accountId: string, key: string): Query<BookedLine> => ({
  sql: `select account_id as "accountId", line_key as "key", day as "day", direction as "direction",
  amount_minor - ${shares("attempts.state = 'succeeded'")} as "amountMinor", kind as "kind", raw_type as "rawType",
  outcome as "outcome", null as "attemptId", null as "matchedAs", null as "attemptState", null as "attemptMinor",
  0 as "bookedMinor", ${shares("attempts.state not in ('succeeded', 'failed', 'cancelled')")} as "openMinor"
from statement_lines where account_id = ? and line_key = ?`,
  values: [accountId, key],
})

/** A line that brings back several payouts of a batch: what of it were payouts that had been paid. */
export const returnedLine = (accountId: string, key: string): Query<BookedLine> => ({
  sql: `select account_id as "accountId", line_key as "key", day as "day", direction as "direction",
  ${shares("matches.kind = 'return' and attempts.state = 'succeeded'")} as "amountMinor", kind as "kind",
  raw_type as "rawType", outcome as "outcome", null as "attemptId", 'return' as "matchedAs", null as "attemptState",
  null as "attemptMinor", 0 as "bookedMinor"
from statement_lines where account_id = ? and line_key = ?`,
  values: [accountId, key],
})

/** Payouts that had been paid, and that a line brings back. */
export const returnedShares = (accountId: string, key: string): Query<{ attemptId: string; payoutId: string }> => ({
  sql: `select attempts.id as "attemptId", attempts.payout_id as "payoutId"
from matches join attempts on attempts.id = matches.attempt_id
where matches.account_id = ? and matches.line_key = ? and matches.rule = 'batch' and matches.kind = 'return'
  and attempts.state = 'succeeded' order by attempts.id`,
  values: [accountId, key],
})

/** Payouts whose outcome is open, and that a line which is a whole batch is meant for. */
export const openShares = (accountId: string, key: string): Query<{ attemptId: string; payoutId: string }> => ({
  sql: `select attempts.id as "attemptId", attempts.payout_id as "payoutId"
from matches join attempts on attempts.id = matches.attempt_id
where matches.account_id = ? and matches.line_key = ? and matches.rule = 'batch'
  and attempts.state not in ('succeeded', 'failed', 'cancelled') order by attempts.id`,
  values: [accountId, key],
})

/** Lines of an attempt that stand in an exception. */
export const exceptedLines = (attemptId: string): Query<BookedLine> => ({
  sql: `${lines}\nwhere matches.attempt_id = ? and statement_lines.outcome = 'exception' order by statement_lines."row" limit 20`,
  values: [attemptId],
})

/** How many lines stand for the payment of an attempt. */
export const paymentsOf = (attemptId: string): Query<{ count: number }> => ({
  sql: `select count(*) as "count" from matches where attempt_id = ? and kind in ('payment', 'unknown')`,
  values: [attemptId],
})

/** How many lines prove the payment of an attempt; one of its whole batch that does not fit proves none. */
export const proofsOf = (attemptId: string): Query<{ count: number }> => ({
  sql: `select count(*) as "count" from matches join statement_lines on statement_lines.account_id = matches.account_id
  and statement_lines.line_key = matches.line_key
where matches.attempt_id = ? and matches.kind in ('payment', 'unknown')
  and (matches.share_minor is null or statement_lines.outcome <> 'exception')`,
  values: [attemptId],
})

/** What the provider moved by a line and our books of the account have not, with its sign. */
export function unbooked(line: BookedLine): number {
  const moved = line.direction === 'debit' ? -line.amountMinor : line.amountMinor
  const stands = line.matchedAs === 'payment' || line.matchedAs === 'unknown'
  const paid = stands && line.attemptState === 'succeeded' ? -(line.attemptMinor ?? 0) : 0
  return moved - paid - line.bookedMinor
}
