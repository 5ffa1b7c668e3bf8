/**
 * One interface per table of `migrations/`. Times are ISO 8601 in UTC, money is minor units, flags are 0 or 1. Those of
 * claiming and paying stand in a file of their own.
 */

import type { ResponsePagesTable, SavedPagesTable } from './answers.ts'
import type { LeaseStepsTable, LeasesTable } from './lease-tables.ts'
import type { NetworksTable, StartPlacesTable, StartQueuesTable, WrongCodesTable } from './network-tables.ts'
import type { PaymentTables, Reason } from './payment-tables.ts'
import type {
  AgreementsTable,
  AgreementTextsTable,
  ContactRequestsTable,
  InvitationEndsTable,
  InvitationsTable,
  RequestsTable,
  RespondentsTable,
} from './people-tables.ts'
import type { QualityTables } from './quality-tables.ts'
import type { QuotaTables } from './quota-tables.ts'
import type { ObjectionsTable, RejectionsTable, ReviewStepsTable, ReviewsTable } from './review-tables.ts'
import type { KnownKeysTable, RunningTables, StudyKeysTable } from './running-tables.ts'
import type { StaffTables } from './staff-tables.ts'
import type {
  ErasuresTable,
  ExceptionsTable,
  ProviderAccountsTable,
  ProviderDaysTable,
  StatementTables,
} from './statement-tables.ts'
import type { FindingTables } from './studies/finding-tables.ts'
import type { StudyTables } from './studies/lifecycle-tables.ts'
import type { SegmentTables } from './studies/segment-tables.ts'
import type { SetupTables } from './studies/setup-tables.ts'
import type { SourceTables } from './studies/source-tables.ts'
import type { VersionTables } from './studies/version-tables.ts'

export type * from './lease-tables.ts'
export * from './payment-tables.ts'
export type * from './people-tables.ts'
export type * from './quality-tables.ts'
export type * from './quota-tables.ts'
export type * from './review-tables.ts'
export type * from './running-tables.ts'
export * from './staff-tables.ts'
export type * from './statement-tables.ts'
export type * from './studies/lifecycle-tables.ts'
export type * from './studies/segment-tables.ts'
export type * from './studies/setup-tables.ts'
export type * from './studies/version-tables.ts'

export interface QuestionnairesTable {
  version: string
  /** The questionnaire as canonical JSON. */
  document: string
  created_at: string
}

/** `check`: issued at once, unless the checks of quality hold the response. */
export type DoorPolicy = 'issue' | 'hold' | 'check'

export interface StudiesTable {
  id: string
  slug: string
  questionnaire_version: string
  /** JSON of `SurveySettings` and, beside them, `RewardSettings`. */
  settings: string
  open_link_policy: DoorPolicy
  invitation_policy: DoorPolicy
  opens_at: string
  closes_at: string | null
  created_at: string
  /** The study that this one tries out; null for one that counts. */
  test_of: string | null
}

export interface OffersTable {
  id: string
  study_id: string
  position: number
  /** ISO 4217. */
  currency: string
  /** What reaches the holder. */
  amount_minor: number
  /** What is owed to the tax office with it. */
  tax_minor: number
  /** JSON array of channel names. */
  channels: string
  created_at: string
}

export interface OfferPlacesTable {
  study_id: string
  /** A code of the questionnaire's place question; 0 for every place without a row. */
  place: number
  offer_id: string
}

export type LedgerAccount = 'funding' | 'available' | 'reserved' | 'liability' | 'clearing' | 'paid' | 'tax' | 'outside'

/** What an offer has, in minor units: the budget, and in which accounts it is. `outside`: paid by attempts that the books call failed. */
export interface Balance extends Record<Exclude<LedgerAccount, 'funding'>, number> {
  total: number
}

export interface OfferBalancesTable extends Balance {
  offer_id: string
}

export interface TransfersTable {
  id: string
  offer_id: string
  debit: LedgerAccount
  credit: LedgerAccount
  amount_minor: number
  at: string
  /** The voucher or attempt that it belongs to; null for budgets and leases, and in old rows. */
  subject: string | null
}

export type ResponseState = 'in_progress' | 'complete' | 'screened_out' | 'over_quota' | 'withdrawn' | 'lapsed'

