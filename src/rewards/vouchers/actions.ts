/**
 * What whoever reads answers may do with a response: hold it, release or reject what is held, and undo a rejection within
 * an hour. The answer depends on what was decided before and never on the voucher, which follows where it can: at once
 * while no batch has it, else when it comes back (`sweepReviews`).
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
import { follow, wayTo } from './follow.ts'
import { readVoucherAndClaim } from './leave.ts'
import type { ReasonFor } from './lifecycle.ts'
import { addRejection, rejectionOf } from './rejections.ts'
import { addReview, lastActor, type Review, reviewOf, setPending } from './reviews-store.ts'
import { voucherOfRespondent } from './store.ts'

/** `own`: whoever rejected a response cannot decide about the objection to that. */
export type ReviewResult = { done: true } | { refused: 'moved_on' | 'not_found' | 'own' }
type By = Pick<Staff, 'id'>

/** What each way leads to, and from where. */
const decided = {
  hold: { from: 'accepted', to: 'held' },
  release: { from: 'held', to: 'accepted' },
  reject: { from: 'held', to: 'rejected' },
  undo: { from: 'rejected', to: 'held' },
  uphold: { from: 'objected', to: 'accepted' },
  dismiss: { from: 'objected', to: 'final' },
} as const satisfies Record<string, { from: JudgedState; to: JudgedState }>
type Decision = keyof typeof decided

/**
 * What whoever keeps responses writes beside a hold, so that a hold and a withdrawal of one moment refuse each other.
 * @returns null when there is nothing to hold any more
 */
export type BesideHold = (respondentId: string) => Promise<Write | null>

/** What whoever keeps responses writes behind a decision: where the response stands from now on. */
export type NoteJudged = (respondentId: string, state: JudgedState) => Write[]

/**
 * Holds a response: its reward is not paid unless it has been sent already. Its money stays where it is.
 * @param around `beside` is left out only where nobody can withdraw; `isFreeOnly` refuses, as `moved_on`, where a batch
 *   has the money
 */
export function holdVoucher(
  ports: Ports,
  staff: By,
  voucherId: string,
  reason: ReasonFor<'hold'>,
  around: Pick<Around, 'beside' | 'isFreeOnly' | 'noted'> = {},
): Promise<ReviewResult> {
  return review(ports, staff, voucherId, 'hold', reason, around)
}

/** Releases a held response: its voucher can be claimed from now on, and its time begins. */
export function releaseVoucher(
  ports: Ports,
  staff: By,
  voucherId: string,
  reason: ReasonFor<'release'>,
  around: Pick<Around, 'seen' | 'noted'> = {},
): Promise<ReviewResult> {
  return review(ports, staff, voucherId, 'release', reason, around)
}

/**
 * Rejects a held response. It acts in an hour; its money stays where it is until nobody can object any more
 * (`rejections.ts`).
 * @param around `seen` is the step of the review that was decided about; when somebody has decided meanwhile, nothing is
 *   done
 */
export function rejectVoucher(
  ports: Ports,
  staff: By,
  voucherId: string,
  reason: ReasonFor<'reject'>,
  around: Pick<Around, 'seen' | 'noted'> = {},
): Promise<ReviewResult> {
  return review(ports, staff, voucherId, 'reject', reason, around)
}

/** Takes a rejection back that has not acted yet, whoever made it: the response waits for a person again. */
export function undoRejection(
  ports: Ports,
  staff: By,
  voucherId: string,
  around: Pick<Around, 'seen' | 'noted'> = {},
): Promise<ReviewResult> {
  return review(ports, staff, voucherId, 'undo', null, around)
}

/** A step of a review that is about to be written. */
export interface NextStep {
  respondentId: string
  n: number
  at: string
}

/**
 * Decides about a response that was objected to: it is accepted, or rejected for good, whose money is then free on a
 * later day (UTC), with that of others (`follow.ts`).
 * @param around `behind` is what is written behind the step, which refuses whoever had rejected it
 */
export function decideObjected(
  ports: Ports,
  staff: By,
  voucherId: string,
  to: 'accepted' | 'final',
  { reason, ...around }: { reason: Reason } & Required<Pick<Around, 'behind'>> & Pick<Around, 'seen'>,
): Promise<ReviewResult> {
  return review(ports, staff, voucherId, to === 'accepted' ? 'uphold' : 'dismiss', reason, around)
}

