/** The tables of what was decided about responses. */
import type { Reason } from './payment-tables.ts'

/**
 * What was decided about a response by whoever reads answers, whatever became of its money.
 * - `rejected`: it can be undone for an hour, and objected to for some days after that
 * - `objected`: another person decides anew
 * - `final`: rejected, and nobody can object any more
 */
export type JudgedState = 'held' | 'accepted' | 'rejected' | 'objected' | 'final'

export interface ReviewStepsTable {
  respondent_id: string
  n: number
  state: JudgedState
  n_before: number | null
  state_before: JudgedState | null
  move: string
  /** A staff id, `service` where the study holds what comes by that door, or the respondent who objects. */
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

/** What whoever was rejected is told; the step is that of the rejection. */
export interface RejectionsTable {
  respondent_id: string
  n: number
  state: 'rejected'
  rejected_by: string
  /** Until then it can be undone, and nobody is told. */
  acts_at: string
  objections_until: string
}

export interface ObjectionsTable {
  respondent_id: string
  /** The step of the rejection. */
  n: number
  rejected_by: string
  made_n: number
  made_state: 'objected'
  made_at: string
  /** The day by which it is decided; null when the calendar does not reach that far. */
  due_day: string | null
  /** What the respondent wrote, encrypted; '' once it is erased. */
  texts: string
  texts_key: string | null
  decided_n: number | null
  decided_state: 'accepted' | 'final' | null
  decided_by: string | null
  decided_at: string | null
  /** What the respondent was answered, encrypted; '' once it is erased. */
  reply_texts: string | null
  reply_key: string | null
}
