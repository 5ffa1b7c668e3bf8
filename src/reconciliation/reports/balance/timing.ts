/**
 * Timing differences: what the provider and our books have on different days, so that their balances differ at the end of a
 * day although nothing is wrong. An accountant lists them between the two balances.
 */
import type { Query, SqlValue } from '../../../platform/db/together.ts'
import { dayLater } from '../../../platform/time/zone.ts'
import { mostListed } from '../parts.ts'

/**
 * - `came_back`: the provider took what our books never called paid, and returned it later
 * - `booked_later`, `booked_earlier`: our books call it paid, and the provider has it on another day
 * - `closed_later`: two people, or one, booked later what an exception of the period was about
 * - `opening`: the account held it before its first line, and our books have it from a later day on
 */
export type TimingKind = 'came_back' | 'booked_later' | 'booked_earlier' | 'closed_later' | 'opening'

export interface TimingDifference {
  kind: TimingKind
  /** The attempt's; null where it is about none. */
  reference: string | null
  /** When one side has it, and when the other has. */
  day: string
  laterDay: string
  /** The provider's balance less ours at the end of the period, in minor units. */
  amountMinor: number
}

/** As a row has it: a day, or the instant that it is of. */
export type TimingRow = Omit<TimingDifference, 'day' | 'laterDay'> & { since: string; until: string }

/** So far back something of the period's end may have begun, in days. */
const windowDays = 60

const line = `join statement_lines on statement_lines.account_id = matches.account_id and statement_lines.line_key = matches.line_key
join statements on statements.id = statement_lines.statement_id and statements.state = 'published'`
const attempt = `join attempts on attempts.id = matches.attempt_id`
const paid = `join attempt_steps on attempt_steps.attempt_id = attempts.id and attempt_steps.n = attempts.n and attempt_steps.state = 'succeeded'`

const cameBack = `select 'came_back' as kind, attempts.reference as reference, statement_lines.day as since,
  (select min(later.day) from matches back join statement_lines later on later.account_id = back.account_id and later.line_key = back.line_key
    where back.attempt_id = attempts.id and back.kind = 'return' and later.day > ?) as until,
  -coalesce(matches.share_minor, statement_lines.amount_minor) as amount_minor
from matches ${line} ${attempt}
where matches.account_id = ? and statement_lines.day >= ? and statement_lines.day <= ? and statement_lines.direction = 'debit'
  and coalesce(statement_lines.outcome, '') not in ('booked', 'exception')
  and (matches.kind = 'other' or (matches.kind = 'payment' and not exists (select 1 from attempt_steps
    where attempt_steps.attempt_id = attempts.id and attempt_steps.state = 'succeeded')))`

const bookedLater = `select 'booked_later', attempts.reference, attempt_steps.at, statement_lines.day, attempts.amount_minor
from attempts ${paid} join matches on matches.attempt_id = attempts.id and matches.kind = 'payment' ${line}
where matches.account_id = ? and attempt_steps.at >= ? and attempt_steps.at < ? and statement_lines.day > ?`

const bookedEarlier = `select 'booked_earlier', attempts.reference, statement_lines.day, attempt_steps.at, -attempts.amount_minor
from matches ${line} ${attempt} ${paid}
where matches.account_id = ? and matches.kind = 'payment' and statement_lines.day >= ? and statement_lines.day <= ? and attempt_steps.at >= ?`

const closedLater = `select 'closed_later', null, exceptions.day, provider_entries.day,
  case provider_entries.kind when 'fees' then -provider_entries.amount_minor else provider_entries.amount_minor end
from provider_entries join exceptions on provider_entries.cause in ('exception:' || exceptions.id, 'settled:' || exceptions.id)
  or provider_entries.cause like 'exception:' || exceptions.id || '/%' or provider_entries.cause like 'settled:' || exceptions.id || '/%'
where provider_entries.account_id = ? and provider_entries.day > ? and exceptions.day >= ? and exceptions.day <= ?`

const opening = `select 'opening', null, provider_entries.day, provider_entries.day, provider_entries.amount_minor
from provider_entries where provider_entries.account_id = ? and provider_entries.day > ?
  and provider_entries.cause >= 'opening:' and provider_entries.cause < 'opening;'`

/**
 * Those of an account at the end of a period.
 * @param to its last day
 * @param ends when that is over (ISO 8601, UTC)
 */
export function timingDifferences(account: string, to: string, ends: string) {
  const from = dayLater(to, -windowDays)
  const all = `from (${[cameBack, bookedLater, bookedEarlier, closedLater, opening].join('\nunion all ')}) differences where until is not null`
  const values: SqlValue[] = [
    ...[to, account, from, to],
    ...[account, from, ends, to],
    ...[account, from, to, ends],
    ...[account, to, from, to],
    ...[account, to],
  ]
  const sum: Query<{ count: number; amountMinor: number }> = {
    sql: `select count(*) as "count", cast(coalesce(sum(amount_minor), 0) as bigint) as "amountMinor" ${all}`,
    values,
  }
  const listed: Query<TimingRow> = {
    sql: `select kind as "kind", reference as "reference", since as "since", until as "until", amount_minor as "amountMinor" ${all}
order by since, kind, reference limit ?`,
    values: [...values, mostListed],
  }
  return { sum, listed }
}
