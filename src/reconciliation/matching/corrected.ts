/**
 * A statement that its bank sends again, corrected or renumbered: which of the earlier one's lines are still there and
 * which are gone.
 */
import { sha256 } from '../../platform/crypto/sha256.ts'
import { maxBoundValues } from '../../platform/db/chunked.ts'
import { first, type Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { areApart } from '../bank-account.ts'
import { coversDays, dayFormats, listedInSql } from '../formats/statement.ts'
import type { Statement } from '../statements/statement.ts'
import { countForwarded } from './again/forwarded-keys.ts'
import { isBookingThere, type KnownLine } from './lines-store.ts'
import { type LineNaming, namingOf } from './overlapping-formats.ts'

/** Hex digits that are kept of a booking, 64 bits, and of how many bookings. */
const digestDigits = 16
const most = 20_000

const shortOf = (booking: string, day: string) => sha256(`${day} ${booking}`).slice(0, digestDigits)

/**
 * Which bookings a file has told of again, as digests, one behind the other.
 * @param before those of earlier steps; beyond so many nothing is said of what a file does not tell of
 */
export function bookingsMet({ format }: LineNaming, met: readonly KnownLine[], before: string): string {
  if (!coversDays(format) || before.length >= most * digestDigits) return before
  return before + met.map(({ key, booking, day }) => shortOf(booking ?? key, day)).join('')
}

interface Period {
  from: string
  to: string
  openingMinor: number | null
  closingMinor: number | null
}

/** A line of another statement of these days, with the period and opening balance of that. */
interface OtherLine {
  key: string
  booking: string
  day: string
  signedMinor: number
  statementId: string
  from: string
  to: string
  openingMinor: number | null
  bankAccount: string | null
  isNamed: number
}

/** A statement that begins on the same day with the same balance. */
type Alike = LineNaming & Pick<Statement, 'bankAccount' | 'givenAt' | 'periodTo' | 'closingMinor'>

/**
 * Of two statements that begin on one day with one balance each tells of all that the other does, or of the beginning of
 * it. Where both have lines that the other has not, the later one has the last word: these lines of the other are gone.
 * So are they where it has no line that the other lacks, but its bank made it later and for the same days. Statements of
 * another bank account are not looked at.
 * @param met what `bookingsMet` gave
 * @returns their keys; none where what they come to is nothing, or the statement does, as then one may go on from the other
 */
export async function linesGone(
  { db }: Pick<Ports, 'db'>,
  statement: Pick<Statement, 'id' | 'accountId' | 'format' | 'mapping' | 'bankAccount' | 'givenAt'>,
  period: Period,
  met: string,
): Promise<string[]> {
  const { id, accountId, format, bankAccount } = statement
  const { from, to, openingMinor, closingMinor } = period
  if (!coversDays(format) || openingMinor === null || met.length >= most * digestDigits) return []
  const alike = (await db.read(begunAlike(accountId, from, openingMinor))).filter(
    (one) => namingOf(one) === namingOf(statement) && !areApart(one.bankAccount, bankAccount),
  )
  const same = alike.filter((one) => bankAccount !== null && one.bankAccount === bankAccount)
  // Its days may have come back to the balance before what this one goes on from.
  const isSure = same.length > 0 && (await first(db, backTo(accountId, from, openingMinor))) === undefined
  const isAnew = isSure && same.some((one) => isGivenAnew(one, { ...statement, to, openingMinor }))
  if (alike.length === 0 || (!isAnew && openingMinor === closingMinor)) return []
  if (!isAnew && (await first(db, newBooking(id))) === undefined) return []
  const known = new Set(
    Array.from({ length: met.length / digestDigits }, (_, n) => met.slice(n * digestDigits, (n + 1) * digestDigits)),
  )
  const unmet: OtherLine[] = []
  for (const ids of inPages(await db.read(othersOf(id, accountId, from, to)))) {
    for (let behind: number | undefined = -1; behind !== undefined; ) {
      const lines: (OtherLine & { row: number })[] = await db.read(
        linesOfOthers(id, ids, { accountId, from, to }, behind),
      )
      const own = lines.filter((one) => !areApart(one.bankAccount, bankAccount))
      unmet.push(...own.filter(({ booking, day }) => !known.has(shortOf(booking, day))))
      behind = lines.length < page ? undefined : lines.at(-1)?.row
    }
  }
  const own = await db.read(moneyOf(id))
  const gone = answered(unmet, period, own)
  if (known.size === 0 && !isSure && !isAlike(gone, own, await db.read(someKeys(id)))) return []
  const sum = gone.reduce((all, { signedMinor }) => all + signedMinor, 0)
  // So many at once find lines of the same money: what is sure comes first.
  const keys = gone.toSorted((one, other) => other.isNamed - one.isNamed).map(({ key }) => key)
  return (sum === 0 && !isAnew) || countForwarded(keys) < keys.length ? [] : keys
}

/** Whether a bank made a statement after one of the same days, which came to something. */
function isGivenAnew(
  before: Alike,
  { givenAt, to, openingMinor }: Pick<Statement, 'givenAt'> & { to: string; openingMinor: number },
): boolean {
  const isLater = before.givenAt !== null && givenAt !== null && before.givenAt < givenAt
  return isLater && before.periodTo === to && before.closingMinor !== openingMinor
}

/**
 * Of what a statement does not tell of again, what it has the last word on: a statement that began alike, and one of days
 * that lie between its own. Any other may be of another part of the same day, unless the statement has all of its money.
 */
function answered(lines: readonly OtherLine[], { from, to, openingMinor }: Period, own: readonly Money[]): OtherLine[] {
  const counts = new Map(own.map(({ day, signedMinor, count }) => [`${day} ${signedMinor}`, count]))
  const take = (some: readonly OtherLine[]) => {
    const left = new Map(counts)
    for (const { day, signedMinor } of some) {
      const money = `${day} ${signedMinor}`
      left.set(money, (left.get(money) ?? 0) - 1)
    }
    return left
  }
  const isItsOwn = (one: OtherLine) =>
    one.from === from ? one.openingMinor === openingMinor : one.from > from && one.to < to
  const gone = lines.filter(isItsOwn)
  for (const [money, count] of take(gone)) counts.set(money, count)
  const others = lines.filter((one) => !isItsOwn(one))
  for (const some of Map.groupBy(others, ({ statementId }) => statementId).values()) {
    const left = take(some)
    if (some.some(({ day, signedMinor }) => (left.get(`${day} ${signedMinor}`) ?? 0) < 0)) continue
    for (const [money, count] of left) counts.set(money, count)
    gone.push(...some)
  }
  return gone
}

/** Whether any of these has its amount or its number in the statement: one that has neither may be of another bank account. */
function isAlike(gone: readonly OtherLine[], own: readonly Money[], keys: readonly { key: string }[]): boolean {
  const amounts = new Set(own.map(({ signedMinor }) => signedMinor))
  const numbers = new Set(keys.map(({ key }) => numberIn(key)))
  return gone.some(({ key, signedMinor }) => amounts.has(signedMinor) || numbers.has(numberIn(key)))
}

/** What stands before the amount; a line without a number begins with its day. */
const numberIn = (key: string) => /^(?!\d{4}-\d\d-\d\d\|)[^|]*/.exec(key)?.[0] ?? key

/** Enough of them: where a statement has more lines, some are of one amount. */
const someKeys = (id: string): Query<{ key: string }> => ({
  sql: 'select line_key as "key" from statement_lines where statement_id = ? limit 1000',
  values: [id],
})

interface Money {
  day: string
  signedMinor: number
  count: number
}

const signed = "case l.direction when 'debit' then -l.amount_minor else l.amount_minor end"

/** What a statement's own lines are of, and how many of each. */
const moneyOf = (id: string): Query<Money> => ({
  sql: `select l.day as "day", ${signed} as "signedMinor", count(*) as "count" from statement_lines l
where l.statement_id = ? group by l.day, ${signed}`,
  values: [id],
})

/** One of the same day that ends where this begins. */
const backTo = (accountId: string, from: string, openingMinor: number): Query<{ id: string }> => ({
  sql: `select id as "id" from statements where account_id = ? and state = 'published' and format in (${listedInSql(dayFormats)})
  and period_from = ? and closing_minor = ? and opening_minor <> closing_minor limit 1`,
  values: [accountId, from, openingMinor],
})

const begunAlike = (accountId: string, from: string, openingMinor: number): Query<Alike> => ({
  sql: `select format as "format", mapping as "mapping", bank_account as "bankAccount", given_at as "givenAt",
  period_to as "periodTo", closing_minor as "closingMinor" from statements where account_id = ? and state = 'published'
  and format in (${listedInSql(dayFormats)}) and period_from = ? and opening_minor = ?`,
  values: [accountId, from, openingMinor],
})

/** A line of a booking that nothing else tells of: a sum of parts that are known, or a part of a known sum, is none. */
const newBooking = (id: string): Query<{ key: string }> => ({
  sql: `select l.line_key as "key" from statement_lines l where l.statement_id = ? and not ${isBookingThere} limit 1`,
  values: [id],
})

/** Lines are read so many at once: a statement may have as many as a file. */
const page = 1_000

/** Statements whose rows fit one page together, and those with more by themselves. */
function inPages(others: readonly { id: string; rows: number }[]): string[][] {
  const pages: string[][] = []
  let [some, left]: [string[], number] = [[], 0]
  for (const { id, rows } of others) {
    if (some.length === 0 || rows > left || some.length === mostTogether) {
      some = []
      pages.push(some)
      left = page
    }
    some.push(id)
    left -= rows
  }
  return pages
}

const mostTogether = maxBoundValues - 6

/** Other statements of these days, and of how many rows they were read. */
const othersOf = (id: string, accountId: string, from: string, to: string): Query<{ id: string; rows: number }> => ({
  sql: `select s.id as "id", s.rows_done as "rows" from statements s where s.account_id = ? and s.state = 'published'
  and s.format in (${listedInSql(dayFormats)}) and s.id <> ? and coalesce(s.period_from, '') <= ? and coalesce(s.period_to, '~') >= ?
order by s.id`,
  values: [accountId, id, to, from],
})

/**
 * What other statements tell of these days and this one does not, by the names of bookings. Its id is written as an expression,
 * or SQLite looks through all of its lines of the day for each of theirs.
 */
const linesOfOthers = (
  id: string,
  others: readonly string[],
  { accountId, from, to }: { accountId: string; from: string; to: string },
  behind: number,
): Query<OtherLine & { row: number }> => ({
  sql: `select l.line_key as "key", coalesce(l.booking, l.line_key) as "booking", l.day as "day", l."row" as "row",
  ${signed} as "signedMinor", s.id as "statementId", s.period_from as "from", s.period_to as "to",
  s.opening_minor as "openingMinor", s.bank_account as "bankAccount",
  case when l.reference is null then 0 else 1 end as "isNamed" from statement_lines l
join statements s on s.id = l.statement_id
where l.statement_id in (${others.map(() => '?').join(', ')}) and l."row" > ? and l.account_id = ? and l.day >= ? and l.day <= ?
  and l.carried_by is null
  and not exists (select 1 from statement_lines m where m.account_id = l.account_id and m.booking = l.booking
    and m.day = l.day and m.statement_id || '' = ?)
order by l."row" limit ${page}`,
  values: [...others, behind, accountId, from, to, id],
})
