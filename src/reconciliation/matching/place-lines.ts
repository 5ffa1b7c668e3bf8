/** Placing lines that tell of bookings: what is known of each of them, and where it stands from now on. */
import { chunked } from '../../platform/db/chunked.ts'
import { first, type Query } from '../../platform/db/together.ts'
import { turns } from '../../platform/offload/by-turns.ts'
import { othersFirst } from '../../platform/offload/job.ts'
import type { Ports } from '../../ports.ts'
import {
  coveringNoDay,
  coversDays,
  isNotification,
  listedInSql,
  reportFormats,
  type StatementFormat,
} from '../formats/statement.ts'
import type { Statement } from '../statements/statement.ts'
import * as store from '../statements/store.ts'
import { type BookingReport, type BookingRole, placeReports } from './bookings.ts'
import { findAttempts } from './find.ts'
import { type BookingLine, bookingLines, keysAtOnce, linesOfBookings, type MatchableLine } from './lines-store.ts'
import { linesBesideLeft, withLinked } from './linked-lines.ts'
import type { SeenLine } from './match-store.ts'
import type { Linkable } from './placing/linkable.ts'
import { linkReports } from './placing/links.ts'
import { fitsBatch } from './verdicts/batch-verdict.ts'
import type { FoundBatch } from './verdicts/found.ts'

export interface LinePlaces {
  /** Where lines stand that are being matched. */
  placeOf: (line: MatchableLine) => BookingRole
  /** Lines that were matched before and say nothing any more: another one says it. */
  silenced: BookingLine[]
  /** Debits of a batch that were taken to pay what a line of one payout now pays, since one that stood beside them is silenced: they are looked at again. */
  rivals: Rival[]
  /** Sums of which other lines said what they were for, until those turned out to be of other bookings: nobody knows them now. */
  orphaned: BookingLine[]
  /** Lines that were counted before and are not any more, with the line that their money is counted with. */
  moved: { line: BookingLine; carriedBy: string }[]
  /** Lines that are counted with another one than before. */
  recarried: { line: BookingLine; carriedBy: string }[]
  /** What these lines name, as if those that are silenced had never said anything. */
  finder: Awaited<ReturnType<typeof findAttempts>>
  /** Attempts that lines of the same bookings name. */
  named: ReadonlySet<string>
}

interface Rival {
  line: BookingLine
  /** Its batch's id, and whose it is. */
  batch: string
  studyId: string | null
}

const alone: BookingRole = { carriedBy: null, speaks: true }

/** What is placed; each may be left out. */
interface Placing {
  /** Lines that are being matched. */
  lines?: readonly MatchableLine[]
  /** Names of bookings besides theirs. */
  bookings?: readonly string[]
  /**
   * Keys of lines of reports and notifications that nothing else of their day is known to be, and of those that a
   * statement does not have any more.
   */
  left?: readonly string[]
  /** The id of that statement. */
  by?: string
}

