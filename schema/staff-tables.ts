/** The tables of staff, their sessions, what takes two of them, and the audit trail. */

/** What a person may be in a study, as the table `roles` has it; what each may do stands in staff/permissions/roles.ts. */
export const roles = ['admin', 'analyst', 'reviewer', 'viewer', 'preparer', 'approver', 'auditor', 'owner'] as const
export type Role = (typeof roles)[number]

/** What a role deals with. One person has one desk in a study. */
export type Desk = 'answers' | 'money' | 'neither'

export interface RolesTable {
  role: Role | 'none'
  /** Null only for `none`. */
  desk: Desk | null
}

export interface StaffTable {
  id: string
  name: string
  /** In each study that is opened from now on; in those that there are, `staff_roles` says. */
  role: Role | 'none'
  created_at: string
  /** In lower case, as an owner entered it. */
  email?: string | null
  /** Which owner entered it; null of the command line, and of an address from before it was kept. */
  email_by?: string | null
  /** As whom else that owner counted then: ids with a space between, or null. */
  email_as?: string | null
  suspended_at?: string | null
  removed_at?: string | null
}

/** Under which name a provider of sign-ins knows somebody: the pair is one person's. */
export interface StaffIdentitiesTable {
  issuer: string
  subject: string
  staff_id: string
  at: string
  /** Who entered the address by which it was bound; null for one that a link bound. */
  vouched_by?: string | null
  /** As whom else they counted then: ids with a space between, or null. */
  vouched_as?: string | null
  /** Who else has found it right, and when. */
  confirmed_by?: string | null
  confirmed_at?: string | null
}

/** By study id, or `all` for the studies to come. */
export interface OwnerCountsTable {
  scope: string
  owners: number
  moves: number
}

/** What one person does in a study, since one of them rules the other out. */
export type Duty = 'links' | 'reviews'

export interface StaffDutiesTable {
  staff_id: string
  study_id: string
  duty: Duty
  at: string
}

export interface InvitationListsTable {
  id: string
  study_id: string
  made_by: string
  duty: 'links'
  links: number
  /** 1 where a parent or guardian has confirmed for each. */
  has_guardian: number
  expires_at: string
  at: string
}

export interface InvitationListLinksTable {
  list_id: string
  n: number
  invitation_id: string
}

export interface RefusedSignInsTable {
  day: string
  way: SignInWay
  reason: string
  count: number
}

/** A one-time link, or a provider by OpenID Connect. */
export type SignInWay = 'link' | 'oidc'

export interface StaffDesksTable {
  staff_id: string
  study_id: string
  desk: Desk
}

export interface StaffRolesTable {
  staff_id: string
  study_id: string
  role: Role
  desk: Desk
}

export interface SignInsTable {
  id: string
  staff_id: string
  code_hash: string
  expires_at: string
  created_at: string
  /** A staff id; null of the command line. */
  made_by?: string | null
  /** As whom else that person counted then: ids with a space between, or null. */
  made_as?: string | null
}

export interface SignInUsesTable {
  sign_in_id: string
  at: string
}

export interface StaffSessionsTable {
  id: string
  staff_id: string
  expires_at: string
  ended_at: string | null
  /** Null of sessions from before it was kept, as are the next two. */
  started_at?: string | null
  proved_at?: string | null
  way?: SignInWay | null
  /** Who of the staff made the link that it began by; null when nobody did. */
  link_by?: string | null
  /** As whom else that person counted when they made it: ids with a space between, or null. */
  link_as?: string | null
}

export interface AuditEntriesTable {
  id: string
  actor: string
  action: string
  subject: string
  at: string
  /** 1 until it has its seal. */
  waits?: number | null
}

export interface AuditSealsTable {
  n: number
  entry_id: string
  n_before: number | null
  hash_before: string | null
  /** SHA-256 in hex. */
  hash: string
  at: string
}

export type ProposalKind =
  | 'calendar'
  | 'payout_failed'
  | 'batch_failed'
  | 'voucher_voided'
  | 'voucher_reissued'
  | 'claim_released'
  | 'match'
  | 'exception_closed'
  | 'stop_lifted'
  | 'word_unlearned'
  | 'payment_undone'
  | 'budget_topped_up'
  | 'budget_returned'
  | 'permit'

export interface ProposalsTable {
  id: string
  kind: ProposalKind
  /** What it is about: a voucher, payout or claim id, or a calendar's id and day. */
  subject: string
  /** JSON of ids, codes, days and amounts. */
  payload: string
  reason: string
  proposed_by: string
  decided: number
  at: string
  /** As whom its proposer counts, as of a decision. */
  counts_as?: string | null
}

export type Verdict = 'confirmed' | 'declined' | 'withdrawn'

export interface DecisionsTable {
  proposal_id: string
  verdict: Verdict
  proposed_by: string
  decided_by: string
  at: string
  /** Who made the link by which whoever decided came in, or they themselves; null from before it was kept. */
  counts_as?: string | null
  proposed_counts_as?: string | null
}

/** By name. */
export interface StaffTables {
  roles: RolesTable
  staff: StaffTable
  staff_desks: StaffDesksTable
  staff_roles: StaffRolesTable
  sign_ins: SignInsTable
  sign_in_uses: SignInUsesTable
  staff_sessions: StaffSessionsTable
  staff_identities: StaffIdentitiesTable
  owner_counts: OwnerCountsTable
  staff_duties: StaffDutiesTable
  invitation_lists: InvitationListsTable
  invitation_list_links: InvitationListLinksTable
  refused_sign_ins: RefusedSignInsTable
  audit_entries: AuditEntriesTable
  audit_seals: AuditSealsTable
  proposals: ProposalsTable
  decisions: DecisionsTable
}
