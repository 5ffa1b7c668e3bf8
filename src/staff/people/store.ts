/** What an owner reads and changes of people's accounts. */
import { sql as raw } from 'kysely'
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
    .select([
      'issuer',
      'subject',
      'at',
      'vouched_by as vouchedBy',
      'vouched_as as vouchedAs',
      'confirmed_by as confirmedBy',
    ])
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
export const markRemoved = prepareQuery((p: { id: string; at: string }) =>
  sql
    .updateTable('staff')
    .set({ removed_at: p.at, role: 'none', email: null, email_by: null, email_as: null })
    .where('id', '=', p.id),
)

/** Their accounts elsewhere are nobody's any more. */
export const removeIdentities = prepareQuery((p: { staffId: string }) =>
  sql.deleteFrom('staff_identities').where('staff_id', '=', p.staffId),
)

export const removeRoles = prepareQuery((p: { staffId: string }) =>
  sql.deleteFrom('staff_roles').where('staff_id', '=', p.staffId),
)

/**
 * Keeps an address with who entered it and as whom else they count (`asOthers`). Whoever enters once more what stands there
 * has not said it first: it stays the word of who did, unless that was not kept.
 */
export const setEmail = prepareQuery((p: { id: string; email: string; by: string; as: string | null }) =>
  sql
    .updateTable('staff')
    .set({ email: p.email, email_by: p.by, email_as: p.as })
    .where('id', '=', p.id)
    .where((eb) => eb.or([eb('email', 'is', null), eb('email', '<>', p.email), eb('email_by', 'is', null)])),
)

/** Takes the address of somebody away, and whose word it was. */
export const clearEmail = prepareQuery((p: { id: string }) =>
  sql.updateTable('staff').set({ email: null, email_by: null, email_as: null }).where('id', '=', p.id),
)

/** Keeps that somebody else has found an account right, once. */
export const confirmIdentity = prepareQuery(
  (p: { issuer: string; subject: string; staffId: string; by: string; at: string }) =>
    sql
      .updateTable('staff_identities')
      .set({ confirmed_by: p.by, confirmed_at: p.at })
      .where('issuer', '=', p.issuer)
      .where('subject', '=', p.subject)
      .where('staff_id', '=', p.staffId)
      .where('confirmed_by', 'is', null),
)

/** So many are listed at the most; the audit trail has every one. */
export const mostBound = 100

/** Accounts that wait for a second person or were bound since a time: those that wait first, then the newest. */
export const accountsBound = prepareQuery((p: { since: string }) =>
  sql
    .selectFrom('staff_identities')
    .innerJoin('staff', 'staff.id', 'staff_identities.staff_id')
    .leftJoin('staff as voucher', 'voucher.id', 'staff_identities.vouched_by')
    .leftJoin('staff as other', 'other.id', 'staff_identities.confirmed_by')
    .select([
      'staff.id',
      'staff.name',
      'staff_identities.issuer',
      'staff_identities.at',
      'voucher.name as vouchedBy',
      'other.name as confirmedBy',
    ])
    .where((eb) =>
      eb.or([
        eb('staff_identities.at', '>=', p.since),
        eb.and([eb('staff_identities.vouched_by', 'is not', null), eb('staff_identities.confirmed_by', 'is', null)]),
      ]),
    )
    .orderBy(
      raw`case when staff_identities.vouched_by is not null and staff_identities.confirmed_by is null then 0 else 1 end`,
    )
    .orderBy('staff_identities.at', 'desc')
    .orderBy('staff.id')
    .limit(mostBound),
)
