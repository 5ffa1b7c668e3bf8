/**
 * Whether a file is about days that a file of another format has covered, under names by which its lines cannot be
 * recognised.
 */
import { toBase64 } from '../../platform/crypto/base64.ts'
import { sha256Bytes } from '../../platform/crypto/sha256.ts'
import { chunked } from '../../platform/db/chunked.ts'
import { first, type Query } from '../../platform/db/together.ts'
import { dayAfter } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { type CsvMapping, csvMapping } from '../formats/csv/mapping.ts'
import {
  BrokenFile,
  coveringNoDay,
  coversDays,
  dayFormats,
  isBankFormat,
  listedInSql,
  reportFormats,
  type StatementFormat,
} from '../formats/statement.ts'
import type { ImportProgress, Statement } from '../statements/statement.ts'
import { countForwarded } from './again/forwarded-keys.ts'
import { isBookingThere, isDirectionThere, type KnownLine } from './lines-store.ts'

/** By what a file's lines are named. */
export type LineNaming = Pick<Statement, 'format' | 'mapping'>

/**
 * By what a file's lines are known again: two files with one name of this kind have one name for one movement. Tables
 * that are read by other columns call the same movement something else, as two formats may.
 */
export function namingOf({ format, mapping }: LineNaming): string {
  if (format !== 'csv' || mapping === null)
    return isBankFormat(format) ? 'camt' : format.startsWith('mt') ? 'mt' : format
  const { key, day, zone, decimal, amount, ...says }: CsvMapping = csvMapping.parse(JSON.parse(mapping))
  const { providerId, reference, balance } = says
  const named = key === null ? { zone, providerId, reference, balance: balance?.column ?? null } : { key }
  return JSON.stringify([named, day, decimal, amount])
}

/** The formats of intraday reports that name a movement otherwise than this file. */
function reportsOtherwise(statement: LineNaming): readonly StatementFormat[] {
  return reportFormats.filter((format) => namingOf({ format, mapping: null }) !== namingOf(statement))
}

/** Characters of base64 that are kept of a key, 36 bits, and of how many keys: what is remembered has to fit a row of D1. */
const digestLength = 6
const mostMet = 100_000

const shortOf = (key: string) => toBase64(sha256Bytes(key).subarray(0, 6)).slice(0, digestLength)

/**
 * What a file has met of lines that such reports told of: the digests of their keys, one behind the other.
 * @param before those of earlier steps
 * @throws BrokenFile `too_many` beyond so many: what it leaves out could not be told from what it tells of again
 */
export function metOfReports(statement: LineNaming, met: readonly KnownLine[], before: string): string {
  const formats = reportsOtherwise(statement)
  const all = before + met.map(({ key, format }) => (isOneOf(formats, format) ? shortOf(key) : '')).join('')
  if (all.length > mostMet * digestLength) throw new BrokenFile('too_many', 0, `${mostMet} lines of intraday reports`)
  return all
}

/**
 * What a file has met of such lines so far.
 * @param ofReports what an earlier release remembered of a file that was being read: 16 hex digits a key, of the same digest
 */
export function metBefore({ reportsMet, ofReports = '' }: Pick<ImportProgress, 'reportsMet' | 'ofReports'>): string {
  if (reportsMet !== undefined) return reportsMet
  const bytesOf = (digits: string) =>
    Uint8Array.from(digits.match(/../g) ?? [], (digit) => Number.parseInt(digit, 16)).subarray(0, 6)
  return (ofReports.match(/.{16}/g) ?? []).map((digits) => toBase64(bytesOf(digits)).slice(0, digestLength)).join('')
}

function keysIn(met: string): ReadonlySet<string> {
  return new Set(
    Array.from({ length: met.length / digestLength }, (_, n) => met.slice(n * digestLength, (n + 1) * digestLength)),
  )
}

interface Days {
  from: string
  to: string
}

/**
 * What reports have told of a statement's days and it does not tell of again, by the names that they have for it.
 * @param met the lines of intraday reports of another kind that the file tells of again (`metOfReports`)
 * @returns `left`: lines of reports that count with the statement's, as it has the last word on its days; or the first
 * `day` that counts twice if this file counts: a file of another kind tells of it, and one of the two has a line that
 * cannot be found in the other
 */
export async function overlapsOtherFormat(
  { db }: Pick<Ports, 'db'>,
  statement: Pick<Statement, 'id' | 'accountId' | 'format' | 'mapping'>,
  { from, to }: Days,
  met: string,
): Promise<{ left: string[] } | { day: string }> {
  const { id, accountId, format } = statement
  const own = namingOf(statement)
  const all = await db.read(publishedOf(accountId, from, to))
  const days: (string | null)[] = []
  if (!coversDays(format)) {
    // Of one number that both have it is known that they number alike.
    const others = coveringNoDay.filter((one) => namingOf({ format: one, mapping: null }) !== own)
    if (met === '') days.push((await first(db, sameMoney(statement, { from, to }, others)))?.day ?? null)
    if (isOneOf(reportFormats, format)) days.push((await first(db, firstUnbooked(id)))?.day ?? null)
    return firstOf(days) ?? { left: [] }
  }
  const isOther = (one: LineNaming) => (one.format === format ? namingOf(one) !== own : true)
  const others = all.filter((one) => isOneOf(dayFormats, one.format) && isOther(one))
  for (const some of chunked(merged(others), 40)) days.push((await first(db, firstUnknown(id, some)))?.day ?? null)
  const reports = reportsOtherwise(statement).filter((one) => all.some((other) => other.format === one))
  const known = keysIn(met)
  const lines = reports.length === 0 ? [] : await db.read(reported(statement, reports, { from, to }))
  const left = lines.filter(({ key }) => !known.has(shortOf(key)))
  const money = left.length === 0 ? [] : await db.read(moneyOf(id))
  if (known.size > 0) {
    // They number alike: what has its own number there may wait for another statement of the day.
    const amounts = new Set(money.map(amountOf))
    const same = left.filter((line) => amounts.has(amountOf(line))).map(({ key }) => key)
    return firstOf(days) ?? { left: same.slice(0, countForwarded(same)) }
  }
  const keys = left.map(({ key }) => key)
  const most = countForwarded(keys)
  const directions = new Set(money.map(directionOf))
  days.push(...left.filter((line, n) => !directions.has(directionOf(line)) || n >= most).map(({ day }) => day))
  return firstOf(days) ?? { left: keys }
}

