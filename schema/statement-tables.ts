/** The tables of accounts at providers, statements, matches, exceptions' histories and signed reports. */
import type { Provider } from './payment-tables.ts'

export interface ProviderAccountsTable {
  /** `wechat:CNY`. */
  id: string
  provider: Provider
  currency: string
  instructed: number
  stops: number
  instructed_at_stop: number
  /** Up to where the ends of attempts were held against the statements. */
  checked_at: string | null
  checked_id: string | null
  /** Steps of matching so far. */
  match_steps: number
}

export interface ProviderDaysTable {
  account_id: string
  day: string
  funded: number
  paid: number
  fees: number
  returned: number
  other: number
}

export interface ProviderEntriesTable {
  id: string
  account_id: string
  day: string
  kind: 'funded' | 'fees' | 'returned' | 'other'
  amount_minor: number
  /** What made it, once: a statement's line, say. */
  cause: string
  actor: string
  at: string
}

export const statementStates = ['receiving', 'staging', 'published', 'refused', 'discarded', 'quarantined'] as const
export type StatementState = (typeof statementStates)[number]

export interface StatementStepsTable {
  statement_id: string
  n: number
  state: StatementState
  n_before: number | null
  state_before: StatementState | null
  move: string
  actor: string
  reason: string | null
  at: string
}

export interface StatementsTable {
  id: string
  account_id: string
  format: string
  file_hash: string | null
  bytes: number
  chunks: number
  /** JSON of a column mapping, for a plain CSV. */
  mapping: string | null
  rows_done: number
  lines_new: number
  lines_matched: number
  /** JSON of the line and the reason that it was refused for. */
  problem: string | null
  period_from: string | null
  period_to: string | null
  opening_minor: number | null
  closing_minor: number | null
  uploaded_by: string
  n: number
  state: StatementState
  made_at: string
  /** JSON: where the parser goes on. */
  checkpoint: string | null
  /** JSON of what a person said beside the file; null while it is still arriving. */
  told: string | null
  /** JSON of what the file came to. */
  summary: string | null
  matched_at: string | null
  /** How often the step was tried that was tried last, which one, by how many were made before it, and when. */
  tries: number
  tried_step: number | null
  tried_at: string | null
  /** A digest of the bank account's number, as the file has it. */
  bank_account: string | null
  /** When the bank made it, as it says: an instant in UTC. */
  given_at: string | null
}

export interface StatementProgressTable {
  statement_id: string
  /** 'stage' is found in rows of earlier versions only; 'import' took its place. */
  phase: 'import' | 'match' | 'last_word' | 'matched' | 'stage'
  from_row: number
  to_row: number
}

export interface StatementDaysTable {
  account_id: string
  day: string
  lines: number
  debit_minor: number
  credit_minor: number
}

export interface StatementChunksTable {
  statement_id: string
  n: number
  /** Base64. */
  content: string
}

export type LineKind = 'payment' | 'fee' | 'return' | 'topup' | 'tax' | 'other' | 'unknown'

export interface StatementLinesTable {
  account_id: string
  line_key: string
  statement_id: string
  row: number
  day: string
  direction: 'debit' | 'credit'
  amount_minor: number
  provider_id: string | null
  reference: string | null
  kind: LineKind
  raw_type: string
  balance_minor: number | null
  digest: string
  outcome: 'matched' | 'booked' | 'exception' | null
  /** What it calls our batch, parted by spaces. */
  batch_ids: string | null
  /** Of how many payments it says to be the sum. */
  parts: number | null
  /** What a bank calls the booking that it tells of. */
  booking: string | null
  /** 1: it tells of a part of that. */
  is_part: number
  /** The key of the line that its money is counted with; null: with itself. */
  carried_by: string | null
}

export interface MatchesTable {
  account_id: string
  line_key: string
  attempt_id: string
  kind: LineKind
  rule: 'provider_id' | 'reference' | 'group' | 'by_hand' | 'batch'
  proposal_id: string | null
  at: string
  /** How much of the line it is, in minor units, where the line proves several. */
  share_minor: number | null
}

export interface ExceptionStepsTable {
  exception_id: string
  n: number
  what: string
  actor: string
  note: string
  at: string
}

export interface ColumnMappingsTable {
  account_id: string
  mapping: string
  actor: string
  at: string
}

/** `kind`: one of `LineKind`. */
export interface TypeRulesTable {
  id: string
  account_id: string
  raw_type: string
  kind: string
  actor: string
  at: string
}

/** How plain CSVs of an account with one row of names are read, as people have said; the newest row counts. */
export interface ColumnRulesTable {
  id: string
  account_id: string
  /** Hash of the row of names. */
  header: string
  /** JSON; null when it was forgotten. */
  mapping: string | null
  actor: string
  at: string
}

export interface ReportsTable {
  id: string
  kind: 'day' | 'month' | 'study' | 'closing'
  subject: string
  version: number
  /** JSON. */
  content: string
  content_hash: string
  made_by: string
  at: string
}

export interface ReportSignaturesTable {
  report_id: string
  nth: number
  content_hash: string
  signed_by: string
  at: string
  /** As of a decision. */
  counts_as?: string | null
}

/** How the signing of a report ended; none while it waits for a second signature. */
export interface ReportEndingsTable {
  report_id: string
  ending: 'signed' | 'withdrawn'
  /** A staff id: who signed second, or who took their signature back. */
  ended_by: string
  at: string
}

export interface ErasuresTable {
  id: string
  what: 'payee' | 'answers'
  subject: string
  actor: string
  at: string
}

/** What a study said of itself on a day. */
export interface TrustDaysTable {
  study_id: string
  day: string
  /** Canonical JSON. */
  content: string
  signature: string
  at: string
}

export type ExceptionClass =
  | 'missing_at_provider'
  | 'missing_in_ledger'
  | 'amount_mismatch'
  | 'duplicate'
  | 'late'
  | 'state_conflict'
  | 'fee'
  | 'return_after_success'
  | 'unknown_type'
  | 'balance_break'
  | 'batch_mismatch'

export interface ExceptionsTable {
  id: string
  class: ExceptionClass
  /** The attempt or statement line it is about, by id. */
  subject: string
  study_id: string | null
  provider: Provider | null
  currency: string
  amount_minor: number
  /** JSON of ids, codes and amounts. */
  detail: string
  opened_at: string
  closed_at: string | null
  /** A staff id, once somebody has taken it on. */
  owner: string | null
  account_id: string | null
  /** The day that the money moved, as a statement says. */
  day: string | null
}

/** By name. */
export interface StatementTables {
  provider_entries: ProviderEntriesTable
  statement_steps: StatementStepsTable
  statements: StatementsTable
  statement_chunks: StatementChunksTable
  statement_progress: StatementProgressTable
  statement_days: StatementDaysTable
  statement_lines: StatementLinesTable
  matches: MatchesTable
  exception_steps: ExceptionStepsTable
  column_mappings: ColumnMappingsTable
  type_rules: TypeRulesTable
  column_rules: ColumnRulesTable
  reports: ReportsTable
  report_signatures: ReportSignaturesTable
  report_endings: ReportEndingsTable
  trust_days: TrustDaysTable
}
