/** What a study's report and its closing certificate read. */
import type { LedgerAccount, VoucherState } from '../../../schema/tables.ts'
import type { Query, SqlValue } from '../../platform/db/together.ts'
import { idFrom } from '../../platform/time/id-time.ts'
import type { Holding, LedgerFlow } from './study-report.ts'

function ask<Row>(sql: string, ...values: SqlValue[]): Query<Row> {
  return { sql, values }
}

export interface MoneyPart extends Holding {
  source: 'balance' | 'later' | 'during'
  offer: string
  currency: string
  offerAmountMinor: number
  offerTaxMinor: number
  debit: LedgerAccount
  credit: LedgerAccount
  count: number
  amountMinor: number
}

/** An id carries the time of its making, which is not to the millisecond that of its row. */
const slackMs = 10 * 60_000

const near = (iso: string, ms: number) => idFrom('t', Date.parse(iso) + ms)

/**
 * Balances of a study's offers as they are, what has moved since `ends`, and what moved from `begins` to before it: in
 * one statement, so that all of it is of the same moment. Stretches of ids keep it from passing over every transfer.
 */
export const moneyOfStudy = (studyId: string, begins: string, ends: string) =>
  ask<MoneyPart>(
    `select 'balance' as "source", offer_balances.offer_id as "offer", currency as "currency",
  offers.amount_minor as "offerAmountMinor", offers.tax_minor as "offerTaxMinor", '' as "debit", '' as "credit", 0 as "count", 0 as "amountMinor",
  total as "total", available as "available", reserved as "reserved", liability as "liability", clearing as "clearing",
  paid as "paid", tax as "tax", outside as "outside"
from offer_balances join offers on offers.id = offer_balances.offer_id where study_id = ?
union all
select 'later', transfers.offer_id, '', 0, 0, debit, credit, count(*), cast(sum(transfers.amount_minor) as bigint), 0, 0, 0, 0, 0, 0, 0, 0
from transfers join offers on offers.id = transfers.offer_id
where study_id = ? and transfers.id >= ? and at >= ? group by transfers.offer_id, debit, credit
union all
select 'during', transfers.offer_id, '', 0, 0, debit, credit, count(*), cast(sum(transfers.amount_minor) as bigint), 0, 0, 0, 0, 0, 0, 0, 0
from transfers join offers on offers.id = transfers.offer_id
where study_id = ? and transfers.id >= ? and transfers.id < ? and at >= ? and at < ? group by transfers.offer_id, debit, credit
order by 1, 2, 6, 7`,
    studyId,
    studyId,
    near(ends, -slackMs),
    ends,
    studyId,
    near(begins, -slackMs),
    near(ends, slackMs),
    begins,
    ends,
  )

/** Everything that ever moved in a study up to an instant, offer by offer: looks at every transfer. */
export const flowsOfStudy = (studyId: string, ends: string) =>
  ask<LedgerFlow & { offer: string }>(
    `select transfers.offer_id as "offer", debit as "debit", credit as "credit", count(*) as "count",
  cast(sum(transfers.amount_minor) as bigint) as "amountMinor"
from transfers join offers on offers.id = transfers.offer_id
where study_id = ? and at < ? group by transfers.offer_id, debit, credit order by 1, 2, 3`,
    studyId,
    ends,
  )

/** Vouchers of a study by state and currency. */
export const vouchersByState = (studyId: string) =>
  ask<{ state: VoucherState; currency: string; count: number; amountMinor: number }>(
    `select state as "state", currency as "currency", count(*) as "count", cast(sum(amount_minor) as bigint) as "amountMinor"
from vouchers where study_id = ? group by state, currency order by 1, 2`,
    studyId,
  )

/** No payment of them is under way. Held, rejected and claimed ones are among them, or their absence would name them. */
const unpaid = `study_id = ? and state in ('held', 'issued', 'claimed', 'expired', 'rejected')
  and not exists (select 1 from payouts where payouts.voucher_id = vouchers.id and payouts.state in ('queued', 'open'))`

/** Vouchers that were not paid, by day and then by what tells nothing of the hour. */
export const neverPaid = (studyId: string, limit: number) =>
  ask<{ id: string; codeKey: string; currency: string; amountMinor: number; day: string }>(
    `select id as "id", code_key as "codeKey", currency as "currency", amount_minor as "amountMinor",
  substr(made_at, 1, 10) as "day"
from vouchers where ${unpaid} order by substr(made_at, 1, 10), reference_hash limit ?`,
    studyId,
    limit,
  )

/** Days (UTC) on which fewer vouchers of a currency were made than `smallest`. */
export const fewMade = (studyId: string, smallest: number) =>
  ask<{ currency: string; day: string }>(
    `select currency as "currency", substr(made_at, 1, 10) as "day" from vouchers
where study_id = ? group by currency, substr(made_at, 1, 10) having count(*) < ?`,
    studyId,
    smallest,
  )

/** How many they are, by currency. */
export const neverPaidSums = (studyId: string) =>
  ask<{ currency: string; count: number; amountMinor: number }>(
    `select currency as "currency", count(*) as "count", cast(sum(amount_minor) as bigint) as "amountMinor"
from vouchers where ${unpaid} group by currency order by 1`,
    studyId,
  )

/** Fees that statements name for this study's payments, by currency. */
export const providerFees = (studyId: string) =>
  ask<{ currency: string; amountMinor: number }>(
    `select payouts.currency as "currency", cast(sum(statement_lines.amount_minor) as bigint) as "amountMinor"
from matches
join statement_lines on statement_lines.account_id = matches.account_id and statement_lines.line_key = matches.line_key
join attempts on attempts.id = matches.attempt_id join payouts on payouts.id = attempts.payout_id
where matches.kind = 'fee' and payouts.study_id = ? group by payouts.currency order by 1`,
    studyId,
  )

/** Personal data of a study that was erased, by day (UTC) and by whom. */
export const erasedOfStudy = (studyId: string) =>
  ask<{ what: string; day: string; actor: string; count: number }>(
    `select what as "what", substr(erasures.at, 1, 10) as "day", erasures.actor as "actor", count(*) as "count"
from erasures join claims on claims.id = erasures.subject
where what = 'payee' and claims.study_id = ? group by what, substr(erasures.at, 1, 10), erasures.actor
union all
select what, substr(erasures.at, 1, 10), erasures.actor, count(*)
from erasures join study_keys on study_keys.id = erasures.subject
where what = 'answers' and study_keys.study_id = ? group by what, substr(erasures.at, 1, 10), erasures.actor
order by 2, 1, 3`,
    studyId,
    studyId,
  )
