/**
 * What whoever reads answers may do with a response: hold it, and release or reject what is held. The answer depends on
 * what was decided before and never on the voucher, which follows where it can: at once while no batch has it, else when
 * it comes back (`sweepReviews`).
 */
import { limit, taken } from '../../../schema/constraints.ts'
import type { JudgedState, Reason } from '../../../schema/tables.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { startState, transition } from '../../platform/db/state-machine.ts'
import { type Breach, first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { type Transfer, transfer } from '../ledger/ledger.ts'
import { reviewMachine } from '../machines.ts'
import { findTerms } from '../offers/store.ts'
import { asideWrites, waitingOfVoucher } from '../payouts/aside/set-aside.ts'
import { expiryOf } from './deadline.ts'
import { leave, readVoucherAndClaim } from './leave.ts'
import { lifecycle, type ReasonFor, whyNot } from './lifecycle.ts'
import { addReview, pendingReviews, type Review, reviewOf, setPending } from './reviews-store.ts'
import { setExpiry } from './store.ts'

export type Ended = { done: true } | { refused: 'moved_on' | 'not_found' }
type By = Pick<Staff, 'id'>
type Way = 'hold' | 'release' | 'reject'

const decided = { hold: 'held', release: 'accepted', reject: 'rejected' } as const satisfies Record<Way, JudgedState>

/** Holds a response: its reward is not paid unless it has been sent already, and waits in reserve. */
export function holdVoucher(ports: Ports, staff: By, voucherId: string, reason: ReasonFor<'hold'>): Promise<Ended> {
  return review(ports, staff, voucherId, 'hold', reason)
}

/** Releases a held response: its voucher can be claimed from now on, and its time begins. */
export function releaseVoucher(
  ports: Ports,
  staff: By,
  voucherId: string,
  reason: ReasonFor<'release'>,
): Promise<Ended> {
  return review(ports, staff, voucherId, 'release', reason)
}

/** Rejects a held response: the money of its voucher can be promised to somebody else. */
export function rejectVoucher(ports: Ports, staff: By, voucherId: string, reason: ReasonFor<'reject'>): Promise<Ended> {
  return review(ports, staff, voucherId, 'reject', reason)
}

function review(ports: Ports, staff: By, voucherId: string, way: Way, reason: Reason): Promise<Ended> {
  const { db, clock, ids } = ports
  return perform<Ended>(db, 'Reviewing a response', async () => {
    const current = await readVoucherAndClaim(db, voucherId)
    if (current === undefined) return { refused: 'not_found' }
    const { respondentId } = current.voucher
    const before = await first(db, reviewOf({ respondentId }))
    const state = before?.state ?? 'accepted'
    // Sent again, such as after a lost reply: it is as it was asked to be.
    if (way !== 'release' && state === decided[way]) return { done: true }
    if (way === 'release' && before?.state === 'accepted') return { done: true }
    if (state !== (way === 'hold' ? 'accepted' : 'held')) return { refused: 'moved_on' }
    const at = clock.now()
    const by = { actor: staff.id, reason, at }
    const followed = await follow(ports, current, way, by)
    const pending = followed === null && way !== 'release' ? 1 : 0
    const inBatch = pending === 1 ? await first(db, waitingOfVoucher(voucherId)) : undefined
    const stopped = inBatch === undefined ? [] : await asideWrites(ports, inBatch, at)
    return plan<Ended>({
      rows: [...judge(respondentId, before, decided[way], by, pending), ...(followed?.rows ?? []), ...stopped],
      audit: addAudit({
        id: ids.next('audit'),
        actor: staff.id,
        action: `review.${decided[way]}`,
        subject: respondentId,
        at,
      }),
      money: transfer(...(followed?.money ?? [])),
      done: { done: true },
      refused: overtaken,
    })
  })
}

const overtaken = (breach: Breach) =>
  breach.on === null ||
  breach.on === taken.voucherStep ||
  breach.on === taken.claimStep ||
  breach.on === taken.reviewStep ||
  breach.on === limit.notAside
    ? stale(breach)
    : unexpected

type Step = { actor: string; reason: Reason; at: string }

function judge(respondentId: string, before: Review | undefined, state: JudgedState, by: Step, pending: number) {
  return before === undefined
    ? [startState(reviewMachine, respondentId, { state, ...by }), addReview({ respondentId, pending })]
    : [...transition(reviewMachine, before, { state, ...by }), setPending({ respondentId, pending })]
}

type Current = NonNullable<Awaited<ReturnType<typeof readVoucherAndClaim>>>

/** The writes by which the voucher follows; null when it stands where it cannot. */
async function follow(
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
  for (const { voucherId, respondentId, state, actor, reason } of await db.read(pendingReviews(fewAtOnce))) {
    const current = await readVoucherAndClaim(db, voucherId)
    if (current === undefined) continue
    const way = state === 'rejected' && current.voucher.state === 'held' ? 'reject' : 'hold'
    const isOver = way === 'reject' || state === 'held'
    const by = { actor, reason: (reason ?? 'other') as Reason, at: clock.now() }
    const writes =
      current.voucher.state === 'held' && way === 'hold'
        ? { rows: [], money: [] }
        : await follow(ports, current, way, by)
    if (writes === null) continue
    const done = isOver ? [setPending({ respondentId, pending: 0 })] : []
    const outcome = await db.together(...done, ...writes.rows, ...transfer(...writes.money))
    if (outcome.done) followed += 1
  }
  return followed
}