/** Reads all lines that tell of the same bookings as these, and places them. */
export async function placeLines(
  ports: Pick<Ports, 'db'>,
  statement: Pick<Statement, 'provider' | 'accountId' | 'currency'>,
  { lines = [], bookings = [], left = [], by = '' }: Placing,
): Promise<LinePlaces> {
  const { accountId } = statement
  const names = [...new Set([...bookings, ...lines.map(({ booking }) => booking).filter((one) => one !== null)])]
  const ofNames = [
    ...(await linesOfBookings(ports.db, accountId, names)),
    ...(await linesBesideLeft(ports.db, accountId, left, by)),
  ]
  let finder = await findAttempts(ports, statement, [...lines, ...ofNames])
  const linkedLines = await withLinked(ports.db, accountId, ofNames, finder)
  if (linkedLines.length > ofNames.length) finder = await findAttempts(ports, statement, [...lines, ...linkedLines])
  const named = new Set<string>()
  const leftKeys = new Set(left)
  const inTurn = turns()
  const linkables: Linkable[] = []
  for (const line of linkedLines) {
    await inTurn()
    const isLeft = leftKeys.has(line.line_key)
    const of = finder.batchOf(line)
    const found = of === null ? finder.find(line) : null
    const attempt = found?.attempt.id ?? null
    if (attempt !== null) named.add(attempt)
    linkables.push({
      // A line of a report that counts with another one was left before.
      ...tellingOf(line, of?.ids.join(' ') ?? attempt, of !== null, isLeft || isCarriedReport(line)),
      bankId: line.provider_id,
      isGone: isLeft && coversDays(line.format),
      isUnknown: line.outcome === 'exception' && found?.seen.some(({ key }) => key === line.line_key) !== true,
      payouts: of?.attempts.map((one) => one.attempt.id) ?? [],
      ...(of === null ? {} : { fits: (without) => fitsBatch(line, silent(of, without)) }),
    })
  }
  await othersFirst()
  const tellings = linkReports(linkables, leftKeys)
  await othersFirst()
  const places = placeReports(tellings, await coverage(ports, accountId, tellings))
  for (const [key, place] of countingNowhere(tellings, places, linkables)) places.set(key, place)
  const own = new Set(lines.map(({ line_key }) => line_key))
  const before = linkedLines.filter(({ line_key, outcome }) => outcome !== null && !own.has(line_key))
  const placeOf = ({ line_key }: Pick<MatchableLine, 'line_key'>) => places.get(line_key) ?? alone
  const silenced = before.filter((line) => !placeOf(line).speaks)
  const moved = before.flatMap((line) => {
    const { carriedBy } = placeOf(line)
    return carriedBy !== null && line.carried_by === null ? [{ line, carriedBy }] : []
  })
  const recarried = before.flatMap((line) => {
    const { carriedBy } = placeOf(line)
    const isOther = carriedBy !== null && line.carried_by !== null && carriedBy !== line.carried_by
    return isOther ? [{ line, carriedBy }] : []
  })
  const carriedWith = Map.groupBy(linkedLines, ({ carried_by }) => carried_by)
  const orphaned = before.filter((line) => {
    if (line.outcome !== 'booked' || line.carried_by !== null || !placeOf(line).speaks) return false
    const carried = carriedWith.get(line.line_key) ?? []
    // One that is placed nowhere else stays with it.
    const isLeft = carried.length > 0 && carried.every((one) => ![null, line.line_key].includes(placeOf(one).carriedBy))
    return isLeft && finder.batchOf(line) === null && finder.find(line) === null
  })
  const speaking = [...lines, ...linkedLines].filter((line) => placeOf(line).speaks)
  const rivals = await rivalsOf(ports, accountId, { silenced, speaking, own }, finder)
  const without = new Set([...silenced, ...rivals.map(({ line }) => line)].map(({ line_key }) => line_key))
  return {
    placeOf,
    silenced,
    rivals,
    orphaned,
    recarried,
    moved,
    finder: without.size === 0 ? finder : await findAttempts(ports, statement, lines, without),
    named,
  }
}

/**
 * Where a bank has booked a batch in several debits, which payouts each was is only known by its parts. What the others
 * were taken for, beside one that its parts speak for now, may be among those.
 */
async function rivalsOf(
  { db }: Pick<Ports, 'db'>,
  accountId: string,
  {
    silenced,
    speaking,
    own,
  }: { silenced: readonly BookingLine[]; speaking: readonly MatchableLine[]; own: ReadonlySet<string> },
  finder: LinePlaces['finder'],
): Promise<Rival[]> {
  const batchOf = (line: BookingLine) => (line.direction === 'debit' ? finder.batchOf(line) : null)
  const ids = new Set(silenced.flatMap((line) => batchOf(line)?.ids[0] ?? []))
  if (ids.size === 0) return []
  const settled = new Set([...own, ...silenced.map(({ line_key }) => line_key)])
  const keys = speaking.flatMap((line) => {
    const seen = finder.batchOf(line) === null ? finder.find(line)?.seen : []
    const isRival = ({ isShare, kind, outcome, key }: SeenLine) =>
      isShare === true && kind === 'payment' && outcome === 'matched' && !settled.has(key)
    return (seen ?? []).filter(isRival).map(({ key }) => key)
  })
  const found: BookingLine[] = []
  for (const some of chunked([...new Set(keys)], keysAtOnce)) {
    found.push(...(await db.read(bookingLines(accountId, `l.line_key in (${some.map(() => '?').join(', ')})`, some))))
  }
  return found.flatMap((line): Rival[] => {
    const batch = batchOf(line)
    const [id] = batch?.ids ?? []
    if (id === undefined || !ids.has(id)) return []
    return [{ line, batch: id, studyId: batch?.attempts[0]?.attempt.studyId ?? null }]
  })
}

