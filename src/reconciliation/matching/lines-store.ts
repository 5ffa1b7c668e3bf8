/** Lines of statements: staged, found again by their keys, counted and deleted. */

import type { StatementLinesTable } from '../../../schema/tables.ts'
import { chunked, maxBoundValues } from '../../platform/db/chunked.ts'
import { type Database, prepareQuery, type Query, type SqlValue, type Write } from '../../platform/db/together.ts'
import { coveringNoDay, dayFormats, listedInSql, reportFormats, type StatementFormat } from '../formats/statement.ts'
import { sql } from '../tables.ts'

/** So many keys are looked for in one query, beside the account. */
export const keysAtOnce = maxBoundValues - 2

/** A line that is there already, with the format of the file that it came in. */
export interface KnownLine {
  key: string
  statementId: string
  row: number
  digest: string
  day: string
  format: StatementFormat
  /** The reference or the batches that it names; null for none. */
  names: string | null
  /** What the bank calls the booking. */
  booking: string | null
  /** It counts with a statement's line under another number, or of another day, or not at all: a report's, or one that its bank has corrected. */
  isElsewhere?: boolean | number
  /** Of the file that it came in; see `bankAccountOf`. */
  bankAccount?: string | null
}

/** Lines of an account with these keys, at most `keysAtOnce`. */
export function linesWithKeys(accountId: string, keys: readonly string[]): Query<KnownLine> {
  return {
    sql: `select l.line_key as "key", l.statement_id as "statementId", l."row" as "row", l.digest as "digest",
l.day as "day", s.format as "format", coalesce(l.reference, l.batch_ids) as "names", l.booking as "booking",
case when (s.format in (${listedInSql([...reportFormats, ...dayFormats])}) and carrier.booking <> l.booking)
  or (s.format in (${listedInSql(dayFormats)}) and carrier.day <> l.day) or l.carried_by = l.line_key then 1 else 0 end as "isElsewhere",
s.bank_account as "bankAccount"
from statement_lines l join statements s on s.id = l.statement_id
left join statement_lines carrier on carrier.account_id = l.account_id and carrier.line_key = l.carried_by
where l.account_id = ? and l.line_key in (${keys.map(() => '?').join(', ')})`,
    values: [accountId, ...keys],
  }
}

export type MatchableLine = Pick<
  StatementLinesTable,
  | 'line_key'
  | 'row'
  | 'day'
  | 'direction'
  | 'amount_minor'
  | 'provider_id'
  | 'reference'
  | 'kind'
  | 'raw_type'
  | 'batch_ids'
  | 'parts'
  | 'booking'
>

/** A line that counts, with what has become of it and the format of its file. */
export type BookingLine = MatchableLine &
  Pick<StatementLinesTable, 'statement_id' | 'is_part' | 'carried_by' | 'outcome'> & { format: StatementFormat }

const matchable = [
  'line_key',
  'row',
  'day',
  'direction',
  'amount_minor',
  'provider_id',
  'reference',
  'kind',
  'raw_type',
  'batch_ids',
  'parts',
  'booking',
] as const

/** Lines of a statement behind a row, in the order of the file. */
export const linesAfter = prepareQuery<{ statementId: string; after: number; limit: number }, MatchableLine>((p) =>
  sql
    .selectFrom('statement_lines')
    .select(matchable)
    .where('statement_id', '=', p.statementId)
    .where('row', '>', p.after)
    .orderBy('row')
    .limit(p.limit),
)

/** Lines of an account by their keys, at most `keysAtOnce`. */
export const linesByKeys = (accountId: string, keys: readonly string[]): Query<MatchableLine> => ({
  sql: `select ${matchable.map((name) => `"${name}"`).join(', ')} from statement_lines
where account_id = ? and line_key in (${keys.map(() => '?').join(', ')})`,
  values: [accountId, ...keys],
})

/** Lines of published statements of an account, `l`, of which a condition holds that may name the statement `s`. */
export function bookingLines(accountId: string, condition: string, values: readonly SqlValue[]): Query<BookingLine> {
  return {
    sql: `select ${matchable.map((name) => `l."${name}"`).join(', ')}, l.statement_id, l.is_part, l.carried_by, l.outcome, s.format
from statement_lines l join statements s on s.id = l.statement_id
where l.account_id = ? and s.state = 'published' and ${condition}`,
    values: [accountId, ...values],
  }
}

