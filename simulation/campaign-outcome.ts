/** What a campaign has come to, by which its tests see that it met what they are about. */
import { waysReported } from './bank/bank-checks.ts'
import type { Campaign } from './campaign.ts'
import { objectionsOf } from './objections.ts'
import { overQuota } from './quota-visitors.ts'
import { uploadsOf } from './uploads.ts'

export interface CampaignOutcome {
  seed: number
  steps: number
  answered: number
  /** Responses that ended because a group was full, and those of them that were thanked with a voucher. */
  full: number
  thanked: number
  /** Objections that were upheld, and those that were dismissed. */
  upheld: number
  dismissed: number
  /** Payouts that were paid, by provider. */
  paid: Record<string, number>
  crashes: number
  /** What happened to clocks, by kind. */
  clocks: Record<string, number>
  /** What happened to the disk, by kind. */
  disks: Record<string, number>
  /** Statements that were uploaded, by what became of them. */
  uploads: Record<string, number>
  /** In how many ways the bank told of what it did. */
  told: Record<string, number>
  /** Every attempt, by reference, and how it ended: the same seed and steps come to the same. */
  attempts: string[]
}

/** What a campaign has come to. */
export async function campaignOutcome(
  campaign: Campaign,
  so: Pick<CampaignOutcome, 'seed' | 'steps' | 'crashes'>,
): Promise<CampaignOutcome> {
  return {
    ...so,
    answered: campaign.vouchers.length,
    ...(await overQuota(campaign)),
    ...(await objectionsOf(campaign)),
    paid: await paidBy(campaign),
    clocks: campaign.machines.mishaps,
    disks: campaign.disk.mishaps,
    attempts: await attemptsOf(campaign),
    uploads: await uploadsOf(campaign),
    told: await waysReported(campaign),
  }
}

async function attemptsOf({ ports }: Campaign): Promise<string[]> {
  const rows = await ports.db.read<{ reference: string; state: string; calls: number }>({
    sql: 'select reference, state, calls from attempts order by reference',
    values: [],
  })
  return rows.map(({ reference, state, calls }) => `${reference} ${state} after ${calls} calls`)
}

/** How many payouts were paid, by provider. */
async function paidBy({ ports }: Campaign): Promise<Record<string, number>> {
  const rows = await ports.db.read<{ provider: string; count: number }>({
    sql: `select provider as "provider", count(*) as "count" from payouts where state = 'paid' group by provider`,
    values: [],
  })
  return Object.fromEntries(rows.map(({ provider, count }) => [provider, count]))
}
