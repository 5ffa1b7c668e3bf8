/** What staff do, each with their own hands, and now and then with the wrong ones. */
import { providers, type Verdict } from '../schema/tables.ts'
import { effects } from '../src/app/approval-effects.ts'
import { holdResponse } from '../src/journey/reviews/hold.ts'
import { rejectResponse, releaseResponse, undoRejected } from '../src/journey/reviews/judge.ts'
import { approveBatch, cancelBatch, refuseBatch } from '../src/rewards/batches/approve.ts'
import { canPay, prepareBatch } from '../src/rewards/batches/prepare.ts'
import { listBatches, waitingClaims } from '../src/rewards/batches/store.ts'
import { heldClaims } from '../src/rewards/claims/store.ts'
import { instructBatch } from '../src/rewards/payouts/report.ts'
import { proposeLifecycle } from '../src/rewards/vouchers/propose.ts'
import { decideProposal } from '../src/staff/approvals/actions.ts'
import { waitingProposals } from '../src/staff/approvals/store.ts'
import type { Campaign } from './campaign.ts'

const any = <Thing>(campaign: Campaign, things: readonly Thing[]) => campaign.chance.oneOf(things)

export async function prepare(campaign: Campaign): Promise<void> {
  const { ports, study } = campaign
  const line = any(
    campaign,
    (await ports.db.read(waitingClaims)).filter(({ state }) => state === 'ready'),
  )
  if (line === undefined) return
  const { channel, currency } = line
  const provider = any(
    campaign,
    providers.filter((one) => canPay(ports.payers, { provider: one, channel, currency })),
  )
  const preparer = any(campaign, campaign.preparers)
  if (provider === undefined || preparer === undefined) return
  // Low limits now and then, so that some batches need two people.
  const limits = campaign.chance.percent(30) ? { perPayoutMinor: 2_100, perBatchMinor: 4_000 } : study.settings.limits
  await prepareBatch(ports, preparer, { studyId: study.id, provider, channel, currency, limits })
}

/** Most batches are approved by somebody who may; some are tried by who prepared them, which must not work. */
export async function approve(campaign: Campaign): Promise<void> {
  const { ports, chance } = campaign
  const batches = await ports.db.read(listBatches({ before: 'batch_~', limit: 20 }))
  const batch = any(
    campaign,
    batches.filter(({ state }) => state === 'frozen'),
  )
  if (batch === undefined) return
  const preparer = campaign.preparers.find(({ id }) => id === batch.preparedBy)
  const who = chance.percent(10) ? preparer : any(campaign, campaign.approvers)
  if (who === undefined) return
  const done = await approveBatch(ports, who, batch.id)
  if (who === preparer && !('refused' in done)) throw new Error('Who prepared a batch could approve it.')
}

export async function letGo(campaign: Campaign): Promise<void> {
  const { ports, chance } = campaign
  const batch = any(campaign, await ports.db.read(listBatches({ before: 'batch_~', limit: 20 })))
  const who = any(campaign, campaign.approvers)
  if (batch === undefined || who === undefined) return
  await (chance.percent(50) ? refuseBatch(ports, who, batch.id) : cancelBatch(ports, who, batch.id))
}

/** Hands a batch out to be paid by hand. */
export async function handOut(campaign: Campaign): Promise<void> {
  const { ports } = campaign
  const batches = await ports.db.read(listBatches({ before: 'batch_~', limit: 20 }))
  const batch = any(
    campaign,
    batches.filter(({ state, provider }) => state === 'approved' && provider === 'manual'),
  )
  const who = any(campaign, campaign.preparers)
  if (batch !== undefined && who !== undefined) await instructBatch(ports, who, batch.id)
}

/** Somebody decides what somebody else has proposed. */
export async function decideSomething(campaign: Campaign): Promise<void> {
  const { ports } = campaign
  const proposal = any(campaign, await ports.db.read(waitingProposals({ kind: '', after: '', limit: 20 })))
  const who = any(campaign, [...campaign.approvers, ...campaign.preparers])
  const verdict = any<Verdict>(campaign, ['confirmed', 'confirmed', 'declined', 'withdrawn'])
  const effect = proposal && effects[proposal.kind]
  if (proposal === undefined || who === undefined || verdict === undefined || effect === undefined) return
  await decideProposal(ports, who, proposal.id, verdict, effect.effectOf)
}

/** An admin holds, releases or rejects; finance proposes to void or replace a voucher, or to release a claim. */
export async function review(campaign: Campaign): Promise<void> {
  const { ports, admin, chance } = campaign
  const voucher = any(campaign, campaign.vouchers)
  const who = any(campaign, campaign.preparers)
  if (voucher === undefined || who === undefined) return
  switch (chance.pick(8)) {
    case 0:
      await holdResponse(ports, admin, voucher, 'automated')
      return
    case 1:
    case 2:
    case 3:
      await releaseResponse(ports, admin, voucher, 'looks_genuine')
      return
    case 4:
      await rejectResponse(ports, admin, voucher, 'careless_answers')
      if (chance.pick(3) === 0) await undoRejected(ports, admin, voucher)
      return
    case 5:
      await proposeLifecycle(ports, who, {
        kind: 'voucher_voided',
        subject: voucher,
        code: 'wrong_person',
        words: 'It went astray.',
      })
      return
    case 6:
      await proposeLifecycle(ports, who, {
        kind: 'voucher_reissued',
        subject: voucher,
        code: 'lost_link',
        words: 'The link was lost.',
      })
      return
    default: {
      const claim = any(campaign, await ports.db.read(heldClaims({ after: '', limit: 20 })))
      if (claim !== undefined)
        await proposeLifecycle(ports, who, {
          kind: 'claim_released',
          subject: claim.id,
          code: 'looks_genuine',
          words: 'Seen.',
        })
    }
  }
}
