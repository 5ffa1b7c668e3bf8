/** Whether somebody may do something: a pure look at the roles that they have. */
import type { Role } from '../../../schema/tables.ts'
import type { Permission } from './permissions.ts'
import { roleRules } from './roles.ts'

/** A role in one study. */
export interface Grant {
  studyId: string
  role: Role
}

/** The id of a study, or ids of several; nothing for the whole service. */
export type Studies = string | readonly string[] | null | undefined

/** Whoever has roles. */
export interface Granted {
  grants: readonly Grant[]
  /** In each study that is opened from now on. Before there is a study, it is all that somebody has. */
  usualRole?: Role | 'none'
}

/**
 * Whether somebody has this permission in a study.
 * @param studies a study's id, or those of several that share what it is about: having it in one of them is enough; null
 *   or undefined for what belongs to the whole service, such as the calendar: then having it in any study is enough;
   for whoever has a role in none yet, having it in those that are still to come
 */
export function may({ grants, usualRole = 'none' }: Granted, permission: Permission, studies?: Studies): boolean {
  if (grants.length === 0 && (studies ?? null) === null) return usualRole !== 'none' && allows(usualRole, permission)
  const isMeant = (studyId: string) => (typeof studies === 'string' ? studies === studyId : studies?.includes(studyId))
  return grants.some(({ studyId, role }) => (isMeant(studyId) ?? true) && allows(role, permission))
}

/** The ids of the studies in which somebody has this permission. */
export function studiesWith({ grants }: Granted, permission: Permission): string[] {
  return [...new Set(grants.filter(({ role }) => allows(role, permission)).map(({ studyId }) => studyId))]
}

function allows(role: Role, permission: Permission): boolean {
  return roleRules[role].may.includes(permission)
}
