/** What has been instructed and is not settled, by time, by state and by amount. */
import type { AttemptState } from '../../../schema/tables.ts'
import { inScope, type Scope } from '../../staff/permissions/scope.ts'
import { payoutsFound } from '../payouts/store.ts'

type Way = 'behind' | 'ahead'
const inClearing = "attempts.state not in ('succeeded', 'failed', 'cancelled')"

/** Everything in clearing: the oldest first behind an attempt id, or ahead of it the newest first; null for the beginning. */
export const payoutsInClearing = (way: Way, from: string | null, limit: number, scope: Scope = null) => {
  const seen = inScope(scope, 'payouts.study_id')
  const [past, order, end] = way === 'behind' ? ['>', 'asc', ''] : ['<', 'desc', '~']
  return payoutsFound(
    `where ${inClearing} and attempts.id ${past} ? and ${seen.sql} order by attempts.id ${order} limit ?`,
    from ?? end,
    ...seen.values,
    limit,
  )
}

/** The same of one state. */
export function clearingInState(state: AttemptState, way: Way, from: string | null, limit: number, scope: Scope) {
  const seen = inScope(scope, 'payouts.study_id')
  const [past, order, end] = way === 'behind' ? ['>', 'asc', ''] : ['<', 'desc', '~']
  return payoutsFound(
    `where ${inClearing} and attempts.state || '' = ? and attempts.id ${past} ? and ${seen.sql} order by attempts.id ${order} limit ?`,
    state,
    from ?? end,
    ...seen.values,
    limit,
  )
}

/** The same of one currency by their amounts, the smallest first: behind an amount and an attempt id, or ahead of them. */
export function clearingByAmount(
  currency: string,
  way: Way,
  from: { minor: number; id: string },
  limit: number,
  scope: Scope,
) {
  const seen = inScope(scope, 'payouts.study_id')
  const [past, order] = way === 'behind' ? ['>', 'asc'] : ['<', 'desc']
  return payoutsFound(
    `where ${inClearing} and attempts.currency = ? and (attempts.amount_minor, attempts.id) ${past} (?, ?) and ${seen.sql}
order by attempts.amount_minor ${order}, attempts.id ${order} limit ?`,
    ...[currency, from.minor, from.id],
    ...seen.values,
    limit,
  )
}
