/** The rows of budgets, one for each offer. */
import type { Balance, StudyState } from '../../../schema/tables.ts'
import { prepareQuery, type Query, type SqlValue, type Write } from '../../platform/db/together.ts'
import { inScope, type Scope } from '../../staff/permissions/scope.ts'
import { sql } from '../tables.ts'

/** An offer with its balance, and the study that it is of. All amounts in minor units. */
export interface BudgetRow extends Balance {
  offerId: string
  studyId: string
  study: string
  currency: string
  amountMinor: number
  taxMinor: number
  opensAt: string
  state: StudyState
}

const rowsWhere = (condition: { sql: string; values: SqlValue[] }): Query<BudgetRow> => ({
  sql: `select offers.id as "offerId", studies.id as "studyId", studies.slug as "study", offers.currency as "currency",
  offers.amount_minor as "amountMinor", offers.tax_minor as "taxMinor", studies.opens_at as "opensAt", study_status.state as "state", total as "total",
  available as "available", reserved as "reserved", liability as "liability", clearing as "clearing", paid as "paid",
  tax as "tax", outside as "outside"
from offers join studies on studies.id = offers.study_id join offer_balances on offer_balances.offer_id = offers.id
join study_status on study_status.id = studies.id
where studies.test_of is null and ${condition.sql} order by studies.created_at, studies.id, offers.position`,
  values: condition.values,
})

/** The budgets of the studies of a scope, the oldest study first; those of tests have none. */
export const budgetsInScope = (scope: Scope) => rowsWhere(inScope(scope, 'studies.id'))
/** Those of one study. */
export const budgetsOfStudy = (id: string) => rowsWhere({ sql: 'studies.id = ?', values: [id] })
/** That of one offer. */
export const budgetOfOffer = (id: string) => rowsWhere({ sql: 'offers.id = ?', values: [id] })

/** The study that an offer is of. */
export const studyOfOffer = prepareQuery((p: { id: string }) =>
  sql.selectFrom('offers').select('study_id as studyId').where('id', '=', p.id),
)

/** Changes nothing, and is refused when the study is not in this state by now: it has no such step. */
export const staysIn = ({ studyId, state }: Pick<BudgetRow, 'studyId' | 'state'>): Write => ({
  sql: 'update study_status set state = ? where id = ?',
  values: [state, studyId],
})
