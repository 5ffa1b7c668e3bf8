/**
 * What the desk reads. It stays fast at any number of vouchers: amounts come from the balances, and whatever is counted
 * is counted from an index of its own, and only so far. States stand in the text, since an index that is of some rows
 * alone is not found for a bound value.
 */
import type { Balance, Provider, StudyState } from '../../../schema/tables.ts'
import type { Query, SqlValue } from '../../platform/db/together.ts'
import { stoppedClaims } from '../../rewards/batches/store.ts'
import { inScope, type Scope, scopedQuery } from '../../staff/permissions/scope.ts'
import { inScopeOfAccount, isAccountSeen } from '../account-scope.ts'
import { exceptionsSeen } from '../exceptions/store.ts'
import { sql } from '../tables.ts'

/** Nobody needs to know more exactly. */
export const mostCounted = 200

/** How many rows `from` has, as far as anybody counts: one more than `mostCounted` stands for more. */
function upTo(from: string, seen: Condition = all, ...values: SqlValue[]): Query<{ count: number }> {
  return {
    sql: `select count(*) as "count" from (select 1 as "one" from ${from} and ${seen.sql} limit ${mostCounted + 1}) few`,
    values: [...values, ...seen.values],
  }
}

type Condition = { sql: string; values: SqlValue[] }
const all: Condition = { sql: '1 = 1', values: [] }

/** The condition on attempts, whose study is that of their payout. */
function attemptsSeen(scope: Scope): Condition {
  if (scope === null) return all
  const { sql: own, values } = inScope(scope, 'payouts.study_id')
  return {
    sql: `exists (select 1 from payouts where payouts.id = attempts.payout_id and ${own})`,
    values,
  }
}

/** The condition on proposals, whose study is that of what they are about; what is the whole service's is for all. */
function proposalsSeen(scope: Scope): Condition {
  if (scope === null) return all
  const { sql: own, values } = inScope(scope, 'about.study_id')
  const tables = ['payouts', 'vouchers', 'claims', 'batches', 'offers']
  const exceptions = exceptionsSeen(scope)
  const ofNone = [...tables, 'exceptions'].map(
    (table) => `not exists (select 1 from ${table} about where about.id = proposals.subject)`,
  )
  const ofSeen = tables.map(
    (table) => `exists (select 1 from ${table} about where about.id = proposals.subject and ${own})`,
  )
  const ofException = `exists (select 1 from exceptions where exceptions.id = proposals.subject and ${exceptions.sql})`
  return {
    sql: `(${[...ofSeen, ofException, `(${ofNone.join(' and ')})`].join(' or ')})`,
    values: [...tables.flatMap(() => values), ...exceptions.values],
  }
}

const open = "state not in ('succeeded', 'failed', 'cancelled')"

/** How many attempts are in clearing. How many vouchers are held, claimed or expired is not for whoever sees money. */
export const byState = (scope: Scope) => ({ clearing: upTo(`attempts where ${open}`, attemptsSeen(scope)) })

/** What waits for whoever prepares. */
export const forPreparer = (scope: Scope, works: Scope) => ({
  ready: upTo(
    `(select study_id from claims where state in ('ready', 'held') and state = 'ready'
    union all select claims.study_id from ${stoppedClaims}) ready where 1 = 1`,
    inScope(scope, 'ready.study_id'),
  ),
  handOut: upTo(
    `(select distinct batches.id, batches.study_id from (
    select batch_id from payouts where provider = 'manual' and state = 'queued' and aside_since is null order by id limit 5000) waiting
    join batches on batches.id = waiting.batch_id where batches.state = 'approved') ready where 1 = 1`,
    inScope(scope, 'ready.study_id'),
  ),
  // Joined to nothing, so that the index of open attempts is taken, and not one of every attempt by hand.
  report: upTo(`attempts where provider || '' = 'manual' and ${open}`, attemptsSeen(scope)),
  held: upTo("claims where state = 'held'", inScope(scope, 'claims.study_id')),
  // What is proposed already waits for somebody else.
  exceptions: upTo(
    `exceptions where closed_at is null and not exists (select 1 from proposals
    where proposals.subject = exceptions.id and proposals.decided = 0 and proposals.kind in ('exception_closed', 'match'))`,
    exceptionsSeen(works),
  ),
})

/** What waits for one approver (a staff id): not what they prepared, approved or proposed themselves. */
export const forApprover = (staffId: string, scope: Scope, decides: Scope) => ({
  approve: upTo(
    `batches where state = 'frozen' and prepared_by <> ? and not exists (
    select 1 from batch_approvals where batch_id = batches.id and approver = ?)`,
    inScope(scope, 'batches.study_id'),
    staffId,
    staffId,
  ),
  decide: upTo(
    "proposals where decided = 0 and kind <> 'permit' and proposed_by <> ?",
    proposalsSeen(decides),
    staffId,
  ),
})