function firstOf(days: readonly (string | null)[]): { day: string } | null {
  const [day] = days.filter((one) => one !== null).toSorted()
  return day === undefined ? null : { day }
}

function isOneOf(formats: readonly StatementFormat[], format: StatementFormat): boolean {
  return formats.includes(format)
}

/** Periods as few as they come to. */
function merged(periods: readonly Days[]): Days[] {
  const found: Days[] = []
  for (const { from, to } of periods.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = found.at(-1)
    if (last === undefined || from > dayAfter(last.to)) found.push({ from, to })
    else if (to > last.to) last.to = to
  }
  return found
}

const publishedOf = (accountId: string, from: string, to: string): Query<LineNaming & Days> => ({
  sql: `select s.format as "format", s.mapping as "mapping", s.period_from as "from", s.period_to as "to" from statements s
where s.account_id = ? and s.state = 'published' and s.format in (${listedInSql([...dayFormats, ...reportFormats])})
  and s.period_from <= ? and s.period_to >= ?`,
  values: [accountId, to, from],
})

const firstUnknown = (id: string, periods: readonly Days[]): Query<{ day: string | null }> => ({
  sql: `select min(l.day) as "day" from statement_lines l where l.statement_id = ?
and (${periods.map(() => '(l.day >= ? and l.day <= ?)').join(' or ')}) and not ${isBookingThere}`,
  values: [id, ...periods.flatMap(({ from, to }) => [from, to])],
})

interface Money {
  day: string
  direction: string
  minor: number
}

const amountOf = ({ day, direction, minor }: Money) => `${day} ${direction} ${minor}`
const directionOf = ({ day, direction }: Money) => `${day} ${direction}`

const moneyOf = (id: string): Query<Money> => ({
  sql: `select distinct day as "day", direction as "direction", amount_minor as "minor" from statement_lines
where statement_id = ?`,
  values: [id],
})

/**
 * What reports have told of days, unless a statement tells of the booking by its name. The reports are gone through first: other
 * files may have far more lines of these days.
 */
const reported = (
  { accountId }: Pick<Statement, 'accountId'>,
  formats: readonly StatementFormat[],
  { from, to }: Days,
): Query<Money & { key: string }> => ({
  sql: `select l.line_key as "key", l.day as "day", l.direction as "direction", l.amount_minor as "minor"
from statements s cross join statement_lines l
where s.account_id = ? and s.state = 'published' and s.format in (${listedInSql(formats)})
  and l.statement_id = s.id and l.account_id = s.account_id and l.day >= ? and l.day <= ? and l.carried_by is null
  and not ${isBookingThere}`,
  values: [accountId, from, to],
})

const isCovered = `exists (select 1 from statements c where c.account_id = l.account_id and c.state = 'published'
  and c.format in (${listedInSql(dayFormats)}) and c.period_from <= l.day and c.period_to >= l.day)`

/** The first day that a statement covers without any line of the direction of a report's. */
const firstUnbooked = (id: string): Query<{ day: string | null }> => ({
  sql: `select min(l.day) as "day" from
  (select distinct account_id, day, direction from statement_lines where statement_id = ?) l
where ${isCovered} and not ${isDirectionThere('l.account_id')}`,
  values: [id],
})

const bookings = 'day, direction, booking, sum(amount_minor) as minor'

/**
 * The first day without a statement of which both a report or notification and one that names movements otherwise tell of
 * the same money, without any name in common: it may be one movement, or two.
 */
const sameMoney = (
  { id, accountId }: Pick<Statement, 'id' | 'accountId'>,
  { from, to }: Days,
  formats: readonly StatementFormat[],
): Query<{ day: string | null }> => ({
  sql: `select min(mine.day) as "day" from
  (select ${bookings} from statement_lines l where statement_id = ? and not ${isCovered} group by day, direction, booking) mine
join (select ${bookings} from statement_lines where account_id = ? and day >= ? and day <= ? and statement_id in
    (select id from statements where account_id = ? and state = 'published' and format in (${listedInSql(formats)}))
    group by day, direction, booking, statement_id) theirs
  on theirs.day = mine.day and theirs.direction = mine.direction and theirs.minor = mine.minor
where not exists (select 1 from statement_lines m join statement_lines k on k.account_id = m.account_id and k.day = m.day
    and k.booking = m.booking
    join statements ks on ks.id = k.statement_id and ks.state = 'published' and ks.format in (${listedInSql(formats)})
  where m.statement_id = ?)`,
  values: [id, accountId, from, to, accountId, id],
})
