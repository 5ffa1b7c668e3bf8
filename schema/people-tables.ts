/** The tables of who was invited, who came, and what they agreed to. */

export interface InvitationsTable {
  id: string
  study_id: string
  code_hash: string
  expires_at: string
  created_at: string
  /** When a parent or guardian confirmed to the organiser; null for everybody else. */
  guardian_at: string | null
}

export interface InvitationEndsTable {
  invitation_id: string
  how: 'spent' | 'revoked'
  at: string
}

export interface RespondentsTable {
  id: string
  study_id: string
  invitation_id: string | null
  resume_hash: string
  started_at: string
  /** Tokens signed with an earlier one count no more. */
  generation: number
  generation_before: number
  /** Of a resume code that has taken the first one's place. */
  resume_salt: string | null
}

export interface AgreementTextsTable {
  study_id: string
  /** `notice`, `paradata`, or the code of a consent. */
  code: string
  version: number
  /** The SHA-256 of `text`. */
  hash: string
  /** Canonical JSON of what is said, in every language. */
  text: string
  made_at: string
}

export interface AgreementsTable {
  respondent_id: string
  code: string
  study_id: string
  hash: string
  at: string
}

export type RequestKind = 'see' | 'withdraw' | 'erase' | 'object' | 'correct'

export interface RequestsTable {
  id: string
  study_id: string
  respondent_id: string
  kind: RequestKind
  /** Days, as `2026-03-01`. */
  came_on: string
  due_on: string
  /** A staff id. */
  registered_by: string
  registered_at: string
  done_by: string | null
  done_at: string | null
}

/** What is asked for in writing by somebody who has no code, known by where a reward of theirs went. */
export interface ContactRequestsTable {
  id: string
  study_id: string
  kind: RequestKind
  /** A JWE; '' once its code was used, or it is done. */
  contact: string
  came_on: string
  due_on: string
  /** A staff id. */
  registered_by: string
  registered_at: string
  /** The keyed hash of the code that was made to be sent to the contact. */
  code_hash: string | null
  sent_at: string | null
  used_at: string | null
  /** How often its code was used: once at the most. */
  uses: number
  /** Which of the fifty places for those that wait it has, from 1; null of some that came before there were places. */
  place: number | null
  done_by: string | null
  done_at: string | null
}
