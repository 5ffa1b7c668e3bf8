/** What the desk shows to one member of staff: where the money is, and what waits for them. */
import type { Provider } from '../../../schema/tables.ts'
import { first, type Query } from '../../platform/db/together.ts'
import { type ClockNoticed, clockNoticed } from '../../platform/heartbeats/clock-noticed.ts'
import { idFrom } from '../../platform/time/id-time.ts'
import type { Ports } from '../../ports.ts'
import { bankCalendars, type Calendar, calendarId } from '../../rewards/calendar/calendar.ts'
import { calendarGaps, type Gap } from '../../rewards/calendar/gaps.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { may } from '../../staff/permissions/may.ts'
import type { Permission } from '../../staff/permissions/permissions.ts'
import { scopeOf } from '../../staff/permissions/scope.ts'
import { waitingReports } from '../reports/signing/waiting.ts'
import { readCoverage } from '../statements/coverage.ts'
import { overBefore, quarantined } from '../statements/quarantine/tries.ts'
import * as store from './desk-store.ts'

/** A count that goes no further than `mostCounted`; one more stands for more. */
export type Count = number

/** Work that a query counts. */
type Counted = 'ready' | 'handOut' | 'report' | 'held' | 'approve' | 'decide' | 'unsealed' | 'exceptions'

/** A kind of work, with how much of it waits. */
export interface Work {
  what: Counted | 'sign' | 'noStatement' | 'setAside'
  count: Count
}

export interface FinanceDesk {
  balances: store.StudyBalance[]
  fees: { currency: string; fees: number }[]
  byState: Record<keyof ReturnType<typeof store.byState>, Count>
  waiting: { currency: string; count: Count; amountMinor: number }[]
  /** ISO 8601 in UTC; null when nothing is in clearing. */
  clearingSince: string | null
  /** Only what is there. */
  work: Work[]
  gaps: Gap[]
  clock: ClockNoticed | null
  stopped: { provider: Provider; currency: string }[]
}

/** Entries older than this should have their seals. */
const sealedWithinMs = 15 * 60_000

/** What waits at the desk of money for this person, counted in the studies that they may see. */
export async function readDesk({ db, clock }: Pick<Ports, 'db' | 'clock'>, staff: Staff): Promise<FinanceDesk> {
  const now = clock.now()
  const scope = await scopeOf(db, staff, 'money.view')
  const counted = async <What extends string>(queries: Record<What, Query<{ count: number }>>) => {
    const names = Object.keys(queries) as What[]
    const counts = await Promise.all(names.map(async (name) => [name, await first(db, queries[name])] as const))
    return Object.fromEntries(counts.map(([name, row]) => [name, row?.count ?? 0])) as Record<What, Count>
  }
  const [balances, fees, byState, waiting, oldest, stopped, calendar, work, more, noticed] = await Promise.all([
    db.read(store.studyBalances(scope)),
    db.read(store.feesByCurrency(scope)),
    counted(store.byState(scope)),
    db.read(store.batchesWaiting(scope)),
    first(db, store.oldestInClearing(scope)),
    db.read(store.stoppedAccounts({}, scope)),
    loadCalendar(db, calendarId, now),
    counted<Counted>((await workOf(db, staff, now)) as Record<Counted, Query<{ count: number }>>),
    otherWork({ db, clock }, staff),
    clockNoticed(db, now),
  ])
  return {
    ...{ balances, fees, byState, waiting, stopped },
    clock: noticed,
    clearingSince: oldest?.since ?? null,
    gaps: [calendar, ...(await bankCalendarsOf(db, balances, now))].flatMap((one) => calendarGaps(one, now)),
    work: Object.entries({ ...work, ...more })
      .filter(([, count]) => count > 0)
      .map(([what, count]) => ({ what: what as Work['what'], count })),
  }
}

/** The calendars of the banks that clear what offers are paid in. */
function bankCalendarsOf(db: Ports['db'], balances: readonly { currency: string }[], now: string): Promise<Calendar[]> {
  const ids = new Set(balances.flatMap(({ currency }) => bankCalendars[currency] ?? []))
  return Promise.all([...ids].map((id) => loadCalendar(db, id, now)))
}

/** What waits that takes more than counting: a second signature that is theirs to give, accounts without a statement. */
async function otherWork(
  ports: Pick<Ports, 'db' | 'clock'>,
  staff: Staff,
): Promise<Partial<Record<Work['what'], Count>>> {
  const [reports, coverage, waiting] = await Promise.all([
    may(staff, 'reports.sign') ? waitingReports(ports, staff) : [],
    may(staff, 'statements.upload') ? readCoverage(ports, await scopeOf(ports.db, staff, 'statements.upload')) : [],
    may(staff, 'statements.upload')
      ? ports.db.read(
          quarantined(
            { over: overBefore(ports.clock.now()), limit: store.mostCounted + 1 },
            await scopeOf(ports.db, staff, 'statements.upload'),
          ),
        )
      : [],
  ])
  return {
    sign: reports.filter(({ isTheirs }) => isTheirs).length,
    setAside: waiting.length,
    noStatement: coverage.filter(({ missing }) => missing !== null).length,
  }
}

async function workOf(
  db: Ports['db'],
  staff: Staff,
  now: string,
): Promise<Partial<Record<Counted, Query<{ count: number }>>>> {
  const of = (permission: Permission) => scopeOf(db, staff, permission)
  const until = idFrom('audit', Date.parse(now) - sealedWithinMs)
  return {
    ...(may(staff, 'batches.prepare')
      ? store.forPreparer(await of('batches.prepare'), await of('exceptions.work'))
      : {}),
    ...(may(staff, 'batches.approve')
      ? store.forApprover(staff.id, await of('batches.approve'), await of('approvals.decide'))
      : {}),
    ...(may(staff, 'audit.view') ? store.forAuditor(until, await of('audit.view')) : {}),
  }
}
