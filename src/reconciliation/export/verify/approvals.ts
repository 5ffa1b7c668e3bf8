/** That nobody approved what they prepared, and that what was paid is what was approved. */
import { contentHash } from '../../../rewards/batches/hash.ts'
import type { ExportLineOf } from '../lines.ts'
import { breachList, type ExportCheck } from './check.ts'

interface Content {
  count: number
  totalMinor: number
  /** Of the hashes of its lines. */
  sum: bigint
  approvedAt: string | null
}

/** Checks that each batch was approved by others than who prepared it, over the lines that it has. */
export function approvals(): ExportCheck {
  const breaches = breachList()
  const batches = new Map<string, Content>()
  let approved = 0
  async function takeBatch(batch: ExportLineOf<'batch'>) {
    const { id, preparedBy, contentHash: hash, approvalsNeeded, lines, totalMinor, steps } = batch
    if (batches.has(id)) breaches.add(`${id} is there twice`)
    const approvers = new Set(batch.approvals.map(({ approver }) => approver))
    const approval = steps.find(({ state }) => state === 'approved')
    if (approvers.has(preparedBy)) breaches.add(`${id} is approved by who prepared it`)
    if (batch.approvals.some((one) => one.contentHash !== hash)) breaches.add(`${id} was approved with other content`)
    if (approval !== undefined && approvers.size < approvalsNeeded) breaches.add(`${id} was approved by too few`)
    if (contentHash(lines) !== hash) breaches.add(`${id} does not hold the lines that were approved`)
    approved += approval === undefined ? 0 : 1
    const sum = lines.reduce((all, line) => all + BigInt(`0x${line}`), 0n)
    batches.set(id, { count: lines.length, totalMinor, sum, approvedAt: approval?.at ?? null })
  }
  return {
    name: 'approvals',
    promise:
      'A batch was approved by enough others than who prepared it, on the lines it holds, before any of it was sent; two people decided what takes two.',
    async take(line) {
      if (line.kind === 'decision' && line.verdict !== 'withdrawn' && line.proposedBy === line.decidedBy) {
        breaches.add(`${line.proposal} is decided by who proposed it`)
      }
      if (line.kind === 'batch') await takeBatch(line)
      if (line.kind !== 'voucher') return
      for (const { id, batch: batchId, amountMinor, lineHash, attempts } of line.payouts) {
        const batch = batches.get(batchId)
        if (batch === undefined) {
          breaches.add(`${id} is in a batch that is not there`)
          continue
        }
        batch.count -= 1
        batch.totalMinor -= amountMinor
        batch.sum -= BigInt(`0x${lineHash}`)
        if (attempts.some(({ madeAt }) => batch.approvedAt === null || madeAt < batch.approvedAt)) {
          breaches.add(`${id} was stored before its batch was approved`)
        }
      }
    },
    end() {
      for (const [id, { count, totalMinor, sum }] of batches) {
        if (count !== 0 || totalMinor !== 0 || sum !== 0n) breaches.add(`${id} holds other payouts than were approved`)
      }
      return { figures: { batches: batches.size, approved }, breaches: breaches.all() }
    },
  }
}
