/** Calling a provider: said beforehand, so that one caller goes through, and repeated under the same reference for ever. */
import { limit, taken } from '../../../schema/constraints.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import { nowAfter } from '../../platform/time/now-after.ts'
import type { PayAnswer, Payer, Ports } from '../../ports.ts'
import { calendarId, mayStart } from '../calendar/calendar.ts'
import { readCalendar } from '../calendar/store.ts'
import { decryptPayee } from '../payees/encrypt.ts'
import { refuseHeld } from '../vouchers/reviews-store.ts'
import { applyAnswer, attemptOf } from './evidence.ts'
import { isFinal, nextCallAt } from './rules.ts'
import type { AttemptRow } from './store.ts'
import * as store from './store.ts'

/** What a payment is for, as payees read it at a provider, which takes at most 16 characters. */
const title = '调研参与奖励'

/** The provider of a payout, if it is still configured. */
export function configuredPayer(ports: Pick<Ports, 'payers'>, provider: string): Payer | undefined {
  return ports.payers.find((payer) => payer.provider === provider)
}

/**
 * Finds out how an attempt stands, or sends it. What has never been sent is sent; what may have been is asked for
 * first, and sent again, to the letter, only when the provider does not know it, waits for it, or is the only one who
 * has what the holder needs to confirm.
 * @returns false when somebody else is at it, or nothing is to be done
 */
export async function pursue(ports: Ports, payoutId: string, payer: Payer): Promise<boolean> {
  const found = attemptOf(await first(ports.db, store.foundByPayout(payoutId)))
  if (found === undefined || isFinal(found.attemptState)) return false
  if (found.calls === 0) return sendWhenOpen(ports, found, payer)
  const asked = await call(ports, found, payer, 'query')
  if (asked !== 'send_again') return asked
  const again = attemptOf(await first(ports.db, store.foundByPayout(payoutId)))
  if (again === undefined || isFinal(again.attemptState) || again.attemptState === 'cancelling') return true
  return sendWhenOpen(ports, again, payer)
}

/**
 * What a provider may never have heard of is an instruction like any other: on a closed day, or so late before one that
 * it could settle in it, it waits. Asking goes on.
 */
async function sendWhenOpen(ports: Ports, found: AttemptRow, payer: Payer): Promise<boolean> {
  const calendar = await readCalendar(ports.db, calendarId)
  const now = ports.clock.now()
  if ('refused' in mayStart(calendar, now, payer.settlesWithinHours)) {
    await ports.db.together(store.dueNow({ attemptId: found.attemptId, at: nextCallAt(now, found.calls) }))
    return false
  }
  return (await call(ports, found, payer, 'send')) !== false
}

/** Asks the provider to stop before a closure. What comes of it, only the provider can say. */
export async function cancel(ports: Ports, found: AttemptRow, payer: Payer): Promise<boolean> {
  return (await call(ports, found, payer, 'cancel')) !== false
}

async function call(
  ports: Ports,
  found: AttemptRow,
  payer: Payer,
  what: 'send' | 'query' | 'cancel',
): Promise<boolean | 'send_again'> {
  const { db, clock } = ports
  const { attemptId, reference } = found
  const at = nowAfter(clock, found.attemptMadeAt)
  const n = found.calls + 1
  // Should this program end during the call, the next sweep after this time goes on.
  const nextAt = nextCallAt(at, n)
  const isSent = what === 'send'
  const outcome = await perform<'ours' | 'theirs' | 'held'>(db, 'A call', async () =>
    plan({
      rows: [
        // What may have been done already has to come to an end, and that is no new payment.
        ...(isSent && isPutOff(found) ? [refuseHeld(found.voucherId)] : []),
        store.addCall({ attemptId, n, what, at }),
        store.countCall({ attemptId, n, nextAt }),
        ...(isSent ? [store.forgetWord({ attemptId })] : []),
      ],
      done: 'ours',
      refused: ({ on }) => (on === taken.call ? 'theirs' : on === limit.notHeld ? 'held' : unexpected),
    }),
  )
  if (outcome === 'held') await db.together(store.dueNow({ attemptId, at: nextAt }))
  if (outcome !== 'ours') return false
  const answer = await ask(ports, found, payer, what)
  if (what === 'query' && answer.state === 'not_found' && maySendAgain(found, at)) return 'send_again'
  const result = asEvidence(answer, what)
  await applyAnswer(ports, { payoutId: found.payoutId, attemptId }, wordOf(found, result), payer.provider)
  ports.log({
    at,
    event: 'provider_called',
    provider: payer.provider,
    what,
    reference,
    state: result.state,
    code: result.code,
  })
  return what === 'query' && waitsForUs(found, result) ? 'send_again' : true
}

/** Whether it was never sent, or put off each time by the provider's own word. A sending that was cut off has no word. */
function isPutOff({ attemptState, calls, code }: AttemptRow): boolean {
  return attemptState === 'stored' && (calls === 0 || code !== null)
}

/**
 * The answer as it is kept. One that a provider gave before it looked at anything is no word about a sending before it that was
 * cut off: its code would say that all of them were put off.
 */
function wordOf(found: AttemptRow, result: PayAnswer): PayAnswer {
  const isUnseen = result.state === 'delayed' && result.reason === 'payer_problem'
  return isUnseen && found.attemptState === 'stored' && !isPutOff(found) ? { ...result, code: null } : result
}

/** WeChat finds what is thirty days old, and nobody says how long a reference is known. */
const forgottenAfterMs = 28 * 24 * 3_600_000

/**
 * Whether what the provider does not know may be sent again: not when it was asked to stop, and not when it may have
 * been done so long ago that the provider has forgotten it and would do it anew.
 */
function maySendAgain({ attemptState, attemptMadeAt }: AttemptRow, now: string): boolean {
  if (attemptState === 'cancelling') return false
  // All that was ever sent was put off by the provider's own word.
  if (attemptState === 'stored') return true
  return Date.parse(now) - Date.parse(attemptMadeAt) < forgottenAfterMs
}

/** Not knowing it proves nothing. What is stopped at our word is stopped before a closure: nothing else asks for it. */
function asEvidence(answer: PayAnswer, what: 'send' | 'query' | 'cancel'): PayAnswer {
  if (answer.state === 'not_found') return { ...answer, state: 'unknown' }
  const isStopped = what === 'cancel' && (answer.state === 'cancelling' || answer.state === 'cancelled')
  return isStopped ? { reason: 'cancelled_before_closure', ...answer } : answer
}

/** Only the reply to a sending carries what the holder confirms with, and one may have been lost. */
function waitsForUs(found: AttemptRow, { state, again, confirm }: PayAnswer): boolean {
  if (found.attemptState === 'cancelling') return false
  return again === true || (state === 'awaiting_user' && (confirm ?? found.confirm) === null)
}

async function ask(
  ports: Ports,
  attempt: AttemptRow,
  payer: Payer,
  what: 'send' | 'query' | 'cancel',
): Promise<PayAnswer> {
  const { reference, providerId, amountMinor, currency } = attempt
  if (what === 'query') return payer.query({ reference, providerId })
  if (what === 'cancel') return payer.cancel({ reference, providerId })
  return payer.send({
    reference,
    amountMinor,
    currency,
    payee: await decryptPayee(ports, attempt),
    title,
  })
}
