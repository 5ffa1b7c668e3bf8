/** Vouchers that nobody claimed in time: their money can be promised to somebody else, once a day and in groups. */

import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { dayOf } from '../calendar/calendar.ts'
import { loadCalendar } from '../calendar/store.ts'
import { transfer } from '../ledger/ledger.ts'
import type { RewardTerms } from '../offers/offer.ts'
import { listTerms } from '../offers/store.ts'
import { daysAfter, deadlineOf, isPast } from './deadline.ts'
import { leave } from './leave.ts'
import { lastOfOffer, listIssuedUntil } from './store.ts'
import type { Voucher } from './voucher.ts'

/** Of a group: as many as one `together` takes. */
const mostAtOnce = 50
/** What is left waits for the next sweep, since a Worker may ask its database only so often. */
const groupsOfASweep = 4

/**
 * Ends issued vouchers whose deadline passed on days (UTC) that are over, on open days only, and at least a group of an offer
 * in one write: the time of a released one is counted from its release, so that money which becomes free alone would tell
 * finance whose it was. Fewer wait, and can be claimed no more; what is left of an offer goes once its study is closed and
 * nothing else of the offer can be claimed or decided about. One that is claimed in the same moment is claimed or expired,
 * never both. Two sweeps at once are harmless.
 * @returns how many this call ended
 */
export async function sweepExpired(ports: Ports): Promise<number> {
  const { db, clock, settings } = ports
  let expired = 0
  let groups = 0
  for (const terms of await listTerms(db, clock.now())) {
    const byOffer = Map.groupBy(await dueOf(ports, terms), ({ offerId }) => offerId)
    for (const [offerId, due] of byOffer) {
      if (groups >= groupsOfASweep) return expired
      const isGroup = due.length >= settings.smallestGroup
      if (!isGroup && (await first(db, lastOfOffer({ studyId: terms.id, offerId, due: due.length }))) === undefined)
        continue
      groups += 1
      // A rest of fewer than a group would have to wait.
      const some = due.length <= mostAtOnce ? due : due.slice(0, mostAtOnce - settings.smallestGroup)
      if (await expireTogether(ports, some)) expired += some.length
    }
  }
  return expired
}

async function dueOf({ db, clock }: Ports, { id, settings }: RewardTerms): Promise<Voucher[]> {
  const now = clock.now()
  const calendar = await loadCalendar(db, settings.calendar, now)
  const today = calendar.day(dayOf(calendar.zone, now))
  if (today === undefined || today.kind === 'closed') return []
  const listed = await db.read(listIssuedUntil(id, daysAfter(now, -settings.graceDays)))
  const since = `${now.slice(0, 10)}T00:00:00.000Z`
  return listed.filter((voucher) => isPast(deadlineOf(voucher, settings, calendar), since))
}

async function expireTogether(ports: Ports, vouchers: readonly Voucher[]): Promise<boolean> {
  const by = { actor: 'sweep', reason: 'not_claimed_in_time', at: ports.clock.now() } as const
  const left = vouchers.map((voucher) => leave(ports, { voucher, claim: undefined }, 'expired', by))
  const outcome = await ports.db.together(
    ...left.flatMap(({ rows }) => rows),
    ...transfer(...left.flatMap(({ money }) => money)),
  )
  return outcome.done
}
