/** The tables by which a service knows its keys and its own work. */

/** When each part of the periodic work last came to its end. */
export interface HeartbeatsTable {
  part: string
  at: string
}

/** What servers tell each other. */
export interface RunningTables {
  heartbeats: HeartbeatsTable
  elections: ElectionsTable
}

/** Which of several servers does a part of the work, and until when (ISO 8601, UTC). */
interface ElectionsTable {
  part: string
  holder: string
  ends_at: string
}

/** What a key of a study is for: what people typed, or the accounts of its payees. */
export type KeyUse = 'answers' | 'payees'

/** The keys of studies, under which what people typed is encrypted, and their accounts. */
export interface StudyKeysTable {
  id: string
  study_id: string
  purpose: KeyUse
  /** Its id, while it is one for payees and not erased: claims refer to it here. */
  live_payees: string | null
  /** Null once it is erased. */
  wrapped: string | null
  made_at: string
  erased_at: string | null
}

/** The keys that a database has been used with, by their ids. */
export interface KnownKeysTable {
  purpose: string
  kid: string
  /** When it was first used. */
  at: string
  /** When it was taken out on purpose. */
  retired_at: string | null
}
