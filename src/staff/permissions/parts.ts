/** The parts that staff go to and fro between, in the order of the work, and what each needs. */
import { type Granted, may } from './may.ts'
import type { Permission } from './permissions.ts'

/** The parts that staff go to and fro between. */
export type PartOfStaff =
  | 'responses'
  | 'reviews'
  | 'money'
  | 'vouchers'
  | 'payouts'
  | 'clearing'
  | 'statements'
  | 'exceptions'
  | 'proposals'
  | 'reports'
  | 'calendar'

interface Part {
  part: PartOfStaff
  href: string
  permission: Permission
}

const parts: readonly Part[] = [
  { part: 'responses', href: '/admin', permission: 'responses.view' },
  { part: 'reviews', href: '/admin/reviews', permission: 'reviews.view' },
  { part: 'money', href: '/finance', permission: 'money.view' },
  { part: 'vouchers', href: '/finance/vouchers', permission: 'vouchers.view' },
  { part: 'payouts', href: '/finance/payouts', permission: 'payouts.view' },
  { part: 'clearing', href: '/finance/clearing', permission: 'payouts.view' },
  { part: 'statements', href: '/finance/statements', permission: 'statements.view' },
  { part: 'exceptions', href: '/finance/exceptions', permission: 'exceptions.view' },
  { part: 'proposals', href: '/finance/proposals', permission: 'approvals.view' },
  { part: 'reports', href: '/finance/reports', permission: 'reports.view' },
  { part: 'calendar', href: '/finance/calendar', permission: 'calendar.view' },
]

/** Where somebody can go; the first is where they begin. */
export function partsFor(staff: Granted): Part[] {
  return parts.filter(({ permission }) => may(staff, permission))
}

/** Where somebody begins; without any role, where they are told so. */
export function homeOf(staff: Granted): string {
  return partsFor(staff)[0]?.href ?? '/admin'
}