/** Lines of published statements of an account that tell of these bookings. */
export async function linesOfBookings(
  db: Database,
  accountId: string,
  bookings: readonly string[],
): Promise<BookingLine[]> {
  const found: BookingLine[] = []
  for (const some of chunked(bookings, keysAtOnce)) {
    found.push(...(await db.read(bookingLines(accountId, `l.booking in (${some.map(() => '?').join(', ')})`, some))))
  }
  return found
}

/**
 * A line that tells of a booking that a statement has, as its sum or its parts, counts once with it; so does one of a
 * booking that a report told of, which is a statement's own line where that has it under the same number. A notification
 * says nothing of what the statement calls it.
 */
export const isBookingThere = `exists (select 1 from statement_lines k
  join statements ks on ks.id = k.statement_id and (ks.format in (${listedInSql(dayFormats)})
    or (ks.format in (${listedInSql(reportFormats)}) and k.carried_by is null))
  where k.account_id = l.account_id and k.booking = l.booking and k.day = l.day and k.statement_id <> l.statement_id)`

/**
 * A statement that covers the day of line `l` has lines of its direction. The statements are gone through first, as a day may
 * have as many lines as a file.
 * @param account what says the account of `l`: a name of another table leaves this to the end, when `l` is known to be one
 * that is looked for
 */
export const isDirectionThere = (account: string) => `exists (select 1 from statements c cross join statement_lines b
  where c.account_id = ${account} and c.state = 'published' and c.format in (${listedInSql(dayFormats)})
    and c.period_from <= l.day and c.period_to >= l.day
    and b.statement_id = c.id and b.day = l.day and b.direction = l.direction)`

/** Which statements' days are looked at: those of one, or of all that were matched since a time. */
type Covering = { statementId: string } | { since: string }

interface NoticeLine {
  file: string
  row: number
  booking: string | null
  isStray: 0 | 1
}

/**
 * What notifications tell of the days of statements, in pages of 1,000 lines, and which of it is stray: it tells of a booking
 * on a day that a statement covers without booking it, and a statement books it on another day. The ids are gone through in
 * order, so that a page is read where the one before ended.
 */
const pageOfNotices = (
  accountId: string,
  days: readonly { from: string; to: string }[],
  { file, row }: Pick<NoticeLine, 'file' | 'row'>,
): Query<NoticeLine> => ({
  sql: `select l.statement_id as "file", l."row" as "row", l.booking as "booking", case when l.carried_by is null
    and l.outcome is not null and (${days.map(() => '(l.day >= ? and l.day <= ?)').join(' or ')})
    and exists (select 1 from statement_lines b join statements bs on bs.id = b.statement_id and bs.state = 'published'
      where b.account_id = l.account_id and b.booking = l.booking and b.day <> l.day and bs.format <> 'camt054')
  then 1 else 0 end as "isStray"
from (select id from statements where account_id = ? and state = 'published' and format = 'camt054' and id >= ?
  and (${days.map(() => '(period_from <= ? and period_to >= ?)').join(' or ')})) n
cross join statement_lines l
where l.statement_id = n.id and (l.statement_id > ? or l."row" > ?)
order by l.statement_id, l."row" limit ${noticesOfAPage}`,
  values: [
    ...days.flatMap(({ from, to }) => [from, to]),
    accountId,
    file,
    ...days.flatMap(({ from, to }) => [to, from]),
    file,
    row,
  ],
})

const noticesOfAPage = 1_000

/** The days that such statements cover, each stretch once. */
const daysCovered = (accountId: string, covering: Covering): Query<{ from: string; to: string }> => ({
  sql: `select distinct period_from as "from", period_to as "to" from statements where account_id = ? and state = 'published'
  and format not in (${listedInSql(coveringNoDay)}) and period_from is not null and period_to is not null
  and ${'since' in covering ? '(matched_at is null or matched_at >= ?)' : 'id = ?'}`,
  values: [accountId, 'since' in covering ? covering.since : covering.statementId],
})

