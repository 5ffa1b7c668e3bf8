/** Which days of each account statements cover, and which days on which it paid have none although they are due. */
import type { Query, SqlValue } from '../../platform/db/together.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import type { Scope } from '../../staff/permissions/scope.ts'
import { inScopeOfAccount } from '../account-scope.ts'
import { coveringNoDay, listedInSql } from '../formats/statement.ts'

const hourMs = 3_600_000
/** A provider's file of a day is ready at ten the next morning. */
const readyHours = 10

const noDay = listedInSql(coveringNoDay)

export interface Coverage {
  accountId: string
  /** The first and the last day that statements cover; null before the first statement. */
  covered: { from: string; to: string } | null
  /** Days on which the account paid, whose statement should be there by now and is not. */
  missing: { days: number; from: string; to: string } | null
  /** Whether every line that counts has been through matching. */
  isMatched: boolean
  /** Open exceptions of the account. */
  open: number
}

interface Row {
  accountId: string
  coveredFrom: string | null
  coveredTo: string | null
  unmatched: number
  open: number
  days: number
  from: string | null
  to: string | null
}

/**
 * An intraday report or a notification covers no day.
 * @param due the first day whose statement need not be there yet
 */
const coverageBefore = (due: string, seen: { sql: string; values: SqlValue[] }): Query<Row> => ({
  sql: `select provider_accounts.id as "accountId", covered."from" as "coveredFrom", covered."to" as "coveredTo",
  coalesce(covered.unmatched, 0) as "unmatched", coalesce(missing.days, 0) as "days", missing."from" as "from", missing."to" as "to",
  (select count(*) from exceptions where exceptions.closed_at is null
    and exceptions.provider = provider_accounts.provider and exceptions.currency = provider_accounts.currency) as "open"
from provider_accounts
left join (select account_id, min(case when format not in (${noDay}) then period_from end) as "from",
    max(case when format not in (${noDay}) then period_to end) as "to",
    count(case when matched_at is null then 1 end) as unmatched
  from statements where state = 'published' group by account_id) covered on covered.account_id = provider_accounts.id
left join (select account_id, count(*) as days, min(day) as "from", max(day) as "to"
  from provider_days where day < ? and paid <> 0 and not exists (select 1 from statements
    where statements.account_id = provider_days.account_id and statements.state = 'published' and format not in (${noDay})
      and statements.period_from <= provider_days.day and statements.period_to >= provider_days.day)
  group by account_id) missing on missing.account_id = provider_accounts.id
where ${seen.sql} order by provider_accounts.id`,
  values: [due, ...seen.values],
})

/** The accounts that studies of a scope use, in order of their ids. */
export async function readCoverage({ db, clock }: Pick<Ports, 'db' | 'clock'>, scope: Scope): Promise<Coverage[]> {
  const due = dayOf(booksZone, new Date(Date.parse(clock.now()) - readyHours * hourMs).toISOString())
  const rows = await db.read(coverageBefore(due, inScopeOfAccount(scope, 'provider_accounts.currency')))
  return rows.map(({ accountId, coveredFrom, coveredTo, unmatched, open, days, from, to }) => ({
    accountId,
    covered: coveredFrom === null || coveredTo === null ? null : { from: coveredFrom, to: coveredTo },
    missing: from === null || to === null ? null : { days, from, to },
    isMatched: unmatched === 0,
    open,
  }))
}
