/** The tables of what a study is doing: its state, who permitted it, and who signed its soft launch. */
import type { Reason } from '../payment-tables.ts'

/** `ready`: its terms are fixed and it has not begun. */
export type StudyState = 'ready' | 'open' | 'paused' | 'closed'

interface StudyStepsTable {
  study_id: string
  n: number
  state: StudyState
  n_before: number | null
  state_before: StudyState | null
  move: string
  actor: string
  reason: Reason | null
  at: string
}

interface StudyStatusTable {
  id: string
  n: number
  state: StudyState
  /** JSON of `Text`: what visitors read while it is paused, instead of the usual words. */
  pause_words: string | null
  /** 1 when it collects in the mainland, so that it does not open without a permit. */
  mainland: number
  permit_id: string | null
  /** An instant: from then on nobody may start. */
  permit_until: string | null
  /** At so many completes it pauses itself. */
  soft_limit: number | null
}

interface SoftLaunchSignaturesTable {
  study_id: string
  nth: number
  soft_limit: number
  completes: number
  /** JSON of what the page showed. */
  figures: string
  figures_hash: string
  signed_by: string
  at: string
}

interface PermitsTable {
  id: string
  study_id: string
  kind: 'permit' | 'not_needed'
  authority: string | null
  number: string | null
  /** A day; it is good on this day too. */
  expires_on: string | null
  media_type: string | null
  file_hash: string | null
  reason: string | null
  entered_by: string
  at: string
}

interface PermitFilePiecesTable {
  permit_id: string
  n: number
  /** Base64. */
  content: string
}

interface PermitConfirmationsTable {
  permit_id: string
  study_id: string
  proposal_id: string
  entered_by: string
  confirmed_by: string
  at: string
}

export interface StudyTables {
  study_steps: StudyStepsTable
  study_status: StudyStatusTable
  soft_launch_signatures: SoftLaunchSignaturesTable
  permits: PermitsTable
  permit_file_pieces: PermitFilePiecesTable
  permit_confirmations: PermitConfirmationsTable
}
