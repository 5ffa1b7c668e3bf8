/**
 * Reads lines that may be about the same bookings under other numbers: the entries of a notification, the sum of a
 * statement.
 */
import { chunked, maxBoundValues } from '../../platform/db/chunked.ts'
import { type Database, first, type Query } from '../../platform/db/together.ts'
import { dayLater } from '../../platform/time/zone.ts'
import { bookingFormats, coversDays, dayFormats, isNotification, listedInSql } from '../formats/statement.ts'
import type { findAttempts } from './find.ts'
import { type BookingLine, bookingLines, linesOfBookings } from './lines-store.ts'
import type { MatchedAttempt } from './verdicts/found.ts'

type Finder = Pick<Awaited<ReturnType<typeof findAttempts>>, 'find' | 'batchOf'>

const atOnce = maxBoundValues - 4
/** Of a day with more entries than this it is not said that they come to a sum. */
const mostOfDay = 1_000
/** So many days may a notification and a statement be apart. */
const daysApart = 10

/**
 * All lines that may have to be placed together with these: of the same bookings, and of those that they may be parts of
 * or be made of.
 * @param notified lines of the same bookings
 */
export async function withLinked(
  db: Database,
  accountId: string,
  notified: readonly BookingLine[],
  finder: Finder,
): Promise<readonly BookingLine[]> {
  if (notified.length === 0 || !(await hasBoth(db, accountId))) return notified
  const known = new Map(notified.map((line) => [line.line_key, line]))
  const read = async (condition: string, values: readonly string[], before: readonly (string | number)[] = []) => {
    for (const some of chunked([...new Set(values)], atOnce)) {
      const marks = some.map(() => '?').join(', ')
      const found = await db.read(bookingLines(accountId, condition.replace('(?)', `(${marks})`), [...before, ...some]))
      for (const line of found) known.set(line.line_key, line)
    }
  }
  const notices = notified.filter(({ format }) => isNotification(format))
  const booked = notified.filter(({ format }) => !isNotification(format))
  await read('l.line_key in (?)', namedBefore(notified, finder))
  await read(
    'l.line_key in (?)',
    [...known.values()].flatMap(({ carried_by }) => (carried_by === null ? [] : [carried_by])),
  )
  // A part by its own id is what an entry of a notification may be called.
  const parts = booked.filter((one) => one.is_part === 1 && one.provider_id !== null)
  await read(
    'l.booking in (?)',
    parts.map((one) => `${one.provider_id}|${one.direction === 'debit' ? 'd' : 'c'}${one.amount_minor}`),
  )
  const days = notices.map(({ day }) => day).sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from !== undefined && to !== undefined) {
    await read(
      'l.day >= ? and l.day <= ? and l.is_part = 1 and l.provider_id in (?)',
      notices.flatMap(({ provider_id }) => (provider_id === null ? [] : [provider_id])),
      [dayLater(from, -daysApart), dayLater(to, daysApart)],
    )
  }
  const isUnnamed = (line: BookingLine) => finder.batchOf(line) === null && finder.find(line) === null
  const sums = booked.filter((line) => line.is_part === 0 && isUnnamed(line)).map(({ day }) => day)
  for (const day of new Set([...sums, ...(await daysWithUnknown(db, accountId, days))])) {
    const some = await db.read(bookingLines(accountId, unplaced, [day, mostOfDay + 1]))
    for (const line of some.length > mostOfDay ? [] : some) known.set(line.line_key, line)
  }
  const bookings = [...known.values()].flatMap(({ booking }) => (booking === null ? [] : [booking]))
  for (const line of await linesOfBookings(db, accountId, [...new Set(bookings)])) known.set(line.line_key, line)
  await read('l.carried_by in (?)', [...known.keys()])
  return [...known.values()]
}

/**
 * Lines of reports and notifications that are left, with those of the statements of their days that they may be: of the
 * same money, as many as are not counted with by others, and any one of the same direction. Lines that a statement does not
 * have any more may be on another of its days.
 * @param by that statement
 */
