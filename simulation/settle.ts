/** The end of a campaign: nothing is lost any more, and time passes until nothing is open. Then clearing has to be empty. */

import { sweep } from '../src/app/app.ts'
import { effects } from '../src/app/approval-effects.ts'
import { payoutsInClearing } from '../src/rewards/batches/clearing-store.ts'
import { listBatches } from '../src/rewards/batches/store.ts'
import { instructBatch } from '../src/rewards/payouts/report.ts'
import { decideProposal } from '../src/staff/approvals/actions.ts'
import { waitingProposals } from '../src/staff/approvals/store.ts'
import { reportFile, sendFile, tellAll } from './bank/paper.ts'
import { close, openOnes } from './bank/work-off.ts'
import type { Campaign } from './campaign.ts'

/** Enough for the longest wait between two questions to pass some times, and for every bill to run out. */
const rounds = 60
const minutesARound = 300
const minutesADay = 24 * 60

/** Payouts of approved batches that are still to be handed out. */
const queuedByHand = {
  sql: `select payouts.id as "id" from payouts join batches on batches.id = payouts.batch_id
where payouts.state = 'queued' and payouts.provider = 'manual' and batches.state = 'approved'`,
  values: [],
}

export async function settleEverything(campaign: Campaign): Promise<void> {
  const { ports, app, clock, outside } = campaign
  outside.calm()
  outside.drain(false)
  for (let round = 0; round < rounds; round++) {
    await outside.settle()
    for (const request of outside.post.splice(0)) await app.fetch(request)
    await sweep(ports)
    await settleBank(campaign)
    const { length } = await ports.db.read(payoutsInClearing('behind', null, 1))
    const waiting = await ports.db.read(queuedByHand)
    if (length === 0 && waiting.length === 0 && round > 2) break
    clock.wait(minutesARound)
  }
  // The last day has to be over before the bank tells of it, and a line has its time.
  for (let day = 0; day < 4; day++) {
    clock.wait(minutesADay)
    await settleBank(campaign)
    await tellAll(campaign)
    await sweep(ports)
    for (const one of await openOnes(campaign)) await close(campaign, one)
    await sweep(ports)
  }
}

/** What was handed out goes to the bank, which does all of it, and finance hears what. */
async function settleBank(campaign: Campaign): Promise<void> {
  const { ports, bank, preparers, approvers } = campaign
  const [preparer] = preparers
  const [approver] = approvers
  if (preparer === undefined || approver === undefined) return
  const batches = await ports.db.read(listBatches({ before: 'batch_~', limit: 200 }))
  for (const batch of batches.filter(({ provider, state }) => provider === 'manual' && state === 'approved')) {
    await instructBatch(ports, preparer, batch.id)
    await sendFile(campaign, batch)
  }
  bank.finish()
  for (const file of bank.files) await reportFile(campaign, file, preparer)
  for (const proposal of await ports.db.read(waitingProposals({ kind: '', after: '', limit: 500 }))) {
    const effect = effects[proposal.kind]
    if (effect === undefined || !['payout_failed', 'batch_failed'].includes(proposal.kind)) continue
    await decideProposal(ports, approver, proposal.id, 'confirmed', effect.effectOf)
  }
}
