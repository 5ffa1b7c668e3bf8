import type { Role } from '../../../schema/tables.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** A person with one of their roles; null when they have none. */
export interface PersonRow {
  id: string
  name: string
  email: string | null
  usualRole: Role | 'none'
  suspendedAt: string | null
  removedAt: string | null
  studyId: string | null
  role: Role | null
}

/** Everybody, by name: a row for each role. */
export const everybody = prepareQuery<Record<never, never>, PersonRow>(() =>
  sql
    .selectFrom('staff')
    .leftJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
    .select([
      'staff.id',
      'staff.name',
      'staff.email',
      'staff.role as usualRole',
      'staff.suspended_at as suspendedAt',
      'staff.removed_at as removedAt',
      'staff_roles.study_id as studyId',
      'staff_roles.role',
    ])
    .orderBy('staff.name')
    .orderBy('staff_roles.study_id')
    .orderBy('staff_roles.role'),
)

/** The accounts at providers of sign-ins that are theirs, the oldest first. */
export const identitiesOf = prepareQuery((p: { staffId: string }) =>
  sql
    .selectFrom('staff_identities')
    .select(['issuer', 'subject', 'at'])
    .where('staff_id', '=', p.staffId)
    .orderBy('at')
    .orderBy('subject'),
)

export const removeIdentity = prepareQuery((p: { issuer: string; subject: string; staffId: string }) =>
  sql
    .deleteFrom('staff_identities')
    .where('issuer', '=', p.issuer)
    .where('subject', '=', p.subject)
    .where('staff_id', '=', p.staffId),
)

export const suspend = prepareQuery((p: { id: string; at: string }) =>
  sql.updateTable('staff').set({ suspended_at: p.at }).where('id', '=', p.id).where('suspended_at', 'is', null),
)

export const resume = prepareQuery((p: { id: string }) =>
  sql.updateTable('staff').set({ suspended_at: null }).where('id', '=', p.id),
)

/** Their name stays, beside what they did; the address is free for somebody else. */
export const remove = prepareQuery((p: { id: string; at: string }) =>
  sql.updateTable('staff').set({ removed_at: p.at, role: 'none', email: null }).where('id', '=', p.id),
)

/** Their accounts elsewhere are nobody's any more. */
export const removeIdentities = prepareQuery((p: { staffId: string }) =>
  sql.deleteFrom('staff_identities').where('staff_id', '=', p.staffId),
)

export const removeRoles = prepareQuery((p: { staffId: string }) =>
  sql.deleteFrom('staff_roles').where('staff_id', '=', p.staffId),
)

export const setEmail = prepareQuery((p: { id: string; email: string | null }) =>
  sql.updateTable('staff').set({ email: p.email }).where('id', '=', p.id),
)
