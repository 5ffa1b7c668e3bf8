/** Vouchers follow what was decided about their responses: with the decision where they can, else when they can. */
import type { JudgedState, Reason, VoucherState } from '../../../schema/tables.ts'
import type { Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { type Transfer, transfer } from '../ledger/ledger.ts'
import { findTerms } from '../offers/store.ts'
import { expiryOf } from './deadline.ts'
import { leave, readVoucherAndClaim } from './leave.ts'
import { lifecycle, whyNot } from './lifecycle.ts'
import { closeRejections } from './rejections.ts'
import { pendingReviews, setPendingOf } from './reviews-store.ts'
import { setExpiry } from './store.ts'

export type Way = 'hold' | 'release' | 'reject'
/** Who decides, why and when. */
export type Step = { actor: string; reason: Reason; at: string }
/** A voucher with its open claim. */
export type Current = NonNullable<Awaited<ReturnType<typeof readVoucherAndClaim>>>

/** What has to be done with a voucher for its response to stand there; null when nothing has to be. */
export function wayTo(state: JudgedState, voucher: VoucherState): Way | null {
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
  way: Way,
  by: Step,
): Promise<{ rows: Write[]; money: Transfer[] } | null> {
  // A claim that finance looks at would be seen to go: it stays, and is stopped once finance has let it go.
  if (whyNot(way, current) !== null || current.claim?.state === 'held') return null
  const { rows, money } = leave(ports, current, lifecycle[way].to, by)
  if (way !== 'release') return { rows, money }
  const terms = await findTerms(ports.db, current.voucher.studyId, by.at)
  if (terms === undefined) throw new Error(`The study ${current.voucher.studyId} is gone.`)
  const expiresAt = expiryOf(terms.settings, by.at)
  return { rows: [...rows, setExpiry({ id: current.voucher.id, expiresAt })], money }
}

const fewAtOnce = 25

/**
 * Rejections that nobody objected to in time become final, and vouchers that have come back from a batch or a payment
 * follow what was decided about their responses meanwhile. The money of what is final goes with the first sweep of another
 * day (UTC), so that what finance sees of it says nothing of the moment. Two sweeps at once are harmless.
 * @returns how many followed
 */
export async function sweepReviews(ports: Ports): Promise<number> {
  const { db, clock } = ports
  await closeRejections(ports)
  let followed = 0
  const today = clock.now().slice(0, 10)
  for (const { voucherId, respondentId, n, state, actor, reason } of await db.read(pendingReviews(today, fewAtOnce))) {
    const current = await readVoucherAndClaim(db, voucherId)
    if (current === undefined) continue
    const way = wayTo(state, current.voucher.state)
    const by = { actor, reason: (reason ?? 'other') as Reason, at: clock.now() }
    const writes = way === null ? { rows: [], money: [] } : await follow(ports, current, way, by)
    if (writes === null) continue
    // Held first, what is final still has to be rejected.
    const pending = state === 'final' && way === 'hold' ? 1 : 0
    const outcome = await db.together(
      setPendingOf({ respondentId, n, pending }),
      ...writes.rows,
      ...transfer(...writes.money),
    )
    if (outcome.done) followed += 1
  }
  return followed
}
