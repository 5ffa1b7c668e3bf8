/** Vouchers that nobody claimed in time: their money can be promised to somebody else. */

import type { Ports } from '../../ports.ts'
import { dayOf } from '../calendar/calendar.ts'
import { loadCalendar } from '../calendar/store.ts'
import { transfer } from '../ledger/ledger.ts'
import type { RewardTerms } from '../offers/offer.ts'
import { listTerms } from '../offers/store.ts'
import { daysAfter, deadlineOf, isPast } from './deadline.ts'
import { leave } from './leave.ts'
import { listIssuedUntil } from './store.ts'

/** Each is a batch of its own; what is left waits for the next sweep, since a Worker may ask its database only so often. */
const fewAtOnce = 25
const roundsOfASweep = 4

/**
 * Ends issued vouchers whose deadline has passed, on open days only. One that is claimed in the same moment is claimed
 * or expired, never both. Two sweeps at once are harmless.
 * @returns how many this call ended
 */
export async function sweepExpired(ports: Ports): Promise<number> {
  let expired = 0
  let rounds = roundsOfASweep
  for (const terms of await listTerms(ports.db, ports.clock.now())) {
    while (rounds > 0) {
      const round = await expireSome(ports, terms)
      if (round.due === 0) break
      rounds -= 1
      expired += round.expired
      if (round.due < fewAtOnce) break
    }
  }
  return expired
}

async function expireSome(ports: Ports, { id, settings }: RewardTerms): Promise<{ due: number; expired: number }> {
  const { db, clock } = ports
  const now = clock.now()
  const calendar = await loadCalendar(db, settings.calendar, now)
  const today = calendar.day(dayOf(calendar.zone, now))
  if (today === undefined || today.kind === 'closed') return { due: 0, expired: 0 }
  const until = daysAfter(now, -settings.graceDays)
  const listed = await db.read(listIssuedUntil(id, until, fewAtOnce))
  const due = listed.filter((voucher) => isPast(deadlineOf(voucher, settings, calendar), now))
  const by = { actor: 'sweep', reason: 'not_claimed_in_time', at: now } as const
  const outcomes = await Promise.allSettled(
    due.map((voucher) => {
      const { rows, money } = leave(ports, { voucher, claim: undefined }, 'expired', by)
      return db.together(...rows, ...transfer(...money))
    }),
  )
  const expired = outcomes.filter((it) => it.status === 'fulfilled' && it.value.done).length
  return { due: due.length, expired }
}
