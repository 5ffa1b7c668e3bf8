/** The tables of calendars, claims, payouts and exceptions. */

export interface CalendarsTable {
  id: string
  /** IANA time zone in which its days begin and end. */
  zone: string
}

export type DayKind = 'working' | 'rest' | 'closed'

export interface CalendarYearsTable {
  calendar_id: string
  year: number
  source: string
  proposal_id: string | null
  at: string
}

export interface CalendarDaysTable {
  calendar_id: string
  /** `2026-02-14`. */
  day: string
  /** The newest counts. */
  n: number
  year: number
  kind: DayKind
  slow: number
  open: number
  source: string
  proposal_id: string | null
}

export type Reason =
  | 'checked_by_hand'
  | 'looks_genuine'
  | 'duplicate_person'
  | 'careless_answers'
  | 'not_eligible'
  | 'automated'
  | 'other'
  | 'lost_link'
  | 'wrong_person'
  | 'organiser_decision'
  | 'given_up'
  | 'not_claimed_in_time'
  | 'account_in_use'
  | 'disposable_mailbox'
  | 'many_of_one_domain'
  | 'over_yearly_total'
  | 'changed_by_holder'
  | 'batch_cancelled'
  | 'reported_by_staff'
  | 'reported_by_mistake'
  | 'returned_by_provider'
  | 'paid_outside_the_books'
  | FailReason

/** Why a provider did not pay, in our words; the provider's own code is kept beside it. */
export type FailReason =
  | 'payee_not_found'
  | 'payee_name_mismatch'
  | 'payee_not_verified'
  | 'payee_limit'
  | 'payee_account_problem'
  | 'not_confirmed_in_time'
  | 'cancelled_before_closure'
  | 'cancelled_by_staff'
  | 'payer_balance'
  | 'payer_problem'
  | 'amount_limit'
  | 'declined_by_provider'

export const channels = ['wechat', 'alipay', 'fps', 'alipayhk', 'mpay', 'bank', 'gift'] as const
export type Channel = (typeof channels)[number]
export const providers = ['manual', 'wechat', 'alipay', 'tremendous'] as const
export type Provider = (typeof providers)[number]

/** What the steps of every life have in common; each table adds whose life it is. */
interface Step<State extends string> {
  n: number
  state: State
  n_before: number | null
  state_before: State | null
  move: string
  actor: string
  reason: Reason | null
  at: string
}

export type ClaimState = 'ready' | 'held' | 'frozen' | 'paid' | 'ended'
export interface ClaimStepsTable extends Step<ClaimState> {
  claim_id: string
}

export interface ClaimsTable {
  id: string
  voucher_id: string
  study_id: string
  channel: Channel
  /** JWE of the payee's details. */
  payee: string
  /** The key of the study that it is under; null of one that was erased, or is still under a key of the service. */
  payee_key: string | null
  account_hash: string
  eligible_at: string
  n: number
  state: ClaimState
  made_at: string
  /** A keyed hash of the domain of a gift's mailbox, where it is none that many share; null for all else. */
  domain_hash: string | null
  /** Of those of that domain that did not wait for a person, the how manieth; null for all else. */
  domain_nth: number | null
  /** Whether it was made in the browser of whoever answered: 0 also where that is not known. */
  by_respondent: 0 | 1
  /** 1 of one that could be paid and ended because its response was held, until the next batch of its kind is prepared. */
  stopped: 1 | null
}

export const batchStates = ['frozen', 'approved', 'refused', 'cancelled'] as const
export type BatchState = (typeof batchStates)[number]

export interface BatchStepsTable extends Step<BatchState> {
  batch_id: string
}

export interface BatchesTable {
  id: string
  study_id: string
  provider: Provider
  currency: string
  prepared_by: string
  content_hash: string
  payouts: number
  total_minor: number
  approvals_needed: number
  approvals: number | null
  n: number
  state: BatchState
  made_at: string
  /** As whom its preparer counts, as of a decision. */
  counts_as?: string | null
}

