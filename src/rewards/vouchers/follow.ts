/** Vouchers follow what was decided about their responses: with the decision where they can, else when they can. */
import type { JudgedState, Reason, VoucherState } from '../../../schema/tables.ts'
import { remembering } from '../../platform/db/remembered.ts'
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { loadCalendar } from '../calendar/store.ts'
import { type Transfer, transfer } from '../ledger/ledger.ts'
import { groupsOf } from '../offers/groups.ts'
import { findTerms } from '../offers/store.ts'
import { deadlineOf, expiryOf, isPast } from './deadline.ts'
import { leave, readVoucherAndClaim } from './leave.ts'
import { lifecycle, whyNotPossible } from './lifecycle.ts'
import { closeRejections } from './rejections.ts'
import { pendingReviews, rejectedBefore, rejectedByDay, setPendingOf, type WaitingReview } from './reviews-store.ts'
import { lastOfOffer, setExpiry, stepOf } from './store.ts'

export type VoucherReviewAction = 'hold' | 'release' | 'reject'
/** Who decides, why and when. */
export type ReviewStep = { actor: string; reason: Reason; at: string }
/** A voucher with its open claim. */
export type Current = NonNullable<Awaited<ReturnType<typeof readVoucherAndClaim>>>

/** What has to be done with a voucher for its response to stand there; null when nothing has to be. */
export function wayTo(state: JudgedState, voucher: VoucherState): VoucherReviewAction | null {
  const isHeld = voucher === 'held'
  switch (state) {
    // What is rejected stays held for as long as its respondent may object.
    case 'held':
    case 'rejected':
    case 'objected':
      return isHeld ? null : 'hold'
    case 'final':
      return isHeld ? 'reject' : 'hold'
    case 'accepted':
      return isHeld ? 'release' : null
  }
}

/** The writes by which the voucher follows; null when it stands where it cannot. */
export async function follow(
  ports: Ports,
  current: Current,
  way: VoucherReviewAction,
  by: ReviewStep,
): Promise<{ rows: Write[]; money: Transfer[] } | null> {
  // A claim that finance looks at would be seen to go: it stays, and is stopped once finance has let it go.
  if (whyNotPossible(way, current) !== null || current.claim?.state === 'held') return null
  const { rows, money } = leave(ports, current, lifecycle[way].to, by)
  if (way !== 'release') return { rows, money }
  const terms = await findTerms(ports.db, current.voucher.studyId, by.at)
  if (terms === undefined) throw new Error(`The study ${current.voucher.studyId} is gone.`)
  const { id, n } = current.voucher
  const storedStep = await first(ports.db, stepOf({ voucherId: id, n }))
  const calendar = await loadCalendar(ports.db, terms.settings.calendar, by.at)
  // One that nobody had claimed in time when it was held is not given another: it only waits for others of its offer.
  const isOver =
    storedStep?.before === 'issued' && isPast(deadlineOf(current.voucher, terms.settings, calendar), storedStep.at)
  return { rows: isOver ? rows : [...rows, setExpiry({ id, expiresAt: expiryOf(terms.settings, by.at) })], money }
}

const fewAtOnce = 25
/** Of a group: as many as one `together` takes. */
const mostAtOnce = 50

/** What makes a voucher follow its review; null where it cannot, or where it need not. */
async function following(ports: Ports, waiting: WaitingReview) {
  const { respondentId, voucherId, n, state, actor, reason } = waiting
  const current = await readVoucherAndClaim(ports.db, voucherId)
  if (current === undefined) return null
  const way = wayTo(state, current.voucher.state)
  const by = { actor, reason: (reason ?? 'other') as Reason, at: ports.clock.now() }
  const writes = way === null ? { rows: [], money: [] } : await follow(ports, current, way, by)
  if (writes === null) return null
  // Held first, what is final still has to be rejected.
  const pending = state === 'final' && way === 'hold' ? 1 : 0
  return { rows: [setPendingOf({ respondentId, n, pending }), ...writes.rows], money: writes.money }
}

/**
 * Rejections that nobody objected to in time become final, and vouchers that have come back from a batch or a payment
 * follow what was decided about their responses meanwhile. Two sweeps at once are harmless.
 * @returns how many followed
 */
export async function sweepReviews(ports: Ports): Promise<number> {
  const { db, clock } = ports
  await closeRejections(ports)
  let followed = 0
  const today = clock.now().slice(0, 10)
  for (const waiting of await db.read(pendingReviews(today, fewAtOnce))) {
    const writes = await following(ports, waiting)
    if (writes === null) continue
    const outcome = await db.together(...writes.rows, ...transfer(...writes.money))
    if (outcome.done) followed += 1
  }
  return followed + (await freeRejected(ports, today))
}

const hourMs = 3_600_000

/**
 * The last day of the last whole group of an offer. It counts each rejection that there ever was, and of days that are over: so
 * what was found is kept, and the same day asked about again from hour to hour.
 */
const groupedUntil = remembering(async (db, key) => {
  const [offerId = '', today = '', smallest] = key.split(' ')
  return groupsOf(await db.read(rejectedByDay(offerId, today)), Number(smallest), today).at(-1)?.to ?? ''
}, hourMs)

/**
 * The money of what was rejected for good becomes free once a day (UTC), with that of at least four others of its offer:
 * one amount alone, on the day after a decision, would tell finance that this response's voucher was neither paid nor
 * expired. Rejections are grouped by the rule by which responses are shown, and whether their vouchers have any money left
 * or not, so that the moment tells nothing either. What is left when nothing else of the offer can come goes by itself.
 */
async function freeRejected(ports: Ports, today: string): Promise<number> {
  const { db, clock, settings } = ports
  const byOffer = Map.groupBy(await db.read(rejectedBefore(today, mostAtOnce + 1)), ({ offerId }) => offerId)
  let freed = 0
  for (const [offerId, waiting] of byOffer) {
    const until = (await groupedUntil.find(db, [offerId, today, settings.smallestGroup].join(' '), clock.now())) ?? ''
    const inGroups = waiting.filter(({ day }) => day <= until)
    const studyId = waiting[0]?.studyId ?? ''
    const isLast =
      inGroups.length < waiting.length && (await first(db, lastOfOffer({ studyId, offerId, due: 0 }))) !== undefined
    const due = isLast ? waiting : inGroups
    // A rest of fewer than a group would stand alone.
    const some = due.length <= mostAtOnce ? due : due.slice(0, mostAtOnce - settings.smallestGroup)
    const writes = (await Promise.all(some.map((one) => following(ports, one)))).filter((one) => one !== null)
    if (writes.length === 0) continue
    const outcome = await db.together(
      ...writes.flatMap(({ rows }) => rows),
      ...transfer(...writes.flatMap(({ money }) => money)),
    )
    if (outcome.done) freed += writes.length
  }
  return freed
}
