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
}

const lines = `select statement_lines.account_id as "accountId", statement_lines.line_key as "key", statement_lines.day as "day",
  statement_lines.direction as "direction", statement_lines.amount_minor as "amountMinor", statement_lines.kind as "kind",
  statement_lines.raw_type as "rawType", statement_lines.outcome as "outcome",
  matches.attempt_id as "attemptId", matches.kind as "matchedAs",
  attempts.state as "attemptState", attempts.amount_minor as "attemptMinor",
  (select cast(coalesce(sum(case kind when 'fees' then -amount_minor else amount_minor end), 0) as bigint) from provider_entries
    where provider_entries.account_id = statement_lines.account_id
      and provider_entries.cause = 'line:' || statement_lines.line_key) as "bookedMinor"
from statement_lines
left join matches on matches.account_id = statement_lines.account_id and matches.line_key = statement_lines.line_key
left join attempts on attempts.id = matches.attempt_id`

export const bookedLine = (accountId: string, key: string): Query<BookedLine> => ({
  sql: `${lines}\nwhere statement_lines.account_id = ? and statement_lines.line_key = ?`,
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

/** What the provider moved by a line and our books of the account have not, with its sign. */
export function unbooked(line: BookedLine): number {
  const moved = line.direction === 'debit' ? -line.amountMinor : line.amountMinor
  const stands = line.matchedAs === 'payment' || line.matchedAs === 'unknown'
  const paid = stands && line.attemptState === 'succeeded' ? -(line.attemptMinor ?? 0) : 0
  return moved - paid - line.bookedMinor
}
