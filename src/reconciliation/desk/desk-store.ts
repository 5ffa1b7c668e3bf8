/**
 * What the desk reads. It stays fast at any number of vouchers: amounts come from the balances, and whatever is counted
 * is counted from an index of its own, and only so far. States stand in the text, since an index that is of some rows
 * alone is not found for a bound value.
 */
import type { Provider } from '../../../schema/tables.ts'
import { prepareQuery, type Query, type Value } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** Nobody needs to know more exactly. */
export const mostCounted = 200

/** How many rows `from` has, as far as anybody counts: one more than `mostCounted` stands for more. */
function upTo(from: string, ...values: Value[]): Query<{ count: number }> {
  return {
    sql: `select count(*) as "count" from (select 1 as "one" from ${from} limit ${mostCounted + 1}) few`,
    values,
  }
}

const open = "state not in ('succeeded', 'failed', 'cancelled')"

/** How many vouchers stand somewhere, how many attempts are in clearing. */
export const byState = {
  held: upTo("vouchers where state = 'held'"),
  claimed: upTo("vouchers where state = 'claimed'"),
  expired: upTo("vouchers where state = 'expired'"),
  clearing: upTo(`attempts where ${open}`),
}

/** What waits for whoever prepares. */
export const forPreparer = {
  ready: upTo("claims where state in ('ready', 'held') and state = 'ready'"),
  handOut: upTo(`(select distinct batches.id from (
    select batch_id from payouts where provider = 'manual' and state = 'queued' order by id limit 5000) waiting
    join batches on batches.id = waiting.batch_id where batches.state = 'approved') ready`),
  // Joined to nothing, so that the index of open attempts is taken, and not one of every attempt by hand.
  report: upTo(`attempts where provider || '' = 'manual' and ${open}`),
  held: upTo("claims where state = 'held'"),
}

/** What waits for one approver (a staff id): not what they prepared, approved or proposed themselves. */
export const forApprover = (staffId: string) => ({
  approve: upTo(
    `batches where state = 'frozen' and prepared_by <> ? and not exists (
    select 1 from batch_approvals where batch_id = batches.id and approver = ?)`,
    staffId,
    staffId,
  ),
  decide: upTo('proposals where decided = 0 and proposed_by <> ?', staffId),
})

/** What an auditor looks after. Entries up to the id `until` should have their seals by now. */
export const forAuditor = (until: string) => ({
  unsealed: upTo("audit_entries where id > (select coalesce(max(entry_id), '') from audit_seals) and id < ?", until),
  exceptions: upTo('exceptions where closed_at is null'),
})

export interface StudyBalance {
  studyId: string
  study: string
  currency: string
  total: number
  available: number
  reserved: number
  liability: number
  clearing: number
  paid: number
  tax: number
  outside: number
}

/** What each study has in each currency, by account, oldest study first. */
export const studyBalances: Query<StudyBalance> = {
  values: [],
  sql: `select studies.id as "studyId", studies.slug as "study", offers.currency as "currency", ${[
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
group by studies.created_at, studies.id, studies.slug, offers.currency order by studies.created_at, studies.id, min(offers.position)`,
}

/** What providers have charged, by currency, as far as it is booked. */
export const feesByCurrency: Query<{ currency: string; fees: number }> = {
  values: [],
  sql: `select currency as "currency", cast(sum(fees) as bigint) as "fees"
from provider_days join provider_accounts on provider_accounts.id = provider_days.account_id group by currency having sum(fees) <> 0`,
}

/** Batches that wait for approval, by currency. */
export const batchesWaiting: Query<{ currency: string; count: number; amountMinor: number }> = {
  values: [],
  sql: `select currency as "currency", count(*) as "count", cast(sum(total_minor) as bigint) as "amountMinor"
from (select currency, total_minor from batches where state = 'frozen' limit ${mostCounted + 1}) waiting group by currency order by 1`,
}

/** Since when the oldest attempt is in clearing; null when none is. */
export const oldestInClearing: Query<{ since: string | null }> = {
  values: [],
  sql: `select min(made_at) as "since" from attempts where ${open}`,
}

/** Accounts from which nothing goes out until an exception is closed. */
export const stoppedAccounts = prepareQuery<Record<never, never>, { provider: Provider; currency: string }>(() =>
  sql.selectFrom('provider_accounts').select(['provider', 'currency']).where('stops', '>', 0).orderBy('id'),
)

const day = 'substr(made_at, 1, 10)'

/**
 * The days (UTC) on which vouchers were made, newest first, before the day `before`: each is looked up in the index of
 * each state, so that what lies between two days is not read.
 */
export const daysOfVouchers = (before: string, limit: number): Query<{ day: string }> => {
  const newest = (than: string) => `(select max(latest) from (select (
    select ${day} from vouchers where vouchers.state = voucher_states.state and ${day} < ${than}
    order by ${day} desc limit 1) as latest from voucher_states) each_state)`
  return {
    sql: `with recursive days (day) as (
  select ${newest('?')}
  union all
  select ${newest('days.day')} from days where days.day is not null)
select day as "day" from days where day is not null limit ?`,
    values: [before, limit],
  }
}