export interface BatchApprovalsTable {
  batch_id: string
  nth: number
  approver: string
  prepared_by: string
  content_hash: string
  at: string
  /** As of a decision. */
  counts_as?: string | null
  prepared_counts_as?: string | null
}

export type PayoutState = 'queued' | 'open' | 'paid' | 'failed' | 'cancelled' | 'returned'

export interface PayoutStepsTable extends Step<PayoutState> {
  payout_id: string
}

export interface PayoutsTable {
  id: string
  batch_id: string
  claim_id: string
  voucher_id: string
  study_id: string
  offer_id: string
  provider: Provider
  channel: Channel
  currency: string
  amount_minor: number
  line_hash: string
  n: number
  state: PayoutState
  made_at: string
  /** The year's total that it is counted in; null in rows from before there was one. */
  payee_hash: string | null
  payee_year: number | null
  /** What reached its payee outside of the books, tax included; null where nothing did. */
  outside_minor: number | null
  /** Since when it is not sent, whatever becomes of its batch; null for one that is. */
  aside_since: string | null
}

/** What one payee gets in a year, tax included, over all studies. */
export interface PayeeYearsTable {
  /** A keyed hash of the account, another one each year. */
  payee_hash: string
  year: number
  currency: string
  total_minor: number
  /** The house's threshold; null for none. */
  limit_minor: number | null
  /** What two people have allowed beyond it. */
  raised_minor: number
}

export const attemptStates = [
  'stored',
  'accepted',
  'awaiting_user',
  'unknown',
  'cancelling',
  'succeeded',
  'failed',
  'cancelled',
] as const
export type AttemptState = (typeof attemptStates)[number]

export interface AttemptStepsTable extends Step<AttemptState> {
  attempt_id: string
  /** The provider's own code for it. */
  code: string | null
}

export interface AttemptsTable {
  id: string
  payout_id: string
  nth: number
  offer_id: string
  provider: Provider
  /** What the provider knows it by: letters and digits, at most 32. */
  reference: string
  currency: string
  amount_minor: number
  tax_minor: number
  calendar_id: string
  day: string
  day_n: number
  settles_day: string
  settles_day_n: number
  is_open_day: number
  provider_id: string | null
  code: string | null
  /** JWE of what the holder's phone needs to confirm. */
  confirm: string | null
  expires_at: string | null
  next_at: string | null
  calls: number
  n: number
  state: AttemptState
  made_at: string
}

export interface AttemptCallsTable {
  attempt_id: string
  n: number
  what: 'send' | 'query' | 'cancel'
  at: string
}

export interface ProviderEventsTable {
  provider: Provider
  event_id: string
  at: string
}

/** A file of results that was uploaded for a batch. */
export interface ResultFilesTable {
  id: string
  batch_id: string
  /** SHA-256 of its bytes, in hex. */
  file_hash: string
  bytes: number
  pieces: number
  uploaded_by: string
  at: string
  /** What each of its lines came to, as JSON; null in rows from before it was kept. */
  outcomes: string | null
}

export interface ResultFilePiecesTable {
  file_id: string
  /** From 1. */
  n: number
  /** A JWE over base64. */
  content: string
}

/** By name. */
export interface PaymentTables {
  calendars: CalendarsTable
  calendar_years: CalendarYearsTable
  calendar_days: CalendarDaysTable
  claim_steps: ClaimStepsTable
  claims: ClaimsTable
  batch_steps: BatchStepsTable
  batches: BatchesTable
  batch_approvals: BatchApprovalsTable
  payout_steps: PayoutStepsTable
  payouts: PayoutsTable
  payee_years: PayeeYearsTable
  attempt_steps: AttemptStepsTable
  attempts: AttemptsTable
  attempt_calls: AttemptCallsTable
  provider_events: ProviderEventsTable
  result_files: ResultFilesTable
  result_file_pieces: ResultFilePiecesTable
}