/**
 * What its own statement does not have any more and nothing else has in its stead counts with itself, which is to say not
 * at all, and so does what else is told of it.
 */
function countingNowhere(
  tellings: readonly BookingReport[],
  places: ReadonlyMap<string, BookingRole>,
  linkables: readonly Linkable[],
): Map<string, BookingRole> {
  const gone = new Set(linkables.filter(({ isGone }) => isGone === true).map(({ key }) => key))
  if (gone.size === 0) return new Map()
  const nowhere = tellings.filter(({ key }) => gone.has(key) && (places.get(key) ?? alone).carriedBy === null)
  const bookingAndDay = ({ booking, day }: BookingReport) => JSON.stringify([booking, day])
  const notices = Map.groupBy(
    tellings.filter(({ isNotice }) => isNotice),
    bookingAndDay,
  )
  return new Map(
    nowhere.flatMap((one) =>
      (notices.get(bookingAndDay(one)) ?? []).map(({ key }): [string, BookingRole] => [
        key,
        { carriedBy: one.key, speaks: false },
      ]),
    ),
  )
}

/** A batch as if these lines had never said anything. */
function silent({ ids, attempts }: FoundBatch, without: ReadonlySet<string>): FoundBatch {
  return { ids, attempts: attempts.map((one) => ({ ...one, seen: one.seen.filter(({ key }) => !without.has(key)) })) }
}

function isCarriedReport({ format, carried_by }: BookingLine): boolean {
  return carried_by !== null && (reportFormats as readonly StatementFormat[]).includes(format)
}

function tellingOf(line: BookingLine, names: string | null, isOfBatch: boolean, isLeft: boolean): BookingReport {
  const isPart = line.is_part === 1
  return {
    key: line.line_key,
    booking: line.booking ?? line.line_key,
    day: line.day,
    isPart,
    isFee: isPart && line.raw_type === 'Chrgs',
    isNotice: isNotification(line.format) || isLeft,
    signedMinor: line.direction === 'debit' ? -line.amount_minor : line.amount_minor,
    names,
    isOfBatch,
    carriedBy: line.carried_by,
  }
}

/** Which days statements cover; asked only where lines of one name tell of several days. */
async function coverage({ db }: Pick<Ports, 'db'>, accountId: string, tellings: readonly BookingReport[]) {
  const days = new Map<string, string>()
  const isSimple = tellings.every(({ booking, day }) => {
    const known = days.get(booking) ?? day
    days.set(booking, known)
    return known === day
  })
  if (isSimple) return () => false
  const periods = await db.read(periodsOf(accountId))
  return (day: string) => periods.some(({ from, to }) => from <= day && day <= to)
}

/** How many steps of matching the account has had. */
export async function matchStepsOf({ db }: Pick<Ports, 'db'>, accountId: string): Promise<number> {
  return (await first(db, store.accountById({ id: accountId })))?.match_steps ?? 0
}

/** The days that statements cover; a notification answers for none, and an intraday report ends before its day does. */
const periodsOf = (accountId: string): Query<{ from: string; to: string }> => ({
  sql: `select period_from as "from", period_to as "to" from statements where account_id = ? and state = 'published'
  and format not in (${listedInSql(coveringNoDay)}) and period_from is not null and period_to is not null`,
  values: [accountId],
})