/** What an auditor looks after. Entries up to the id `until` should have their seals by now. */
export const forAuditor = (until: string, scope: Scope) => ({
  unsealed: upTo('audit_entries where waits = 1 and id < ?', all, until),
  exceptions: upTo('exceptions where closed_at is null', exceptionsSeen(scope)),
})

export interface StudyBalance extends Balance {
  studyId: string
  study: string
  state: StudyState
  currency: string
}

/** What each study of a scope has in each currency, by account, oldest study first. */
export const studyBalances = (scope: Scope): Query<StudyBalance> => ({
  values: inScope(scope, 'studies.id').values,
  sql: `select studies.id as "studyId", studies.slug as "study", study_status.state as "state", offers.currency as "currency", ${[
    'total',
    'available',
    'reserved',
    'liability',
    'clearing',
    'paid',
    'tax',
    'outside',
  ]
    .map((account) => `cast(sum(${account}) as bigint) as "${account}"`)
    .join(', ')}
from offers join studies on studies.id = offers.study_id join offer_balances on offer_balances.offer_id = offers.id
join study_status on study_status.id = studies.id
where ${inScope(scope, 'studies.id').sql} group by studies.created_at, studies.id, studies.slug, study_status.state, offers.currency order by studies.created_at, studies.id, min(offers.position)`,
})

/** What providers have charged to accounts that studies of a scope use, by currency, as far as it is booked. */
export const feesByCurrency = (scope: Scope): Query<{ currency: string; fees: number }> => ({
  values: inScopeOfAccount(scope, 'provider_accounts.currency').values,
  sql: `select currency as "currency", cast(sum(fees) as bigint) as "fees"
from provider_days join provider_accounts on provider_accounts.id = provider_days.account_id
where ${inScopeOfAccount(scope, 'provider_accounts.currency').sql} group by currency having sum(fees) <> 0`,
})

/** Batches that wait for approval, by currency. */
export const batchesWaiting = (scope: Scope): Query<{ currency: string; count: number; amountMinor: number }> => ({
  values: inScope(scope, 'batches.study_id').values,
  sql: `select currency as "currency", count(*) as "count", cast(sum(total_minor) as bigint) as "amountMinor"
from (select currency, total_minor from batches where state = 'frozen' and ${inScope(scope, 'batches.study_id').sql} limit ${mostCounted + 1}) waiting
group by currency order by 1`,
})

/** Since when the oldest attempt is in clearing; null when none is. */
export const oldestInClearing = (scope: Scope): Query<{ since: string | null }> => ({
  values: attemptsSeen(scope).values,
  sql: `select min(made_at) as "since" from attempts where ${open} and ${attemptsSeen(scope).sql}`,
})

/** Accounts from which nothing goes out until an exception is closed. */
export const stoppedAccounts = scopedQuery<Record<never, never>, { provider: Provider; currency: string }>(
  (_, isSeen) =>
    sql
      .selectFrom('provider_accounts')
      .select(['provider', 'currency'])
      .where('stops', '>', 0)
      .where(isAccountSeen('provider_accounts.currency', isSeen))
      .orderBy('id'),
)

const day = 'substr(made_at, 1, 10)'

/**
 * The days (UTC) on which vouchers were made, newest first, before the day `from` (`ahead`: after it, the oldest first): each
 * is looked up in the index of each state, so that what lies between two days is not read.
 */
export const daysOfVouchers = (
  from: string,
  limit: number,
  scope: Scope = null,
  way: 'behind' | 'ahead' = 'behind',
): Query<{ day: string }> => {
  const { nearest, past, order } = {
    behind: { nearest: 'max', past: '<', order: 'desc' },
    ahead: { nearest: 'min', past: '>', order: 'asc' },
  }[way]
  const seen = inScope(scope, 'vouchers.study_id')
  const next = (than: string) => `(select ${nearest}(latest) from (select (
    select ${day} from vouchers where vouchers.state = voucher_states.state and ${day} ${past} ${than} and ${seen.sql}
    order by ${day} ${order} limit 1) as latest from voucher_states) each_state)`
  return {
    sql: `with recursive days (day) as (
  select ${next('?')}
  union all
  select ${next('days.day')} from days where days.day is not null)
select day as "day" from days where day is not null limit ?`,
    values: [from, ...seen.values, ...seen.values, limit],
  }
}
