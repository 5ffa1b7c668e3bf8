/** What a study's money did in a month, offer by offer: every account before and after. Pure; amounts are minor units. */
import type { LedgerAccount } from '../../../schema/tables.ts'

export type Holding = Record<Exclude<LedgerAccount, 'funding'> | 'total', number>

export interface LedgerFlow {
  debit: LedgerAccount
  credit: LedgerAccount
  count: number
  amountMinor: number
}

export interface OfferPart {
  offer: string
  currency: string
  amountMinor: number
  /** Owed to the tax office with each. */
  taxMinor: number
  opening: Holding
  closing: Holding
  flows: LedgerFlow[]
}

export type StudyReport = {
  format: 1
  kind: 'study'
  subject: string
  study: { id: string; slug: string }
  zone: string
  from: string
  to: string
  costCentre: string
  projectCode: string
  offers: OfferPart[]
  note: string | null
}

export const holdings = ['available', 'reserved', 'liability', 'clearing', 'paid', 'tax', 'outside'] as const

/** What a holding is after these flows. Money that comes from funding makes the total larger. */
export function after(opening: Holding, flows: readonly LedgerFlow[]): Holding {
  const holding = { ...opening }
  for (const { debit, credit, amountMinor } of flows) {
    holding[debit === 'funding' ? 'total' : debit] += debit === 'funding' ? amountMinor : -amountMinor
    holding[credit === 'funding' ? 'total' : credit] += credit === 'funding' ? -amountMinor : amountMinor
  }
  return holding
}

/** Whether the parts of a holding make its total. */
export function addsUp(holding: Holding): boolean {
  return holdings.reduce((sum, account) => sum + holding[account], 0) === holding.total
}

/** What some of these flows come to. */
export function sumOfFlows(flows: readonly LedgerFlow[], which: (flow: LedgerFlow) => boolean): number {
  return flows.reduce((sum, flow) => sum + (which(flow) ? flow.amountMinor : 0), 0)
}
