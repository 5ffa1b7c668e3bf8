/** What a bank says of a batch as a whole: rejected, which takes another person, or accepted, which is only noted. */
import type { FailReason } from '../../../schema/tables.ts'
import { commit } from '../../platform/db/perform.ts'
import type { Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { propose } from '../../staff/approvals/actions.ts'
import type { Proposal } from '../../staff/approvals/proposal.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { readBatch } from '../batches/approve.ts'
import { moneyLast, type Transfer } from '../ledger/ledger.ts'
import { groupReason } from '../payment-files/bank-reasons.ts'
import type { GroupStatus } from '../payment-files/group-status.ts'
import { attemptOf, endWrites } from './evidence.ts'
import { isOpenByHand } from './report.ts'
import type { AttemptRow } from './store.ts'

/** What a proposal to call payouts of a batch failed carries: which, their sum in minor units, and as the bank says. */
export interface BatchFailurePayload {
  batchId: string
  payoutIds: string[]
  amountMinor: number
  currency: string
  reason: FailReason
  /** The bank's own code, and what finds its report again; never a name. */
  code: string | null
  evidence: string
  /** The kept file that says so, by id, and which message and payment informations it rejects. */
  file?: string
  says?: { messageId: string | null; paymentIds: readonly (string | null)[] }
}

/** `nothing_open`: the batch has no payout left whose outcome is open; `waiting`: it has been proposed before. */
export type BatchResult = { noted: true } | { proposed: number } | { refused: 'nothing_open' | 'waiting' }

/**
 * Takes what a report says of a batch as a whole: the report has to be about it (`isAbout`).
 * @param except references of which the same report says something of their own
 */
export async function reportBatchResult(
  ports: Ports,
  staff: Staff,
  batchId: string,
  { verdict, code, messageId, paymentIds }: GroupStatus,
  { except, evidence, file }: { except: ReadonlySet<string>; evidence: string; file?: string },
): Promise<BatchResult> {
  if (verdict === 'accepted') {
    const audit = { id: ports.ids.next('audit'), actor: staff.id, action: 'batch.accepted_by_bank', subject: batchId }
    await commit(ports.db, 'An audit entry', addAudit({ ...audit, at: ports.clock.now() }))
    return { noted: true }
  }
  const read = await readBatch(ports, batchId)
  const open = (read?.payouts ?? [])
    .map(attemptOf)
    .filter((found) => found !== undefined && isOpenByHand(found, found.attemptId) && !except.has(found.reference))
    .filter((found) => found !== undefined)
  if (read === undefined || open.length === 0) return { refused: 'nothing_open' }
  const payload: BatchFailurePayload = {
    batchId,
    payoutIds: open.map(({ payoutId }) => payoutId),
    amountMinor: open.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    currency: read.batch.currency,
    reason: groupReason(code),
    code,
    evidence,
    ...(file === undefined ? {} : { file, says: { messageId, paymentIds } }),
  }
  const made = await propose(ports, staff, { kind: 'batch_failed', subject: batchId, payload, reason: evidence })
  return 'refused' in made ? made : { proposed: open.length }
}

/**
 * What confirming that proposal writes: exactly the payouts that were proposed, and only while the outcome of every one
 * of them is open.
 */
export async function batchFailedEffect(ports: Ports, proposal: Proposal): Promise<Write[] | { refused: string }> {
  const { batchId, payoutIds, reason, code } = JSON.parse(proposal.payload) as BatchFailurePayload
  const read = await readBatch(ports, batchId)
  const byId = new Map(read?.payouts.map((payout) => [payout.payoutId, attemptOf(payout)]))
  const at = ports.clock.now()
  const rows: Write[] = []
  const money: Transfer[] = []
  for (const payoutId of payoutIds) {
    const found: AttemptRow | undefined = byId.get(payoutId)
    if (found === undefined || !isOpenByHand(found, found.attemptId)) return { refused: 'moved_on' }
    const failed = endWrites(ports, found, {
      end: 'failed',
      why: reason,
      answer: { code },
      actor: proposal.proposedBy,
      at,
    })
    rows.push(...failed.rows)
    money.push(...failed.money)
  }
  return moneyLast({ rows, money })
}
