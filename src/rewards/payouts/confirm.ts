/** A payout that its holder has to confirm: the bill is made when they press the button, and lives for a day. */

import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { calendarId } from '../calendar/calendar.ts'
import { readCalendar } from '../calendar/store.ts'
import { decryptBesidePayees } from '../payees/encrypt.ts'
import { configuredPayer, pursue } from './call.ts'
import { attemptOf } from './evidence.ts'
import { startAttempt } from './start.ts'
import type { AttemptRow } from './store.ts'
import * as store from './store.ts'

export type ConfirmRefusal =
  | { refused: 'closed' | 'would_settle_in_closure' | 'not_published'; opensOn: string | null }
  /** Not approved; not done yet and to be tried later; no word from the provider; paid or under way. */
  | { refused: 'not_ready' | 'delayed' | 'unknown' | 'done' }

/**
 * Makes the bill for a voucher whose payout is approved, or finds the one that is open.
 * @returns what the holder's phone needs for the confirmation, and until when it is good
 */
export async function confirmPayout(
  ports: Ports,
  voucherId: string,
): Promise<{ confirm: { appId: string; mchId: string; package: string }; expiresAt: string } | ConfirmRefusal> {
  const { db } = ports
  const payout = await first(db, store.foundByVoucher(voucherId))
  const payer = payout && configuredPayer(ports, payout.provider)
  if (payout === undefined || payer?.mode !== 'confirm' || payer.login === undefined) return { refused: 'not_ready' }
  if (payout.payoutState === 'paid') return { refused: 'done' }
  if (payout.payoutState === 'queued') {
    const calendar = await readCalendar(db, calendarId)
    const started = await startAttempt(ports, payout, payer, calendar, 'holder')
    if ('refused' in started) {
      if ('opensOn' in started) return started
      if (started.refused === 'stopped') return { refused: 'delayed' }
      // Another tab of theirs may have stored it in the same moment.
      if (started.refused !== 'moved_on') return { refused: 'not_ready' }
    }
  }
  const open = attemptOf(await first(db, store.foundByVoucher(voucherId)))
  const isWanting = open !== undefined && open.confirm === null && open.payoutState === 'open'
  if (isWanting && !(await isCalledEnough(ports, open))) await pursue(ports, open.payoutId, payer)
  return answer(ports, attemptOf(await first(db, store.foundByVoucher(voucherId))), payer.login)
}

/** So often a minute the provider is called for one holder, however often they press. */
const callsAMinute = 5

async function isCalledEnough({ db, clock }: Ports, { attemptId }: AttemptRow): Promise<boolean> {
  const early = (await db.read(store.callsOf({ attemptId }))).at(-callsAMinute)
  return early !== undefined && Date.parse(clock.now()) - Date.parse(early.at) < 60_000
}

async function answer(ports: Ports, found: AttemptRow | undefined, login: { appId: string; mchId: string }) {
  if (found === undefined) return { refused: 'not_ready' as const }
  if (found.payoutState === 'paid') return { refused: 'done' as const }
  const isOver = found.confirmUntil !== null && found.confirmUntil <= ports.clock.now()
  if (found.attemptState === 'awaiting_user' && found.confirm !== null && found.confirmUntil !== null && !isOver) {
    const { appId, mchId } = login
    const bill = await decryptBesidePayees(ports, found.confirm, found.attemptId)
    if (bill !== null) return { confirm: { appId, mchId, package: bill }, expiresAt: found.confirmUntil }
  }
  return { refused: found.attemptState === 'stored' ? ('delayed' as const) : ('unknown' as const) }
}
