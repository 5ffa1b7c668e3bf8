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
import { transfer } from '../ledger/ledger.ts'
import { reviewMachine } from '../machines.ts'
import { asideWrites, waitingOfVoucher } from '../payouts/aside/set-aside.ts'
import { type Current, follow, type Step, type Way } from './follow.ts'
import { readVoucherAndClaim } from './leave.ts'
import type { ReasonFor } from './lifecycle.ts'
import { addReview, type Review, reviewOf, setPending } from './reviews-store.ts'
import { voucherOfRespondent } from './store.ts'

export type Ended = { done: true } | { refused: 'moved_on' | 'not_found' }
type By = Pick<Staff, 'id'>

const decided = { hold: 'held', release: 'accepted', reject: 'rejected' } as const satisfies Record<Way, JudgedState>

/**
 * What whoever keeps responses writes beside a hold, so that a hold and a withdrawal of one moment refuse each other.
 * @returns null when there is nothing to hold any more
 */
export type BesideHold = (respondentId: string) => Promise<Write | null>

/**
 * Holds a response: its reward is not paid unless it has been sent already, and waits in reserve.
 * @param beside left out only where nobody can withdraw
 */
export function holdVoucher(
  ports: Ports,
  staff: By,
  voucherId: string,
  reason: ReasonFor<'hold'>,
  beside?: BesideHold,
): Promise<Ended> {
  return review(ports, staff, voucherId, 'hold', reason, beside)
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

function review(
  ports: Ports,
  staff: By,
  voucherId: string,
  way: Way,
  reason: Reason,
  beside?: BesideHold,
): Promise<Ended> {
  const { db, clock, ids } = ports
  return perform<Ended>(db, 'Reviewing a response', async () => {
    const current = await standing(db, voucherId)
    if (current === undefined) return { refused: 'not_found' }
    const { id, respondentId } = current.voucher
    const before = await first(db, reviewOf({ respondentId }))
    const state = before?.state ?? 'accepted'
    // Sent again, such as after a lost reply: it is as it was asked to be.
    if (way !== 'release' && state === decided[way]) return { done: true }
    if (way === 'release' && before?.state === 'accepted') return { done: true }
    if (state !== (way === 'hold' ? 'accepted' : 'held')) return { refused: 'moved_on' }
    const claimed = beside === undefined ? undefined : await beside(respondentId)
    if (claimed === null) return { refused: 'moved_on' }
    const at = clock.now()
    const by = { actor: staff.id, reason, at }
    const followed = await follow(ports, current, way, by)
    // A release as well: another voucher may be put in the place of this one in the same moment, and be held.
    const pending = followed === null ? 1 : 0
    const inBatch = pending === 1 && way !== 'release' ? await first(db, waitingOfVoucher(id)) : undefined
    const stopped = inBatch === undefined ? [] : await asideWrites(ports, inBatch, at)
    return plan<Ended>({
      rows: [
        ...(claimed === undefined ? [] : [claimed]),
        ...judge(respondentId, before, decided[way], by, pending),
        ...(followed?.rows ?? []),
        ...stopped,
      ],
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
  breach.on === limit.revision ||
  breach.on === limit.notAside
    ? stale(breach)
    : unexpected

function judge(respondentId: string, before: Review | undefined, state: JudgedState, by: Step, pending: number) {
  return before === undefined
    ? [startState(reviewMachine, respondentId, { state, ...by }), addReview({ respondentId, pending })]
    : [...transition(reviewMachine, before, { state, ...by }), setPending({ respondentId, pending })]
}

/** The voucher with its open claim; where another has taken its place, that one. */
async function standing(db: Ports['db'], voucherId: string): Promise<Current | undefined> {
  const named = await readVoucherAndClaim(db, voucherId)
  if (named?.voucher.state !== 'superseded') return named
  const voucher = await first(db, voucherOfRespondent(named.voucher))
  return voucher && (await readVoucherAndClaim(db, voucher.id))
}
