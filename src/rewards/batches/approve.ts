/** Approving a batch, refusing it, and cancelling what has not been sent. */
import { limit, taken } from '../../../schema/constraints.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { transition } from '../../platform/db/state-machine.ts'
import type { Write } from '../../platform/db/together.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { countsAs, mayBeOne } from '../../staff/accounts/counts-as.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { batchMachine, claimMachine, payoutMachine } from '../machines.ts'
import { uncountPayout } from '../payees/year-store.ts'
import { foundOfBatch, type PayoutRow } from '../payouts/store.ts'
import { contentHash, lineHash } from './hash.ts'
import { batchCap } from './prepare.ts'
import * as batches from './store.ts'

export type BatchRefusal = {
  refused: 'not_found' | 'same_person' | 'approved_before' | 'own_link' | 'changed' | 'moved_on' | 'nothing_left'
}

/** A batch's payouts, and the hash of what they are now: the claims' ciphertexts are hashed anew. */
export async function readBatch(ports: Pick<Ports, 'db'>, batchId: string) {
  const batch = await first(ports.db, batches.batchById({ id: batchId }))
  if (batch === undefined) return undefined
  const payouts = await ports.db.read(foundOfBatch(batchId, '', batchCap))
  const hashNow = contentHash(payouts.map(lineHash))
  return { batch, payouts, hashNow }
}

/**
 * Approves what a batch holds now. The schema refuses the preparer, another content than the one that was frozen, and
 * the same approver twice, by a link of their own as well; the batch is approved once as many people as it needs have approved it.
 */
export function approveBatch(ports: Ports, staff: Staff, batchId: string): Promise<Approved | BatchRefusal> {
  return perform(ports.db, 'Approving a batch', () => decideApproval(ports, staff, batchId))
}

type Approved = { approvals: number; needed: number }

async function decideApproval(
  ports: Ports,
  staff: Staff,
  batchId: string,
): Promise<BatchRefusal | Plan<Approved | BatchRefusal>> {
  const { db, clock, ids } = ports
  const read = await readBatch(ports, batchId)
  if (read === undefined) return { refused: 'not_found' }
  const { batch, hashNow } = read
  if (batch.state !== 'frozen') return { refused: 'moved_on' }
  if (batch.preparedBy === staff.id) return { refused: 'same_person' }
  const before = await db.read(batches.approvalsOf({ batchId }))
  if (before.some(({ approver }) => approver === staff.id)) return { refused: 'approved_before' }
  // Whoever made the link by which they came in counts as them.
  const isTheirs = before.some(({ approver, countsAs: as }) => mayBeOne(staff, { id: approver, countsAs: as }))
  if (isTheirs || mayBeOne(staff, { id: batch.preparedBy, countsAs: batch.preparedCountsAs }))
    return { refused: 'own_link' }
  const at = clock.now()
  const audit = (action: string) => addAudit({ id: ids.next('audit'), actor: staff.id, action, subject: batchId, at })
  if (hashNow !== batch.contentHash) {
    await db.together(audit('batch.content_differs'))
    return { refused: 'changed' }
  }
  const nth = (batch.approvals ?? 0) + 1
  const isEnough = nth >= batch.approvalsNeeded
  const { preparedBy } = batch
  return plan<Approved | BatchRefusal>({
    rows: [
      batches.addApproval({
        batchId,
        nth,
        approver: staff.id,
        countsAs: countsAs(staff),
        preparedBy,
        contentHash: hashNow,
        at,
      }),
      batches.countApproval({ batchId, nth }),
      ...(isEnough ? transition(batchMachine, batch, { state: 'approved', actor: staff.id, at }) : []),
    ],
    audit: audit('batch.approved'),
    done: { approvals: nth, needed: batch.approvalsNeeded },
    refused: (breach) => {
      switch (breach.on) {
        case limit.approvedBySomebodyElse:
          return { refused: 'same_person' }
        case limit.approvalCountsAsSomebodyElse:
        case limit.preparerCountsAsSomebodyElse:
          return { refused: 'own_link' }
        case taken.approver:
          return { refused: 'approved_before' }
        case taken.batchApproval:
        case taken.approvalCounts:
          // Somebody else approved in the same moment: this approval comes behind theirs.
          return stale(breach)
        case taken.batchStep:
        case null:
          return { refused: 'moved_on' }
        default:
          return unexpected
      }
    },
  })
}

/** Refuses a batch that waits for approval: its claims are ready again. */
export function refuseBatch(ports: Ports, staff: Staff, batchId: string) {
  return letGo(ports, staff, batchId, 'refused')
}

/**
 * Cancels a batch: what has not been sent is ready again, what has been sent goes its way. Money that moves is not
 * touched.
 */
export function cancelBatch(ports: Ports, staff: Staff, batchId: string) {
  return letGo(ports, staff, batchId, 'cancelled')
}

async function letGo(
  ports: Ports,
  staff: Staff,
  batchId: string,
  state: 'refused' | 'cancelled',
): Promise<{ released: number } | BatchRefusal> {
  const { db, clock, ids } = ports
  const read = await readBatch(ports, batchId)
  if (read === undefined) return { refused: 'not_found' }
  const { batch, payouts } = read
  const may = batch.state === 'frozen' || (state === 'cancelled' && batch.state === 'approved')
  if (!may) return { refused: 'moved_on' }
  const queued = payouts.filter(({ payoutState }) => payoutState === 'queued')
  // One that waits for approval may have lost all of its payouts to a hold: it ends all the same.
  if (queued.length === 0 && batch.state === 'approved') return { refused: 'nothing_left' }
  const at = clock.now()
  const outcome = await db.together(
    ...transition(batchMachine, batch, { state, actor: staff.id, reason: 'batch_cancelled', at }),
    ...queued.flatMap((payout) => releaseWrites(payout, staff.id, at)),
    addAudit({ id: ids.next('audit'), actor: staff.id, action: `batch.${state}`, subject: batchId, at }),
  )
  // One of them was sent in between: then nothing was cancelled, and the next look shows what is left.
  return outcome.done ? { released: queued.length } : { refused: 'moved_on' }
}

/** A payout that was never sent comes to nothing, and its claim is ready again. */
export function releaseWrites(payout: PayoutRow, actor: string, at: string): Write[] {
  const { payoutId, payoutN, payoutState, claimId, claimN, claimState } = payout
  const step = { actor, reason: 'batch_cancelled' as const, at }
  return [
    ...transition(payoutMachine, { id: payoutId, n: payoutN, state: payoutState }, { state: 'cancelled', ...step }),
    ...transition(claimMachine, { id: claimId, n: claimN, state: claimState }, { state: 'ready', ...step }),
    ...uncountPayout(payout),
  ]
}
