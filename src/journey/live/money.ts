/**
 * What a study's budget comes to on the live page. It moves with the responses that are shown, once a day and in groups, so
 * that nobody reads from it when somebody finished: what is owed to those who are not shown yet counts as left.
 */
import type { Query } from '../../platform/db/together.ts'
import { dayMs } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { type BudgetRow, budgetsOfStudy } from '../../rewards/budgets/store.ts'
import { grossOf } from '../../rewards/offers/tax.ts'

/** Amounts in minor units. */
export interface LiveBudget {
  currency: string
  amountMinor: number
  total: number
  /** Promised to those whose responses are shown, paid or not. */
  promised: number
  left: number
  /** How many more rewards are left in it, and how many days they last at the pace since the study opened; null where that says nothing. */
  more: number
  days: number | null
}

/** A pace at which it would last longer says nothing. */
const mostDays = 3_650

/** @param waiting rewards of responses that have ended and are not shown yet. @param now an instant */
export function liveBudget(row: BudgetRow, waiting: number, now: string): LiveBudget {
  const each = grossOf(row)
  const promised = Math.max(0, row.total - row.available - row.reserved - waiting * each)
  const left = row.total - promised
  const openDays = (Date.parse(now) - Date.parse(row.opensAt)) / dayMs
  const days = promised > 0 && openDays > 0 ? Math.floor(left / (promised / Math.max(openDays, 1))) : null
  return {
    currency: row.currency,
    amountMinor: row.amountMinor,
    total: row.total,
    promised,
    left,
    more: Math.floor(left / each),
    days: days !== null && days > mostDays ? null : days,
  }
}

/** Rewards of responses that have ended and are not shown: few, and found by an index. */
const waitingByOffer = (studyId: string): Query<{ offerId: string; count: number }> => ({
  sql: `select vouchers.offer_id as "offerId", count(*) as "count" from responses
join vouchers on vouchers.respondent_id = responses.respondent_id and vouchers.replaces is null
where responses.shown_to is null and responses.ended_at is not null and responses.study_id = ?
group by vouchers.offer_id`,
  values: [studyId],
})

/** What the budgets of a study come to, in the order of its offers. */
export async function liveBudgets({ db, clock }: Pick<Ports, 'db' | 'clock'>, studyId: string): Promise<LiveBudget[]> {
  const [rows, waiting] = await Promise.all([db.read(budgetsOfStudy(studyId)), db.read(waitingByOffer(studyId))])
  const counts = new Map(waiting.map(({ offerId, count }) => [offerId, count]))
  return rows.map((row) => liveBudget(row, counts.get(row.offerId) ?? 0, clock.now()))
}
