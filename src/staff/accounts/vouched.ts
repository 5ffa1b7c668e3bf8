/** Accounts at a provider of sign-ins that are bound by the word of an owner, who entered an address. */
import { roleRules } from '../permissions/roles.ts'
import type { Staff } from './store.ts'

/** Ids; nobody where there is none. */
export interface Vouched {
  vouchedBy?: string | null | undefined
  confirmedBy?: string | null | undefined
}

/** Whether an account still counts as that of whoever entered the address that bound it. */
export function isUnconfirmed<Account extends Vouched>(account: Account): account is Account & { vouchedBy: string } {
  return typeof account.vouchedBy === 'string' && typeof account.confirmedBy !== 'string'
}

/** Whether somebody deals with money anywhere: their account then waits for a second person, if a word alone bound it. */
export function dealsWithMoney({ grants, usualRole }: Pick<Staff, 'grants' | 'usualRole'>): boolean {
  const roles = grants.map(({ role }) => role)
  return (usualRole === 'none' ? roles : [...roles, usualRole]).some((role) => roleRules[role].desk === 'money')
}
