/** Storing an attempt: its reference and its money's way into clearing stand before any provider hears of it. */
import { limit, taken } from '../../../schema/constraints.ts'
import type { AttemptState } from '../../../schema/tables.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { startState, transition } from '../../platform/db/state-machine.ts'
import type { Write } from '../../platform/db/together.ts'
import { whyNotCarried } from '../../platform/money/carries.ts'
import { nowAfter } from '../../platform/time/now-after.ts'
import type { Payer, Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { lineHash } from '../batches/hash.ts'
import { type Calendar, mayStart } from '../calendar/calendar.ts'
import { type Transfer, transfer } from '../ledger/ledger.ts'
import { instructs } from '../ledger/provider-books.ts'
import { attemptMachine, payoutMachine } from '../machines.ts'
import { grossOf } from '../offers/tax.ts'
import { insertMany } from '../tables.ts'
import { refuseHeld } from '../vouchers/reviews-store.ts'
import type { PayoutRow } from './store.ts'

export type StartRefusal =
  | { refused: 'closed' | 'would_settle_in_closure' | 'not_published'; opensOn: string | null }
  | { refused: 'not_approved' | 'changed' | 'moved_on' | 'stopped' | 'not_carried' }

/**
 * Stores the next attempt at a queued payout and moves its money from liability to clearing. Refused on a closed day, so
 * late before one that the provider could still settle in it, past what the calendar knows, and when what would be
 * sent is not what was approved. One that is aside, or is set aside in the same moment, is not sent, and none whose response
 * is held or rejected by then, whether or not it is aside yet. Two at once: one is stored. `stopped`: money left the provider's account that nobody
 * knows of, and two people have to look first. `not_carried`: the provider does not pay so much of this currency.
 */
export async function startAttempt(
  ports: Ports,
  payout: PayoutRow,
  payer: Payer,
  calendar: Calendar,
  actor: string,
): Promise<{ attemptId: string } | StartRefusal> {
  const { db, clock, ids } = ports
  const at = nowAfter(clock, payout.batchSteppedAt)
  const days = startDays(payout, payer, calendar, at)
  if ('refused' in days) return days
  const attempt = { id: ids.next('a'), actor, at, days, calendarId: calendar.id }
  const toClearing: Transfer = {
    id: ids.next('t'),
    offerId: payout.offerId,
    debit: 'liability',
    credit: 'clearing',
    amountMinor: grossOf(payout),
    at,
    subject: attempt.id,
  }
  return perform(db, 'An attempt', async () =>
    plan<{ attemptId: string } | StartRefusal>({
      rows: attemptWrites(payout, payer, attempt),
      audit: addAudit({ id: ids.next('audit'), actor, action: 'attempt.stored', subject: attempt.id, at }),
      money: [instructs(payout), ...transfer(toClearing)],
      done: { attemptId: attempt.id },
      refused: ({ on }) => {
        if (on === limit.stopped) return { refused: 'stopped' }
        return on === null || overtaking.has(on) ? { refused: 'moved_on' } : unexpected
      },
    }),
  )
}

/** What is refused when somebody was faster: the payout, its attempt or its review has moved on. */
const overtaking: ReadonlySet<string> = new Set([
  taken.payoutStep,
  taken.openAttempt,
  taken.attempt,
  limit.notAside,
  limit.notHeld,
])

type StartDays = Exclude<ReturnType<typeof mayStart>, { refused: unknown }>

/** The days on which the attempt starts and settles, or why it may not start. */
function startDays(payout: PayoutRow, payer: Payer, calendar: Calendar, at: string): StartDays | StartRefusal {
  if (payout.batchState !== 'approved' || payout.payoutState !== 'queued') return { refused: 'not_approved' }
  if (payout.asideSince !== null) return { refused: 'moved_on' }
  if (lineHash(payout) !== payout.lineHash) return { refused: 'changed' }
  if (whyNotCarried(payer.carries, payout.currency, payout.amountMinor) !== null) return { refused: 'not_carried' }
  return mayStart(calendar, at, payer.settlesWithinHours)
}

interface NewAttempt {
  id: string
  actor: string
  at: string
  days: StartDays
  calendarId: string
}

function attemptWrites(payout: PayoutRow, payer: Payer, { id, actor, at, days, calendarId }: NewAttempt): Write[] {
  // A file is instructed by being handed out: nobody is called, and only staff can say what came of it.
  const isFile = payer.mode === 'file'
  const first: AttemptState = 'stored'
  return [
    refuseHeld(payout.voucherId),
    ...transition(
      payoutMachine,
      { id: payout.payoutId, n: payout.payoutN, state: payout.payoutState },
      { state: 'open', actor, at },
    ),
    startState(attemptMachine, id, { state: first, actor, at }),
    ...insertMany('attempts', [
      {
        id,
        payout_id: payout.payoutId,
        nth: (payout.nth ?? 0) + 1,
        offer_id: payout.offerId,
        provider: payout.provider,
        reference: attemptReference(id),
        currency: payout.currency,
        amount_minor: payout.amountMinor,
        tax_minor: payout.taxMinor,
        calendar_id: calendarId,
        day: days.day.day,
        day_n: days.day.n,
        settles_day: days.settlesDay.day,
        settles_day_n: days.settlesDay.n,
        is_open_day: 1,
        provider_id: null,
        code: null,
        confirm: null,
        expires_at: null,
        next_at: isFile ? null : at,
        calls: 0,
        n: 1,
        state: first,
        made_at: at,
      },
    ]),
    ...(isFile ? transition(attemptMachine, { id, n: 1, state: first }, { state: 'accepted', actor, at }) : []),
  ]
}

/** What providers know an attempt by: letters and digits, as the strictest of them wants it. */
export function attemptReference(attemptId: string): string {
  return `H${attemptId.replace(/^a_/, '')}`.toUpperCase()
}