export async function linesBesideLeft(
  db: Database,
  accountId: string,
  left: readonly string[],
  by: string,
): Promise<readonly BookingLine[]> {
  const found = new Map<string, BookingLine>()
  const read = async (condition: string, values: readonly (string | number | null)[]) => {
    const lines = await db.read(bookingLines(accountId, condition, values))
    for (const line of lines) found.set(line.line_key, line)
    return lines
  }
  const asked = new Set<string>()
  const readOnce = async (condition: string, values: readonly string[]) => {
    const name = [condition, ...values].join(' ')
    if (!asked.has(name)) await read(condition, values)
    asked.add(name)
  }
  for (const some of chunked(left, atOnce)) {
    const lines = await read(`l.carried_by is null and l.line_key in (${some.map(() => '?').join(', ')})`, some)
    const gone = lines.filter(({ format }) => coversDays(format))
    const named = gone.flatMap(({ reference }) => (reference === null ? [] : [reference]))
    const bookings = gone.flatMap(({ booking }) => (booking === null ? [] : [booking]))
    if (named.length > 0)
      await read(`${countingBy} and l.reference in (${named.map(() => '?').join(', ')})`, [by, ...named])
    for (const alike of Map.groupBy(lines, (one) =>
      [one.day, one.direction, one.amount_minor, one.format].join(' '),
    ).values()) {
      const [one] = alike
      if (one === undefined) continue
      const { day, direction, amount_minor: minor } = one
      const money = `l.direction = ? and l.amount_minor = ? and not ${isCountedWith} ${inOrder} ?`
      if (coversDays(one.format)) {
        await readOnce(`${counting} and l.direction = ? ${inOrder} 1`, [by, direction])
        await read(`${counting} and ${money}`, [by, direction, minor, alike.length])
        await readOnce(`${counting} and l.direction = ? and l.day = ? ${inOrder} 2`, [by, direction, day])
      } else {
        await readOnce(firstOfDay, [accountId, day, day, day, direction, day, direction])
        await read(`${ofDay} and ${money}`, [day, direction, minor, alike.length])
      }
    }
    if (bookings.length > 0) {
      await read(`${countingBy} and l.booking in (${bookings.map(() => '?').join(', ')})`, [by, ...bookings])
    }
  }
  return [...found.values()]
}

const inOrder = 'order by l.statement_id, l."row" limit'
const counting = 'l.statement_id = ? and l.carried_by is null'
/** For what is looked for by its name: the id is written as an expression, or SQLite goes through all lines of the statement. */
const countingBy = `l.statement_id || '' = ? and l.carried_by is null`
const ofDay = `l.day = ? and s.format in (${listedInSql(dayFormats)}) and l.carried_by is null`
const statementsOfDay = `statements c where c.account_id = ? and c.state = 'published' and c.format in (${listedInSql(dayFormats)})
  and c.period_from <= ? and c.period_to >= ?`
/** The first statement of a day that has any line of a direction, and the first of those. */
const firstOfDay = `l.statement_id = (select min(c.id) from ${statementsOfDay} and exists (select 1 from statement_lines b
  where b.statement_id = c.id and b.day = ? and b.direction = ? and b.carried_by is null))
and l.day = ? and l.direction = ? and l.carried_by is null ${inOrder} 1`

const isCountedWith = `exists (select 1 from statement_lines t where t.account_id = l.account_id and t.carried_by = l.line_key)`

/** Entries of notifications that no statement tells of yet, and lines of statements that were left as exceptions. */
const unplaced = `l.day = ? and l.carried_by is null and l.booking is not null
  and (s.format = 'camt054' or (l.is_part = 0 and l.outcome = 'exception')) limit ?`

/** Keys of lines that were matched with the same payouts: those of a batch once, however many lines name it. */
function namedBefore(lines: readonly BookingLine[], finder: Finder): string[] {
  const some = new Set(
    lines.map((line) => {
      const found = finder.find(line)
      return finder.batchOf(line)?.attempts ?? (found === null ? none : [found])
    }),
  )
  return [...some].flat().flatMap(({ seen, tentative = [] }) => [...seen.map(({ key }) => key), ...tentative])
}

const none: readonly MatchedAttempt[] = []

async function hasBoth(db: Database, accountId: string): Promise<boolean> {
  const asked: Query<{ kinds: number }> = {
    sql: `select count(distinct case when format = 'camt054' then 1 else 2 end) as "kinds" from statements
where account_id = ? and state = 'published' and format in (${listedInSql([...bookingFormats, 'camt054'])})`,
    values: [accountId],
  }
  return (await first(db, asked))?.kinds === 2
}

/** Of these days, those on which a line of a statement names nothing of ours. */
async function daysWithUnknown(db: Database, accountId: string, days: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const some of chunked([...new Set(days)], atOnce)) {
    const asked: Query<{ day: string }> = {
      sql: `select distinct l.day as "day" from statement_lines l join statements s on s.id = l.statement_id
where l.account_id = ? and l.day in (${some.map(() => '?').join(', ')}) and l.outcome = 'exception' and l.is_part = 0
  and s.format in (${listedInSql(bookingFormats)})`,
      values: [accountId, ...some],
    }
    found.push(...(await db.read(asked)).map(({ day }) => day))
  }
  return found
}
