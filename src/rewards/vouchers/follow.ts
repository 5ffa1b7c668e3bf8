/** Vouchers follow what was decided about their responses: with the decision where they can, else when they can. */
import type { JudgedState, Reason } from '../../../schema/tables.ts'
import type { Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { type Transfer, transfer } from '../ledger/ledger.ts'
import { findTerms } from '../offers/store.ts'
import { expiryOf } from './deadline.ts'
import { leave, readVoucherAndClaim } from './leave.ts'
import { lifecycle, whyNot } from './lifecycle.ts'
import { pendingReviews, setPendingOf } from './reviews-store.ts'
import { setExpiry } from './store.ts'

export type Way = 'hold' | 'release' | 'reject'
/** Who decides, why and when. */
export type Step = { actor: string; reason: Reason; at: string }
/** A voucher with its open claim. */
export type Current = NonNullable<Awaited<ReturnType<typeof readVoucherAndClaim>>>

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
 * Vouchers that have come back from a batch or a payment follow what was decided about their responses meanwhile. Two
 * sweeps at once are harmless.
 * @returns how many followed
 */
export async function sweepReviews(ports: Ports): Promise<number> {
  const { db, clock } = ports
  let followed = 0
  for (const { voucherId, respondentId, n, state, actor, reason } of await db.read(pendingReviews(fewAtOnce))) {
    const current = await readVoucherAndClaim(db, voucherId)
    if (current === undefined) continue
    const isHeld = current.voucher.state === 'held'
    const way = wayOfPending(state, isHeld)
    const by = { actor, reason: (reason ?? 'other') as Reason, at: clock.now() }
    const writes = way === null ? { rows: [], money: [] } : await follow(ports, current, way, by)
    if (writes === null) continue
    // Held first, what is rejected still has to be rejected.
    const pending = state === 'rejected' && !isHeld ? 1 : 0
    const outcome = await db.together(
      setPendingOf({ respondentId, n, pending }),
      ...writes.rows,
      ...transfer(...writes.money),
    )
    if (outcome.done) followed += 1
  }
  return followed
}

/** What is still to be done with a voucher; null when it stands where it was decided. */
function wayOfPending(state: JudgedState, isHeld: boolean): Way | null {
  switch (state) {
    case 'held':
      return isHeld ? null : 'hold'
    case 'rejected':
      return isHeld ? 'reject' : 'hold'
    case 'accepted':
      return isHeld ? 'release' : null
  }
}
