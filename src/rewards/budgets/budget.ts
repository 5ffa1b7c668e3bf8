/** What an offer's budget comes to: owed, set aside, left, and how long it lasts. Amounts in minor units. */
import type { Database, Query } from '../../platform/db/together.ts'
import { percentOf, type Threshold, thresholdOf } from '../../platform/metrics/threshold.ts'
import { dayMs } from '../../platform/time/zone.ts'
import { grossOf } from '../offers/tax.ts'
import type { BudgetRow } from './store.ts'

export interface Budget extends BudgetRow {
  /** Promised to holders or on its way to them. */
  owed: number
  /** Set aside for those who are answering. */
  held: number
  /** How much is promised, set aside or paid, in percent of the whole. */
  percent: number
  /** Reached, of those at which staff are told; null below, and of a study that is over. */
  alert: Threshold | null
  forecast: Forecast
}

/**
 * `more`: how many more rewards are left in it. `days`: how many days they last at the pace since the study opened, null
 * while nothing was promised, or where that is more than ten years.
 */
export interface Forecast {
  more: number
  days: number | null
}

/** A pace at which it would last longer says nothing. */
const mostDays = 3_650

/** @param now an instant, as `opensAt` is */
function forecastOf(row: BudgetRow, now: string): Forecast {
  const promised = row.total - row.available - row.reserved
  const more = Math.floor(row.available / grossOf(row))
  const openDays = (Date.parse(now) - Date.parse(row.opensAt)) / dayMs
  if (promised <= 0 || openDays <= 0) return { more, days: null }
  const days = Math.floor(row.available / (promised / Math.max(openDays, 1)))
  return { more, days: days > mostDays ? null : days }
}

/** All of what a budget comes to. */
export function budgetOf(row: BudgetRow, now: string): Budget {
  const used = row.total - row.available
  return {
    ...row,
    owed: row.liability + row.clearing,
    held: row.reserved,
    percent: percentOf(used, row.total),
    alert: row.state === 'closed' ? null : thresholdOf(used, row.total),
    forecast: forecastOf(row, now),
  }
}

/** What the budgets of some offers come to, in their order. */
export async function readBudgets(db: Database, rows: Query<BudgetRow>, now: string): Promise<Budget[]> {
  return (await db.read(rows)).map((row) => budgetOf(row, now))
}
