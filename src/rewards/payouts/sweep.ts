/** The outbox's other half: what waits is sent, what is open is asked for, and what a closure would catch is stopped. */

import { transition } from '../../platform/db/state-machine.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { releaseWrites } from '../batches/approve.ts'
import { calendarId, closesWithin, dayOf } from '../calendar/calendar.ts'
import { readCalendar } from '../calendar/store.ts'
import { payoutMachine } from '../machines.ts'
import { uncountPayout } from '../payees/year-store.ts'
import { releaseAside, setHeldAside } from './aside/sweep.ts'
import { cancel, pursue } from './call.ts'
import { attemptOf, backToHolder } from './evidence.ts'
import { startAttempt } from './start.ts'
import * as store from './store.ts'

/** So many a run of each kind: a Worker may ask its database only so often, and the next run is a minute away. */
const fewAtOnce = 20
/** Bills that a holder could still confirm are stopped this long before a closure. */
const hoursBeforeClosure = 1

/**
 * One run. Two at once are harmless: every step that they both take, one of them takes. One payout that fails keeps no
 * other from its turn.
 * @throws the first failure, once everything has had its turn
 */
export async function sweepPayouts(ports: Ports): Promise<void> {
  const failures: unknown[] = []
  const turn: Turn = async (work) => {
    // A provider may take its time for each.
    if (ports.isStopping?.()) return undefined
    try {
      return await work()
    } catch (error) {
      failures.push(error)
      return undefined
    }
  }
  for (const part of [
    releaseAside,
    releaseStranded,
    setHeldAside,
    stopBeforeClosure,
    startQueued,
    pursueDue,
    releaseUncollected,
  ])
    await turn(() => part(ports, turn))
  if (failures.length > 0) throw failures[0]
}

/** Does a piece of work; undefined when it failed, which is kept for the end, or when the process is about to end. */
type Turn = <Result>(work: () => Promise<Result>) => Promise<Result | undefined>

/** Why a payout stays queued, where that is somebody's to mend. */
const reasons: Readonly<Record<string, string>> = {
  changed: 'payout_differs_from_approved',
  not_carried: 'payout_not_carried_by_provider',
}

async function startQueued(ports: Ports, turn: Turn): Promise<void> {
  const calendar = await readCalendar(ports.db, calendarId)
  for (const payer of ports.payers) {
    if (payer.mode !== 'push') continue
    for (const payout of await ports.db.read(store.queuedPayouts(payer.provider, fewAtOnce))) {
      const started = await turn(() => startAttempt(ports, payout, payer, calendar, 'sweep'))
      if (started === undefined || 'attemptId' in started) continue
      if ('opensOn' in started) break
      const event = reasons[started.refused]
      if (event !== undefined) ports.log({ at: ports.clock.now(), event, payout: payout.payoutId })
    }
  }
}

/** A provider that is not configured any more keeps its open attempts until it is again, and holds up no other's. */
async function pursueDue(ports: Ports, turn: Turn): Promise<void> {
  for (const payer of ports.payers) {
    for (const payout of await ports.db.read(store.duePayouts(payer.provider, ports.clock.now(), fewAtOnce))) {
      await turn(() => pursue(ports, payout.payoutId, payer))
    }
  }
}

async function stopBeforeClosure(ports: Ports, turn: Turn): Promise<void> {
  const payers = ports.payers.filter(({ mode }) => mode === 'confirm')
  if (payers.length === 0) return
  const calendar = await readCalendar(ports.db, calendarId)
  if (!closesWithin(calendar, ports.clock.now(), hoursBeforeClosure)) return
  for (const payer of payers) {
    for (const payout of await ports.db.read(store.confirmablePayouts(payer.provider, fewAtOnce))) {
      const found = attemptOf(payout)
      if (found !== undefined) await turn(() => cancel(ports, found, payer))
    }
  }
}

/** How long an approved payout waits for a holder who has to come and confirm it. */
const uncollectedMs = 30 * 24 * 3_600_000

/**
 * A payout that nobody came for goes back to its holder, who may have chosen a way that they cannot use. Not on a day on
 * which nobody could have come.
 */
async function releaseUncollected(ports: Ports, turn: Turn): Promise<void> {
  const { db, clock, ids } = ports
  const at = clock.now()
  const calendar = await readCalendar(db, calendarId)
  const today = calendar.day(dayOf(calendar.zone, at))
  if (today === undefined || today.kind === 'closed') return
  const before = new Date(Date.parse(at) - uncollectedMs).toISOString()
  for (const payer of ports.payers.filter(({ mode }) => mode === 'confirm')) {
    for (const payout of await db.read(store.uncollectedPayouts(payer.provider, before, fewAtOnce))) {
      const { payoutId, payoutN, payoutState } = payout
      const step = { actor: 'sweep', reason: 'not_confirmed_in_time' as const, at }
      await turn(() =>
        db.together(
          ...transition(payoutMachine, { id: payoutId, n: payoutN, state: payoutState }, { ...step, state: 'failed' }),
          ...backToHolder(payout, step),
          ...uncountPayout(payout),
          addAudit({ id: ids.next('audit'), actor: 'sweep', action: 'payout.uncollected', subject: payoutId, at }),
        ),
      )
    }
  }
}

/** A payout that came back to its queue while its batch was cancelled is let go as the others were. */
async function releaseStranded(ports: Ports, turn: Turn): Promise<void> {
  const at = ports.clock.now()
  for (const payout of await ports.db.read(store.strandedPayouts(fewAtOnce))) {
    await turn(() => ports.db.together(...releaseWrites(payout, 'sweep', at)))
  }
}