export interface ResponsesTable {
  respondent_id: string
  study_id: string
  questionnaire_version: string
  state: ResponseState
  revision: number
  revision_before: number
  seed: string
  /** JSON of `Facts`. */
  facts: string
  language_start: string
  language: string
  unrewarded: number
  export_ref: string
  started_at: string
  progress_at: string
  ended_at: string | null
  /** Between which days (UTC) it lies, for whoever reads answers; null until it is shown to them. */
  shown_from: string | null
  shown_to: string | null
  /** The time spent on its pages as the server saw it; null before completion, and in older rows. */
  active_ms: number | null
  /** 1 when its respondent allows that typing and pasting are counted; nothing of it is kept otherwise. */
  paradata: number
  /** The cell that was full, of one that is over quota. */
  full_cell: string | null
  /** The id of the tag of the link that led to it; null for none. */
  source: string | null
  /** What people decided about it, as far as it counts: null where nothing keeps it from counting. */
  judged: 'held' | 'rejected' | null
  /** 1 once it has a place in the segments. */
  packed: number
}

export interface DocumentsTable {
  respondent_id: string
  /** Canonical JSON of the final `Answers`. */
  document: string
  /** What was typed of them, sealed; '' for nothing. Null in rows from before, whose texts stand in clear. */
  texts: string | null
  texts_key: string | null
}

export type VoucherState =
  | 'held'
  | 'issued'
  | 'claimed'
  | 'paid'
  /** Its holder was paid by an attempt that the books call failed. */
  | 'paid_outside'
  | 'expired'
  | 'voided'
  | 'rejected'
  | 'superseded'

export interface VoucherStepsTable {
  voucher_id: string
  n: number
  state: VoucherState
  n_before: number | null
  state_before: VoucherState | null
  move: string
  at: string
  reason: Reason | null
  /** A staff id, or `holder`, `sweep`, `service`; null for steps older than claiming. */
  actor: string | null
}

export interface VouchersTable {
  id: string
  study_id: string
  offer_id: string
  respondent_id: string
  currency: string
  amount_minor: number
  tax_minor: number
  /** `kid` of the key that the code is derived under. */
  code_key: string
  n: number
  state: VoucherState
  made_at: string
  /** From then on, and after its grace, it can no longer be claimed; null for none. */
  expires_at: string | null
  /** The voucher that this one has taken the place of. */
  replaces: string | null
  /** A keyed hash of its reference; null until the sweep has filled it in, in rows from before there was one. */
  reference_hash: string | null
}

export interface VoucherLinksTable {
  voucher_id: string
  /** A staff id. */
  shown_to: string
  at: string
}

/** What both sides of the wall stand on: who a network is, who works here, what was decided and what was done. */
export interface SharedTables extends RunningTables, StaffTables, StudyTables {
  networks: NetworksTable
  start_queues: StartQueuesTable
  start_places: StartPlacesTable
  wrong_codes: WrongCodesTable
  known_keys: KnownKeysTable
  study_keys: StudyKeysTable
  erasures: ErasuresTable
}

/** What people answer. */
export interface SurveyTables
  extends FindingTables,
    QualityTables,
    QuotaTables,
    SegmentTables,
    SourceTables,
    VersionTables {
  questionnaires: QuestionnairesTable
  studies: StudiesTable
  invitations: InvitationsTable
  invitation_ends: InvitationEndsTable
  respondents: RespondentsTable
  responses: ResponsesTable
  saved_pages: SavedPagesTable
  response_pages: ResponsePagesTable
  documents: DocumentsTable
  agreement_texts: AgreementTextsTable
  agreements: AgreementsTable
  requests: RequestsTable
  contact_requests: ContactRequestsTable
}

/** What people are owed, and how it reaches them. Of a study it has the address and the settings, and nothing of anybody. */
export interface RewardTables extends PaymentTables {
  studies: Pick<
    StudiesTable,
    'id' | 'slug' | 'settings' | 'open_link_policy' | 'invitation_policy' | 'opens_at' | 'created_at' | 'test_of'
  >
  offers: OffersTable
  offer_places: OfferPlacesTable
  thanks_places: OfferPlacesTable
  offer_balances: OfferBalancesTable
  transfers: TransfersTable
  lease_steps: LeaseStepsTable
  leases: LeasesTable
  voucher_steps: VoucherStepsTable
  vouchers: VouchersTable
  voucher_links: VoucherLinksTable
  review_steps: ReviewStepsTable
  reviews: ReviewsTable
  rejections: RejectionsTable
  objections: ObjectionsTable
  provider_accounts: ProviderAccountsTable
  provider_days: ProviderDaysTable
  /** Payouts open some, what is reconciled opens others. */
  exceptions: ExceptionsTable
}

/** All of it, for the rooms that join them. */
export interface Tables
  extends SharedTables,
    SurveyTables,
    Omit<RewardTables, 'studies'>,
    StatementTables,
    SetupTables {}
