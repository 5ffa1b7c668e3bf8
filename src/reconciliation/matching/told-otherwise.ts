/** Whether a file tells of days that a file of another kind has told of, by names that a line cannot be known again by. */
import { sha256 } from '../../platform/crypto/sha256.ts'
import { chunked } from '../../platform/db/chunked.ts'
import { first, type Query } from '../../platform/db/together.ts'
import { dayAfter } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { type CsvMapping, csvMapping } from '../formats/csv/mapping.ts'
import { dayFormats, type Format, isBankFormat, listedInSql, reportFormats } from '../formats/statement.ts'
import type { Statement } from '../statements/statement.ts'
import type { KnownLine } from './lines-store.ts'

type Kept = Pick<Statement, 'format' | 'mapping'>

/**
 * By what a file's lines are known again: two files with one name of this kind have one name for one movement. Tables
 * that are read by other columns call the same movement something else, as two formats may.
 */
function namingOf({ format, mapping }: Kept): string {
  if (format !== 'csv' || mapping === null)
    return isBankFormat(format) ? 'camt' : format.startsWith('mt') ? 'mt' : format
  const { key, day, zone, decimal, amount, ...says }: CsvMapping = csvMapping.parse(JSON.parse(mapping))
  const { providerId, reference, balance } = says
  const named = key === null ? { zone, providerId, reference, balance: balance?.column ?? null } : { key }
  return JSON.stringify([named, day, decimal, amount])
}

/** The formats of intraday reports that name a movement otherwise than this statement. */
function reportsOtherwise(statement: Kept): readonly Format[] {
  return isOneOf(reportFormats, statement.format)
    ? []
    : reportFormats.filter((format) => namingOf({ format, mapping: null }) !== namingOf(statement))
}

/** Hex digits that are kept of a key, 64 bits. */
const kept = 16

const shortOf = (key: string) => sha256(key).slice(0, kept)

/** What a step has met of lines that such reports told of: the digests of their keys, one behind the other. */
export function metOfReports(statement: Kept, met: readonly KnownLine[]): string {
  const formats = reportsOtherwise(statement)
  return met.map(({ key, format }) => (isOneOf(formats, format) ? shortOf(key) : '')).join('')
}

function keysIn(met: string): ReadonlySet<string> {
  return new Set(Array.from({ length: met.length / kept }, (_, n) => met.slice(n * kept, (n + 1) * kept)))
}

interface Days {
  from: string
  to: string
}

/**
 * The first day that counts twice if this file counts: a file of another kind tells of it, and one of the two has a line
 * that cannot be found in the other.
 * @param met the lines of intraday reports of another kind that the file tells of again (`metOfReports`)
 * @returns null where there is none
 */
export async function dayToldOtherwise(
  { db }: Pick<Ports, 'db'>,
  statement: Pick<Statement, 'id' | 'accountId' | 'format' | 'mapping'>,
  { from, to }: Days,
  met: string,
): Promise<string | null> {
  const { id, accountId, format } = statement
  const isReport = isOneOf(reportFormats, format)
  if (!isReport && !isOneOf(dayFormats, format)) return null
  const own = namingOf(statement)
  const all = await db.read(publishedOf(accountId, from, to))
  const isOther = (one: Kept) => (isReport || one.format === format ? namingOf(one) !== own : true)
  // Two kinds of report tell of parts of a day, and neither says that the other is wrong.
  const others = all.filter((one) => isOneOf(dayFormats, one.format) && isOther(one))
  const unknown: string[] = []
  for (const some of chunked(merged(others), 40)) {
    const { day = null } = (await first(db, firstUnknown(id, some))) ?? {}
    if (day !== null) unknown.push(day)
  }
  const reports = reportsOtherwise(statement).filter((format) => all.some((one) => one.format === format))
  const [known, lines] = [
    keysIn(met),
    reports.length === 0 ? [] : await db.read(reported(accountId, reports, { from, to })),
  ]
  unknown.push(...lines.filter(({ key }) => !known.has(shortOf(key))).map(({ day }) => day))
  return unknown.toSorted()[0] ?? null
}

function isOneOf(formats: readonly Format[], format: Format): boolean {
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

const publishedOf = (accountId: string, from: string, to: string): Query<Kept & Days> => ({
  sql: `select s.format as "format", s.mapping as "mapping", s.period_from as "from", s.period_to as "to" from statements s
where s.account_id = ? and s.state = 'published' and s.format in (${listedInSql([...dayFormats, ...reportFormats])})
  and s.period_from <= ? and s.period_to >= ?`,
  values: [accountId, to, from],
})

/**
 * A line that tells of a booking that a statement has, as its sum or its parts, counts once with it. A notification says
 * nothing of what the statement calls it.
 */
const isBookingThere = `exists (select 1 from statement_lines k
  join statements ks on ks.id = k.statement_id and ks.format in (${listedInSql(dayFormats)})
  where k.account_id = l.account_id and k.booking = l.booking and k.day = l.day and k.statement_id <> l.statement_id)`

const firstUnknown = (id: string, periods: readonly Days[]): Query<{ day: string | null }> => ({
  sql: `select min(l.day) as "day" from statement_lines l where l.statement_id = ?
and (${periods.map(() => '(l.day >= ? and l.day <= ?)').join(' or ')}) and not ${isBookingThere}`,
  values: [id, ...periods.flatMap(({ from, to }) => [from, to])],
})

/** What reports alone have told of days: of a booking that this file or one before tells of in its own way, it is known whose it is. */
const reported = (
  accountId: string,
  formats: readonly Format[],
  { from, to }: Days,
): Query<{ day: string; key: string }> => ({
  sql: `select l.day as "day", l.line_key as "key" from statement_lines l
join statements s on s.id = l.statement_id and s.state = 'published' and s.format in (${listedInSql(formats)})
where l.account_id = ? and l.day >= ? and l.day <= ? and not exists (select 1 from statement_lines k
  join statements ks on ks.id = k.statement_id and ks.format not in (${listedInSql(reportFormats)})
  where k.account_id = l.account_id and k.booking = l.booking and k.day = l.day)`,
  values: [accountId, from, to],
})
