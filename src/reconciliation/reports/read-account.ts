/** Reads what an account's report is made of, and makes it. */

import { type Database, first } from '../../platform/db/together.ts'
import { booksZone, dayBefore, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { workingDaysBetween } from '../../rewards/calendar/calendar.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { type AccountReport, accountReport, floatOf } from './account-report.ts'
import * as store from './account-store.ts'
import { type TimingDifference, type TimingRow, timingDifferences } from './balance/timing.ts'
import { mostListed } from './parts.ts'
import { instantsOf, type ReportPeriod } from './period.ts'
import { ruleSet } from './rules-text.ts'

const none = { count: 0, amountMinor: 0, listed: [] }
const noMoves = { funded: 0, paid: 0, fees: 0, returned: 0, other: 0 }
const calendarId = 'cn'

/** The report of an account for a day or a month; undefined when there is no such account. */
export async function readAccountReport(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  accountId: string,
  period: ReportPeriod,
): Promise<AccountReport | undefined> {
  const account = await first(db, store.reportedAccount(accountId))
  if (account === undefined) return undefined
  const { from, to } = period
  const stretch = instantsOf(period)
  // Of days that have not come nothing is missing, and nothing is old on them.
  const [through = to] = [to, dayOf(booksZone, clock.now())].sort()
  const [calendar, before, during, statements, lines, exceptions] = await Promise.all([
    loadCalendar(db, calendarId, clock.now()),
    first(db, store.movesOf(accountId, '', dayBefore(from))),
    first(db, store.movesOf(accountId, from, to)),
    db.read(store.statementsCovering(accountId, from, to)),
    db.read(store.linesByKind(accountId, from, to)),
    db.read(store.exceptionsOf(account, stretch.begins, from)),
  ])
  const opening = statements.find((one) => one.from === from && one.openingMinor !== null)
  const closing = statements.findLast((one) => one.to === to && one.closingMinor !== null)
  const outside = await first(db, store.amountPaidOutside(accountId, from, to))
  const ledgerClosingMinor = floatOf(before ?? noMoves) + floatOf(during ?? noMoves)
  const providerClosingMinor = closing?.closingMinor ?? (await balanceAfter(db, accountId, to))
  const isSame = providerClosingMinor === null || providerClosingMinor === ledgerClosingMinor
  const timing = isSame ? none : await named(db, timingDifferences(accountId, to, stretch.ends))
  const paid = await named(db, store.paidWithoutLine(account, stretch, mostListed))
  return accountReport({
    account: { ...account, zone: booksZone },
    period,
    ends: stretch.ends,
    rules: ruleSet,
    before: before ?? noMoves,
    during: during ?? noMoves,
    statements: statements.map(({ openingMinor: _opening, closingMinor: _closing, ...part }) => part),
    providerOpeningMinor: opening?.openingMinor ?? (await balanceAfter(db, accountId, dayBefore(from))),
    providerClosingMinor,
    timing: { ...timing, listed: timing.listed.map(ofDays) },
    lines,
    exceptions: exceptions.map(({ day, openedAt, ...one }) => ({
      ...one,
      openedAt,
      day: day ?? dayOf(booksZone, openedAt),
      count: 1,
    })),
    through,
    ageOf: (day) => workingDaysBetween(calendar, day, through),
    paidOutsideMinor: outside?.amountMinor ?? 0,
    paidWithoutLine: {
      ...paid,
      listed: paid.listed.map(({ at, ...one }) => ({ ...one, day: dayOf(booksZone, at) })),
    },
    linesWithoutAttempt: await named(db, store.linesWithoutAttempt(accountId, from, to, mostListed)),
    byHand: await named(db, store.matchesByHand(accountId, from, to, mostListed)),
  })
}

/** Rows have a day, or the instant whose day it is. */
function ofDays({ since, until, ...one }: TimingRow): TimingDifference {
  const day = (when: string) => (when.length > 10 ? dayOf(booksZone, when) : when)
  return { ...one, day: day(since), laterDay: day(until) }
}

interface TwoQueries<One> {
  sum: ReturnType<typeof store.paidWithoutLine>['sum']
  listed: { sql: string; values: readonly (string | number | null)[]; row?: One }
}

async function named<One>(db: Database, { sum, listed }: TwoQueries<One>) {
  const tally = (await first(db, sum)) ?? { count: 0, amountMinor: 0 }
  return { ...tally, listed: tally.count === 0 ? [] : await db.read<One>(listed) }
}

async function balanceAfter(db: Database, accountId: string, day: string): Promise<number | null> {
  return (await first(db, store.balanceAfter(accountId, day)))?.balanceMinor ?? null
}
