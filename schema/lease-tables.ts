/** The tables of leases: money that is set aside for somebody who is answering. */

export type LeaseState = 'open' | 'returned' | 'used'

export interface LeaseStepsTable {
  respondent_id: string
  n: number
  state: LeaseState
  n_before: number | null
  state_before: LeaseState | null
  move: string
  offer_id: string
  at: string
}

export interface LeasesTable {
  respondent_id: string
  n: number
  state: LeaseState
  offer_id: string
  amount_minor: number
  network: string
  opened_at: string
  expires_at: string
}