/** Stretches of days in one query: each is bound to four values. */
const daysAtOnce = 20

/** Stray bookings of the days of statements of an account, the first so many of them. */
export async function strayBookings(
  { read }: Pick<Database, 'read'>,
  accountId: string,
  covering: Covering,
  limit: number,
): Promise<string[]> {
  const found = new Set<string>()
  for (const days of chunked(await read(daysCovered(accountId, covering)), daysAtOnce)) {
    for (let behind: Pick<NoticeLine, 'file' | 'row'> | undefined = { file: '', row: 0 }; behind !== undefined; ) {
      const page: NoticeLine[] = await read(pageOfNotices(accountId, days, behind))
      for (const { booking, isStray } of page) if (booking !== null && isStray === 1) found.add(booking)
      behind = page.length < noticesOfAPage || found.size >= limit ? undefined : page.at(-1)
    }
  }
  return [...found].slice(0, limit)
}

/** The money of a line is counted with another one. */
export const setCarried = prepareQuery((p: { accountId: string; key: string; carriedBy: string }) =>
  sql
    .updateTable('statement_lines')
    .set({ carried_by: p.carriedBy })
    .where('account_id', '=', p.accountId)
    .where('line_key', '=', p.key),
)

export const countLines = prepareQuery((p: { statementId: string }) =>
  sql
    .selectFrom('statement_lines')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('statement_id', '=', p.statementId),
)

/** The row up to which the first so many lines of a statement stand; none when it has no line. */
export const endOfFirst = prepareQuery((p: { statementId: string; skip: number }) =>
  sql
    .selectFrom('statement_lines')
    .select('row')
    .where('statement_id', '=', p.statementId)
    .orderBy('row')
    .limit(1)
    .offset(p.skip),
)

export const deleteLinesUpTo = prepareQuery((p: { statementId: string; row: number }) =>
  sql.deleteFrom('statement_lines').where('statement_id', '=', p.statementId).where('row', '<=', p.row),
)

export const deleteLines = prepareQuery((p: { statementId: string }) =>
  sql.deleteFrom('statement_lines').where('statement_id', '=', p.statementId),
)

export const setOutcome = prepareQuery(
  (p: { accountId: string; key: string; outcome: 'matched' | 'booked' | 'exception' }) =>
    sql
      .updateTable('statement_lines')
      .set({ outcome: p.outcome })
      .where('account_id', '=', p.accountId)
      .where('line_key', '=', p.key),
)

/** What most lines of a stretch come to; those that come to something else were told before. */
export const setOthers = prepareQuery((p: { statementId: string; after: number; to: number; outcome: 'matched' }) =>
  sql
    .updateTable('statement_lines')
    .set({ outcome: p.outcome })
    .where('statement_id', '=', p.statementId)
    .where('row', '>', p.after)
    .where('row', '<=', p.to)
    .where('outcome', 'is', null),
)

const addDay = prepareQuery((p: { accountId: string; day: string; lines: number; debit: number; credit: number }) =>
  sql
    .insertInto('statement_days')
    .values({ account_id: p.accountId, day: p.day, lines: p.lines, debit_minor: p.debit, credit_minor: p.credit })
    .onConflict((one) =>
      one.columns(['account_id', 'day']).doUpdateSet((eb) => ({
        lines: eb('statement_days.lines', '+', p.lines),
        debit_minor: eb('statement_days.debit_minor', '+', p.debit),
        credit_minor: eb('statement_days.credit_minor', '+', p.credit),
      })),
    ),
)

/** What lines add to their days as the provider says, day by day; `times` is -1 for what is taken off again. */
export function countDays(
  accountId: string,
  lines: readonly Pick<MatchableLine, 'day' | 'direction' | 'amount_minor'>[],
  times: 1 | -1 = 1,
): Write[] {
  const days = new Map<string, { lines: number; debit: number; credit: number }>()
  for (const { day, direction, amount_minor } of lines) {
    const known = days.get(day) ?? { lines: 0, debit: 0, credit: 0 }
    known.lines += times
    known[direction] += times * amount_minor
    days.set(day, known)
  }
  return [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, of]) => addDay({ accountId, day, ...of }))
}
