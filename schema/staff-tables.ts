/** The tables of staff, their sessions and the audit trail. */

export const roles = ['admin', 'preparer', 'approver', 'auditor'] as const
export type Role = (typeof roles)[number]

export interface StaffTable {
  id: string
  name: string
  role: Role
  created_at: string
}

export interface SignInsTable {
  id: string
  staff_id: string
  code_hash: string
  expires_at: string
  created_at: string
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
}

export interface AuditEntriesTable {
  id: string
  actor: string
  action: string
  subject: string
  at: string
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

/** By name. */
export interface StaffTables {
  staff: StaffTable
  sign_ins: SignInsTable
  sign_in_uses: SignInUsesTable
  staff_sessions: StaffSessionsTable
  audit_entries: AuditEntriesTable
  audit_seals: AuditSealsTable
}
