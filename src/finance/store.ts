import { sql as raw } from 'kysely'
import type { Account, VoucherState } from '../../schema/tables.ts'
import { described, type Query, sql } from '../db/together.ts'

/** Every offer with its study, oldest study first. */
export const listOffers = described(() =>
  sql
    .selectFrom('offers')
    .innerJoin('studies', 'studies.id', 'offers.study_id')
    .select([
      'offers.id',
      'offers.study_id as studyId',
      'studies.slug as study',
      'offers.currency',
      'offers.amount_minor as amountMinor',
    ])
    .orderBy('studies.created_at')
    .orderBy('studies.id')
    .orderBy('offers.position'),
)

export type OfferRow = NonNullable<ReturnType<typeof listOffers>['row']>

/**
 * One line of what is known of an offer's money, all amounts in minor units.
 * - `balance`: total, available, reserved, liability, clearing and paid stand in a to f
 * - `transfers`: `amount` went from `one` to `other`, in `count` transfers
 * - `vouchers`: `count` vouchers in state `one` promise `amount`
 * - `leases`: `count` open leases hold `amount`
 */
export type MoneyRow = { offerId: string; amount: number; count: number } & (
  | { source: 'balance'; a: number; b: number; c: number; d: number; e: number; f: number }
  | { source: 'transfers'; one: Account; other: Account }
  | { source: 'vouchers'; one: VoucherState }
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
  total as "a", available as "b", reserved as "c", liability as "d", clearing as "e", paid as "f"
from offer_balances
union all
select 'transfers', offer_id, debit, credit, cast(sum(amount_minor) as bigint), count(*), 0, 0, 0, 0, 0, 0
from transfers group by offer_id, debit, credit
union all
select 'vouchers', offer_id, state, '', cast(sum(amount_minor) as bigint), count(*), 0, 0, 0, 0, 0, 0
from vouchers group by offer_id, state
union all
select 'leases', leases.offer_id, '', '', cast(sum(offers.amount_minor) as bigint), count(*), 0, 0, 0, 0, 0, 0
from leases join offers on offers.id = leases.offer_id where leases.state = 'open' group by leases.offer_id
`,
}

const day = raw<string>`substr(made_at, 1, 10)`

/**
 * How many vouchers were made on each day (UTC) from `from` to before `to`, newest first, and the first and last of
 * their ids: ids are in the order of time, so a day can be read without passing over the others.
 */
export const voucherDays = described((p: { from: string; to: string; limit: number }) =>
  sql
    .selectFrom('vouchers')
    .select((eb) => [
      day.as('day'),
      eb.cast<number>(eb.fn.countAll(), 'bigint').as('count'),
      eb.fn.min('id').as('firstId'),
      eb.fn.max('id').as('lastId'),
    ])
    .where('made_at', '>=', p.from)
    .where('made_at', '<', p.to)
    .groupBy(day)
    .orderBy('day', 'desc')
    .limit(p.limit),
)

export type VoucherDay = NonNullable<ReturnType<typeof voucherDays>['row']>

/** The vouchers of a day behind the id `after`, in the order of ids: never to be shown in it. */
export const vouchersOfDay = described(
  (p: { from: string; to: string; firstId: string; lastId: string; after: string; limit: number }) =>
    sql
      .selectFrom('vouchers')
      .select(['id', 'study_id as studyId', 'currency', 'amount_minor as amountMinor', 'code_key as codeKey', 'state'])
      .where('id', '>=', p.firstId)
      .where('id', '<=', p.lastId)
      .where('id', '>', p.after)
      .where('made_at', '>=', p.from)
      .where('made_at', '<', p.to)
      .orderBy('id')
      .limit(p.limit),
)

export type VoucherRow = NonNullable<ReturnType<typeof vouchersOfDay>['row']>
