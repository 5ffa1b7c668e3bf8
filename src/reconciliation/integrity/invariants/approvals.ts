/** Nobody approves what they prepared, and what is paid is what was approved. */
import { contentHash, lineHash } from '../../../rewards/batches/hash.ts'
import { foundOfBatch } from '../../../rewards/payouts/store.ts'
import { atMost, type Invariant, seenBySql } from '../invariant.ts'

export const approvedByOthers = seenBySql(
  'approved_by_others',
  'Who approves a batch, or confirms what takes two people, is not who prepared or proposed it.',
  `select 'approvals' as "figure", count(*) as "value" from batch_approvals
union all select 'decisions', count(*) from decisions`,
  `select batch_approvals.batch_id as "subject", 'is approved by who prepared it' as "what"
from batch_approvals left join batches on batches.id = batch_approvals.batch_id
where batches.id is null or batch_approvals.approver = batches.prepared_by
  or batch_approvals.prepared_by <> batches.prepared_by`,
  `select decisions.proposal_id as "subject", 'is decided by who proposed it' as "what"
from decisions left join proposals on proposals.id = decisions.proposal_id
where proposals.id is null or proposals.proposed_by <> decisions.proposed_by
  or (verdict <> 'withdrawn' and decided_by = proposals.proposed_by)`,
  `select proposals.id as "subject", 'is said to be decided and is not, or the other way round' as "what"
from proposals where decided <> (select count(*) from decisions where decisions.proposal_id = proposals.id)`,
)

export const approvedByEnough = seenBySql(
  'approved_by_enough',
  'A batch was approved by as many people as it needs, on the content it has, before any of it was sent.',
  `select state as "figure", count(*) as "value" from batches group by state order by state`,
  `select batches.id as "subject", 'was approved by too few' as "what" from batches
where exists (select 1 from batch_steps where batch_steps.batch_id = batches.id and batch_steps.state = 'approved')
  and (select count(distinct approver) from batch_approvals
    where batch_approvals.batch_id = batches.id and batch_approvals.content_hash = batches.content_hash) < approvals_needed`,
  `select attempts.id as "subject", 'was stored before its batch was approved' as "what"
from attempts join payouts on payouts.id = attempts.payout_id
left join batch_steps on batch_steps.batch_id = payouts.batch_id and batch_steps.state = 'approved'
where batch_steps.at is null or batch_steps.at > attempts.made_at`,
)

const batchesAtOnce = 50
const mostPayouts = 1_000

/** Read batch by batch: the ciphertexts of the payees are hashed anew. */
export const contentIsApproved: Invariant = {
  name: 'content_is_approved',
  promise: "A batch's content hash is that of its payouts as they are, down to each payee's ciphertext.",
  async check({ db }) {
    const breaches: string[] = []
    const figures = { batches: 0, payouts: 0 }
    for (let after = ''; ; ) {
      const batches = await db.read<{ id: string; hash: string; payouts: number; total: number }>({
        sql: `select id as "id", content_hash as "hash", payouts as "payouts", total_minor as "total"
from batches where id > ? order by id limit ${batchesAtOnce}`,
        values: [after],
      })
      for (const { id, hash, payouts: count, total } of batches) {
        const payouts = await db.read(foundOfBatch(id, '', mostPayouts))
        const hashes = payouts.map(lineHash)
        const sum = payouts.reduce((all, { amountMinor }) => all + amountMinor, 0)
        if (contentHash(hashes) !== hash || hashes.some((line, i) => line !== payouts[i]?.lineHash)) {
          breaches.push(`${id} holds something else than was approved`)
        } else if (payouts.length !== count || sum !== total) breaches.push(`${id} has other sums than it says`)
        figures.batches += 1
        figures.payouts += payouts.length
      }
      const last = batches.at(-1)
      if (last === undefined) return { figures, breaches: atMost(breaches) }
      after = last.id
    }
  },
}
