/** What the voucher desk reads of offers, and of the vouchers of each day. */
import { sql as raw } from 'kysely'
import { prepareQuery, type Query } from '../../platform/db/together.ts'
import { dayAfter } from '../../platform/time/zone.ts'
import { scopedQuery } from '../../staff/permissions/scope.ts'
import { sql } from '../tables.ts'

/** Every offer with its study, oldest study first. */
export const listOffers = prepareQuery(() =>
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

const day = raw<string>`substr(made_at, 1, 10)`

/**
 * How many vouchers were made on each day (UTC) from `from` to before `to`, newest first, and the first and last of
 * their ids: ids are in the order of time, so a day can be read without passing over the others. `fromId` and `toId`
 * bound what is looked at.
 */
export const voucherDays = scopedQuery(
  (p: { from: string; to: string; fromId: string; toId: string; limit: number }, isSeen) =>
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
      .where('id', '>=', p.fromId)
      .where('id', '<', p.toId)
      .where(isSeen('vouchers.study_id'))
      .groupBy(day)
      .orderBy('day', 'desc')
      .limit(p.limit),
)

export type VoucherDay = NonNullable<ReturnType<typeof voucherDays>['row']>

/** How many vouchers of each study and currency were made on a day. */
export const vouchersOfCells = ({
  day,
  firstId,
  lastId,
}: VoucherDay): Query<{
  studyId: string
  currency: string
  count: number
}> => ({
  sql: `select study_id as "studyId", currency as "currency", count(*) as "count" from vouchers
where id >= ? and id <= ? and made_at >= ? and made_at < ? group by study_id, currency`,
  values: [firstId, lastId, day, dayAfter(day)],
})

/** The vouchers of a day behind the id `after`, in the order of ids: never to be shown in it. */
export const vouchersOfDay = scopedQuery(
  (p: { from: string; to: string; firstId: string; lastId: string; after: string; limit: number }, isSeen) =>
    sql
      .selectFrom('vouchers')
      .select([
        'id',
        'study_id as studyId',
        'currency',
        'amount_minor as amountMinor',
        'tax_minor as taxMinor',
        'code_key as codeKey',
        'state',
      ])
      .where('id', '>=', p.firstId)
      .where('id', '<=', p.lastId)
      .where('id', '>', p.after)
      .where('made_at', '>=', p.from)
      .where('made_at', '<', p.to)
      .where(isSeen('vouchers.study_id'))
      .orderBy('id')
      .limit(p.limit),
)

export type VoucherRow = NonNullable<ReturnType<typeof vouchersOfDay>['row']>
