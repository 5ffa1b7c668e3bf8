/** Whether somebody may do something: a pure look at the roles that they have. */
import type { Role } from '../../../schema/tables.ts'
import type { Permission } from './permissions.ts'
import { roleRules } from './roles.ts'

/** A role in one study. */
export interface Grant {
  studyId: string
  role: Role
}

/** Whoever has roles. */
export interface Granted {
  grants: readonly Grant[]
}

/**
 * Whether somebody has this permission in a study.
 * @param studyId a study's id; null or undefined for what belongs to no one study, such as the calendar or a provider's
 *   statement: then having it in any study is enough
 */
export function may({ grants }: Granted, permission: Permission, studyId?: string | null): boolean {
  return grants.some((grant) => (studyId ?? grant.studyId) === grant.studyId && allows(grant.role, permission))
}

/** The ids of the studies in which somebody has this permission. */
export function studiesWith({ grants }: Granted, permission: Permission): string[] {
  return [...new Set(grants.filter(({ role }) => allows(role, permission)).map(({ studyId }) => studyId))]
}

function allows(role: Role, permission: Permission): boolean {
  return roleRules[role].may.includes(permission)
}
