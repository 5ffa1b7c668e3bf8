/**
 * What an account at a provider did in a period: our books beside the provider's statements, and all that they disagree
 * about. Pure: rows in, a report out, so that its sums can be shown to be right. All amounts are minor units.
 */

import { coversDays, type Direction, type StatementFormat } from '../formats/statement.ts'
import type { TimingDifference } from './balance/timing.ts'
import type { CountAndAmount, Moves, NamedTotals, StatementPart } from './parts.ts'
import { sumOfTallies } from './parts.ts'
import { daysOfPeriod, type ReportPeriod } from './period.ts'

export interface LineRow extends CountAndAmount {
  kind: string
  direction: Direction
}

export interface ExceptionRow extends CountAndAmount {
  class: string
  /** The business day that it is of. */
  day: string
  /** Instants (ISO 8601, UTC, to the hour at least) between which it was open; null: it still is. */
  closedAt: string | null
  openedAt: string
}

/** Paid by our books, and no line of a statement says so. */
export interface PaidWithoutLine {
  reference: string
  providerId: string | null
  day: string
  amountMinor: number
}

/** A line that belongs to no attempt of ours. */
export interface LineWithoutAttempt {
  lineKey: string
  statement: string
  row: number
  reference: string | null
  providerId: string | null
  day: string
  kind: string
  rawType: string
  direction: Direction
  amountMinor: number
  outcome: string
}

export interface MatchByHand {
  lineKey: string
  reference: string
  day: string
  amountMinor: number
  /** Staff ids. */
  maker: string
  checker: string
  reason: string
}

export interface AccountRows {
  account: { id: string; provider: string; currency: string; zone: string }
  period: ReportPeriod
  /** When the period is over (ISO 8601, UTC). */
  ends: string
  rules: string
  before: Moves
  during: Moves
  statements: StatementPart[]
  /** What the provider says the account held; null where no statement of balances that chain says so. */
  providerOpeningMinor: number | null
  providerClosingMinor: number | null
  lines: LineRow[]
  exceptions: ExceptionRow[]
  /** Its last day, or today's where that has not come: of days that have not come, no statement is missing. */
  through: string
  /** Working days from a day to that one; null where the calendar does not reach. */
  ageOf: (day: string) => number | null
  /** What explains that both balances differ at the period's end; none are looked for where they are the same. */
  timing: NamedTotals<TimingDifference>
  /** Of the float, what has paid holders by attempts that the books call failed: it is among `other`. */
  paidOutsideMinor: number
  paidWithoutLine: NamedTotals<PaidWithoutLine>
  linesWithoutAttempt: NamedTotals<LineWithoutAttempt>
  byHand: NamedTotals<MatchByHand>
}

export interface ExceptionClassTotals {
  class: string
  /** Of this period, whatever became of them. */
  opened: CountAndAmount
  /** Not closed: of this period as of now, of earlier ones as of the period's end. */
  open: CountAndAmount
  /** Working days from the oldest open one's day to the period's end, or to today where that has not come. */
  oldestWorkingDays: number | null
}

export type AccountReport = {
  format: 1
  kind: 'day' | 'month'
  subject: string
  account: { id: string; provider: string; currency: string }
  zone: string
  from: string
  to: string
  rules: string
  statements: StatementPart[]
  notCovered: string[]
  ledger: Moves & { openingMinor: number; closingMinor: number }
  provider: { openingMinor: number | null; closingMinor: number | null }
  lines: LineRow[]
  exceptions: ExceptionClassTotals[]
  /** What stands between the two closing balances. */
  timing: NamedTotals<TimingDifference>
  /** What has paid holders by attempts that the books call failed; among `other`. */
  paidOutsideMinor: number
  paidWithoutLine: NamedTotals<PaidWithoutLine>
  linesWithoutAttempt: NamedTotals<LineWithoutAttempt>
  byHand: NamedTotals<MatchByHand>
  note: string | null
}

/** float = funded - paid - fees + returned + other. */
export function floatOf({ funded, paid, fees, returned, other }: Moves): number {
  return funded - paid - fees + returned + other
}

/** By how much the provider's closing balance is another than ours, but for timing differences; 0 where it says none. */
export function unexplainedOf({ ledger, provider, timing }: AccountReport): number {
  return provider.closingMinor === null ? 0 : provider.closingMinor - ledger.closingMinor - timing.amountMinor
}

/** The report of a day or a month. */
export function accountReport(rows: AccountRows): AccountReport {
  const { account, period, during } = rows
  const openingMinor = floatOf(rows.before)
  const covering = rows.statements.filter(({ format }) => coversDays(format as StatementFormat))
  return {
    format: 1,
    kind: period.from === period.name ? 'day' : 'month',
    subject: `${account.id} ${period.name}`,
    account: { id: account.id, provider: account.provider, currency: account.currency },
    zone: account.zone,
    from: period.from,
    to: period.to,
    rules: rows.rules,
    statements: rows.statements,
    notCovered: daysOfPeriod({ from: period.from, to: rows.through }).filter(
      (day) => !covering.some(({ from, to }) => from <= day && day <= to),
    ),
    ledger: { openingMinor, ...during, closingMinor: openingMinor + floatOf(during) },
    provider: { openingMinor: rows.providerOpeningMinor, closingMinor: rows.providerClosingMinor },
    lines: [...rows.lines].sort((a, b) => (`${a.kind} ${a.direction}` < `${b.kind} ${b.direction}` ? -1 : 1)),
    exceptions: classesOf(rows),
    timing: rows.timing,
    paidOutsideMinor: rows.paidOutsideMinor,
    paidWithoutLine: rows.paidWithoutLine,
    linesWithoutAttempt: rows.linesWithoutAttempt,
    byHand: rows.byHand,
    note: null,
  }
}

function classesOf({ exceptions, period, ends, ageOf }: AccountRows): ExceptionClassTotals[] {
  const names = [...new Set(exceptions.map((one) => one.class))].sort()
  return names.flatMap((name) => {
    const all = exceptions.filter((one) => one.class === name && one.day <= period.to)
    const own = all.filter(({ day }) => day >= period.from)
    const carried = all.filter(
      ({ day, openedAt, closedAt }) => day < period.from && openedAt < ends && (closedAt === null || closedAt >= ends),
    )
    const open = [...own.filter(({ closedAt }) => closedAt === null), ...carried]
    if (own.length + open.length === 0) return []
    const [oldest] = open.map(({ day }) => day).sort()
    return [
      {
        class: name,
        opened: sumOfTallies(own),
        open: sumOfTallies(open),
        oldestWorkingDays: oldest === undefined ? null : ageOf(oldest),
      },
    ]
  })
}
