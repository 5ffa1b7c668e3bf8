/** What the money is said to be, and what it should come to. */
import type { LedgerAccount, VoucherState } from '../../../schema/tables.ts'
import type { Query } from '../../platform/db/together.ts'

/**
 * One line of what is known of an offer's money, all amounts in minor units.
 * - `balance`: total, available, reserved, liability, clearing, paid, tax and outside stand in a to h
 * - `transfers`: `amount` went from `one` to `other`, in `count` transfers
 * - `vouchers`: `count` vouchers in state `one` promise `amount`, and `tax` with it
 * - `leases`: `count` open leases hold `amount`, tax included
 */
export type MoneyRow = { offerId: string; amount: number; count: number } & (
  | { source: 'balance'; a: number; b: number; c: number; d: number; e: number; f: number; g: number; h: number }
  | { source: 'transfers'; one: LedgerAccount; other: LedgerAccount }
  | { source: 'vouchers'; one: VoucherState; tax: number }
  | { source: 'leases' }
)

/**
 * Everything in one statement, so that all of it is of the same moment: read one by one while students answer, books
 * that are right would seem wrong. (D1 takes at most five selects in a union.)
 */
export const readMoney: Query<MoneyRow> = {
  values: [],
  sql: `
select 'balance' as "source", offer_id as "offerId", '' as "one", '' as "other", 0 as "amount", 0 as "count",
  total as "a", available as "b", reserved as "c", liability as "d", clearing as "e", paid as "f",
  tax as "g", outside as "h", 0 as "tax"
from offer_balances
union all
select 'transfers', offer_id, debit, credit, cast(sum(amount_minor) as bigint), count(*), 0, 0, 0, 0, 0, 0, 0, 0, 0
from transfers group by offer_id, debit, credit
union all
select 'vouchers', offer_id, state, '', cast(sum(amount_minor) as bigint), count(*), 0, 0, 0, 0, 0, 0, 0, 0,
  cast(sum(tax_minor) as bigint)
from vouchers group by offer_id, state
union all
select 'leases', leases.offer_id, '', '', cast(sum(offers.amount_minor + offers.tax_minor) as bigint), count(*), 0, 0, 0, 0, 0, 0, 0, 0, 0
from leases join offers on offers.id = leases.offer_id where leases.state = 'open' group by leases.offer_id
`,
}
