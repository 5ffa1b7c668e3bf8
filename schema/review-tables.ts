/** The tables of what was decided about responses. */
import type { Reason } from './payment-tables.ts'

/** What was decided about a response by whoever reads answers, whatever became of its money. */
export type JudgedState = 'held' | 'accepted' | 'rejected'

export interface ReviewStepsTable {
  respondent_id: string
  n: number
  state: JudgedState
  n_before: number | null
  state_before: JudgedState | null
  move: string
  /** A staff id, or `service` where the study holds whatever comes by that door. */
  actor: string
  reason: Reason | null
  at: string
}

export interface ReviewsTable {
  /** The respondent's. */
  id: string
  n: number
  state: JudgedState
  /** 1 while its voucher could not follow. */
  pending: number
}
