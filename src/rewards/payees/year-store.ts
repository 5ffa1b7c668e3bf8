/** The rows of what payees got in a year. */
import { chunked, maxBoundValues } from '../../platform/db/chunked.ts'
import { prepareQuery, type Query, type Write } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'
import type { PayeeYear } from './year.ts'

interface Counted {
  payeeHash: string
  year: number
  currency: string
  amountMinor: number
}

/** What is known of these payees' year, as many as one query takes. */
function yearsOf(hashes: readonly string[], year: number, currency: string): Query<PayeeYear & { payeeHash: string }> {
  return {
    sql: `select payee_hash as "payeeHash", total_minor as "totalMinor", limit_minor as "limitMinor", raised_minor as "raisedMinor"
from payee_years where year = ? and currency = ? and payee_hash in (${hashes.map(() => '?').join(', ')})`,
    values: [year, currency, ...hashes],
  }
}

/** As many queries as it takes for all of these payees; one without a row has got nothing yet. */
export function payeeYears(hashes: readonly string[], year: number, currency: string) {
  return chunked(hashes, maxBoundValues - 2).map((some) => yearsOf(some, year, currency))
}

/**
 * Counts amounts (tax included) for payees who differ; the schema refuses what passes the threshold. `raisedMinor` is what
 * was read: a row that is only offered is checked before it gives way to the one that is there.
 */
export function countPayees(
  counted: readonly (Counted & { raisedMinor: number })[],
  limitMinor: number | null,
): Write[] {
  return chunked(counted, Math.floor(maxBoundValues / 6)).map((some): Write => {
    return {
      sql: `insert into payee_years (payee_hash, year, currency, total_minor, limit_minor, raised_minor)
values ${some.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}
on conflict (payee_hash, year, currency) do update set
  total_minor = payee_years.total_minor + excluded.total_minor, limit_minor = excluded.limit_minor`,
      values: some.flatMap((one) => [
        one.payeeHash,
        one.year,
        one.currency,
        one.amountMinor,
        limitMinor,
        one.raisedMinor,
      ]),
    }
  })
}

const uncount = prepareQuery((p: Counted) =>
  sql
    .updateTable('payee_years')
    .set((eb) => ({ total_minor: eb('total_minor', '-', p.amountMinor) }))
    .where('payee_hash', '=', p.payeeHash)
    .where('year', '=', p.year)
    .where('currency', '=', p.currency),
)

/**
 * Counts an amount (tax included) that a payee has got already, whatever the threshold: what it passes it by counts as
 * allowed, as two people have settled it. Its row is there, for its payout was counted once.
 */
export function countSpent({ payeeHash, year, currency, amountMinor }: Counted): Write {
  return {
    sql: `update payee_years set total_minor = total_minor + ?,
  raised_minor = case when limit_minor is not null and total_minor + ? - limit_minor > raised_minor
    then total_minor + ? - limit_minor else raised_minor end
where payee_hash = ? and year = ? and currency = ?`,
    values: [amountMinor, amountMinor, amountMinor, payeeHash, year, currency],
  }
}

/** A payout that came to nothing, or came back, does not count in its payee's year. */
export function uncountPayout(payout: {
  payeeHash: string | null
  payeeYear: number | null
  currency: string
  amountMinor: number
  taxMinor: number
}): Write[] {
  const { payeeHash, payeeYear: year, currency } = payout
  if (payeeHash === null || year === null) return []
  return [uncount({ payeeHash, year, currency, amountMinor: payout.amountMinor + payout.taxMinor })]
}

/** Makes room for one more amount (tax included) beyond the threshold, as two people have decided. */
export function raiseLimit({ payeeHash, year, currency, amountMinor }: Counted, limitMinor: number): Write {
  return {
    sql: `insert into payee_years (payee_hash, year, currency, total_minor, limit_minor, raised_minor) values (?, ?, ?, 0, ?, ?)
on conflict (payee_hash, year, currency) do update set limit_minor = excluded.limit_minor,
  raised_minor = case when payee_years.total_minor + ? - ? > payee_years.raised_minor
    then payee_years.total_minor + ? - ? else payee_years.raised_minor end`,
    values: [
      ...[payeeHash, year, currency, limitMinor, Math.max(0, amountMinor - limitMinor)],
      ...[amountMinor, limitMinor, amountMinor, limitMinor],
    ],
  }
}