interface Around {
  isFreeOnly?: boolean
  beside?: BesideHold | undefined
  seen?: number | undefined
  behind?: (step: NextStep) => Promise<Write[]>
  noted?: NoteJudged | undefined
}

function review(
  ports: Ports,
  staff: By,
  voucherId: string,
  way: Decision,
  reason: Reason | null,
  { beside, seen, behind, noted, isFreeOnly = false }: Around,
): Promise<ReviewResult> {
  const { db, clock, ids } = ports
  const { from, to } = decided[way]
  return perform<ReviewResult>(db, 'Reviewing a response', async () => {
    const current = await standing(db, voucherId)
    if (current === undefined) return { refused: 'not_found' }
    const { id, respondentId } = current.voucher
    const before = await first(db, reviewOf({ respondentId }))
    const state = before?.state ?? 'accepted'
    if (seen !== undefined && before !== undefined && before.n !== seen) {
      // Sent again, such as after a lost reply: it is as it was asked to be. Somebody else's decision is not.
      const isOwn = before.n === seen + 1 && state === to && (await first(db, lastActor(before)))?.actor === staff.id
      return isOwn ? { done: true } : { refused: 'moved_on' }
    }
    if (way !== 'undo' && state === to && before !== undefined) return { done: true }
    if (state !== from) return { refused: 'moved_on' }
    const at = clock.now()
    if (way === 'undo' && ((await rejectionOf(db, respondentId))?.actsAt ?? '') <= at) return { refused: 'moved_on' }
    const claimed = beside === undefined ? undefined : await beside(respondentId)
    if (claimed === null) return { refused: 'moved_on' }
    // What is final is followed on another day, by the sweep.
    const needed = to === 'final' ? null : wayTo(to, current.voucher.state)
    const by = { actor: staff.id, reason, at }
    const followed =
      needed === null
        ? { rows: [], money: [] }
        : await follow(ports, current, needed, { ...by, reason: reason ?? 'other' })
    if (isFreeOnly && followed === null) return { refused: 'moved_on' }
    // A release as well: another voucher may be put in the place of this one in the same moment, and be held.
    const pending = followed === null || (needed === null && to !== 'held' && to !== 'rejected') ? 1 : 0
    const inBatch = pending === 1 && to !== 'accepted' ? await first(db, waitingOfVoucher(id)) : undefined
    const stopped = inBatch === undefined ? [] : await asideWrites(ports, inBatch, at)
    const step = { respondentId, n: (before?.n ?? 0) + 1, at }
    const extra = await behind?.(step)
    return plan<ReviewResult>({
      rows: [
        ...(claimed === undefined ? [] : [claimed]),
        ...judge(respondentId, before, to, by, pending),
        ...(way === 'reject' ? [addRejection({ ...step, rejectedBy: staff.id })] : []),
        ...(extra ?? []),
        ...(noted?.(respondentId, to) ?? []),
        ...(followed?.rows ?? []),
        ...stopped,
      ],
      audit: addAudit({
        id: ids.next('audit'),
        actor: staff.id,
        action: way === 'undo' ? 'review.undone' : `review.${to}`,
        subject: respondentId,
        at,
      }),
      money: transfer(...(followed?.money ?? [])),
      done: { done: true },
      refused: (breach) => (breach.on === limit.objectionBySomebodyElse ? { refused: 'own' } : overtaken(breach)),
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

type Step = { actor: string; reason: Reason | null; at: string }

function judge(respondentId: string, before: Review | undefined, state: JudgedState, by: Step, pending: number) {
  return before === undefined
    ? [startState(reviewMachine, respondentId, { state, ...by }), addReview({ respondentId, pending })]
    : [...transition(reviewMachine, before, { state, ...by }), setPending({ respondentId, pending })]
}

/** The voucher with its open claim; where another has taken its place, that one. */
async function standing(db: Ports['db'], voucherId: string): ReturnType<typeof readVoucherAndClaim> {
  const named = await readVoucherAndClaim(db, voucherId)
  if (named?.voucher.state !== 'superseded') return named
  const voucher = await first(db, voucherOfRespondent(named.voucher))
  return voucher && (await readVoucherAndClaim(db, voucher.id))
}
