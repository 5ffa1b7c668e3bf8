/** The rows of staff, of their sign-in links and of their sessions. */
import type { Role, SignInWay } from '../../../schema/tables.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import type { Grant } from '../permissions/may.ts'
import { sql } from '../tables.ts'

/** Someone of the staff, with the roles that they have in each study. */
export interface Staff {
  id: string
  name: string
  /** In each study that is opened from now on. */
  usualRole: Role | 'none'
  grants: readonly Grant[]
  /** Whoever is suspended, or has left, can do nothing. */
  state: StaffState
  /** In lower case, as an owner entered it; a provider of sign-ins may vouch for it. */
  email: string | null
  /** Who of the staff made the link by which they came in with this session; null or missing when nobody did. */
  linkBy?: string | null
  /** As whom else that person counted when they made it: ids with a space between; null or missing for nobody. */
  linkAs?: string | null
}

export type StaffState = 'here' | 'suspended' | 'removed'

/** A person with one of their roles; null when they have none yet. */
export interface StaffRow {
  id: string
  name: string
  usualRole: Role | 'none'
  email: string | null
  suspendedAt: string | null
  removedAt: string | null
  studyId: string | null
  role: Role | null
}

const rowColumns = [
  'staff.id',
  'staff.name',
  'staff.role as usualRole',
  'staff.email',
  'staff.suspended_at as suspendedAt',
  'staff.removed_at as removedAt',
  'staff_roles.study_id as studyId',
  'staff_roles.role',
] as const

const staffRows = sql
  .selectFrom('staff')
  .leftJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
  .select(rowColumns)
  .orderBy('staff_roles.study_id')
  .orderBy('staff_roles.role')

/** Someone of the staff by name, as it was given: a row for each role. */
export const staffByName = prepareQuery<{ name: string }, StaffRow>((p) => staffRows.where('staff.name', '=', p.name))

/** Someone of the staff by id: a row for each role. */
export const staffAndRolesById = prepareQuery<{ id: string }, StaffRow>((p) => staffRows.where('staff.id', '=', p.id))

/** A sign-in link by the keyed hash of its code; `used` is when, or null. */
export const signInByHash = prepareQuery((p: { hash: string }) =>
  sql
    .selectFrom('sign_ins')
    .innerJoin('staff', 'staff.id', 'sign_ins.staff_id')
    .leftJoin('sign_in_uses', 'sign_in_uses.sign_in_id', 'sign_ins.id')
    .select([
      'staff.suspended_at as suspendedAt',
      'staff.removed_at as removedAt',
      'sign_ins.id',
      'sign_ins.staff_id as staffId',
      'sign_ins.made_by as madeBy',
      'sign_ins.made_as as madeAs',
      'sign_ins.expires_at as expiresAt',
      'sign_in_uses.at as used',
    ])
    .where('sign_ins.code_hash', '=', p.hash),
)

/** When somebody last showed who they are (null of sessions from before it was kept), and whose link they came by. */
type Proved = { provedAt: string | null; linkBy: string | null; linkAs: string | null }

/**
 * A session that is neither ended nor over, of somebody who is still there, with the person: a row for each role that
 * they have now.
 */
export const liveSession = prepareQuery<{ id: string; now: string }, StaffRow & Proved>((p) =>
  sql
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
    .leftJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
    .select(rowColumns)
    .select([
      'staff_sessions.proved_at as provedAt',
      'staff_sessions.link_by as linkBy',
      'staff_sessions.link_as as linkAs',
    ])
    .where('staff.suspended_at', 'is', null)
    .where('staff.removed_at', 'is', null)
    .where('staff_sessions.id', '=', p.id)
    .where('staff_sessions.ended_at', 'is', null)
    .where('staff_sessions.expires_at', '>', p.now),
)

/** One more person; a name that is taken is refused. */
export const addStaff = prepareQuery(
  (p: {
    id: string
    name: string
    usualRole: Role | 'none'
    email: string | null
    emailBy: string | null
    emailAs: string | null
    at: string
  }) =>
    sql.insertInto('staff').values({
      id: p.id,
      name: p.name,
      role: p.usualRole,
      email: p.email,
      email_by: p.emailBy,
      email_as: p.emailAs,
      created_at: p.at,
    }),
)

export const addSignIn = prepareQuery(
  (p: {
    id: string
    staffId: string
    codeHash: string
    madeBy: string | null
    madeAs: string | null
    expiresAt: string
    at: string
  }) =>
    sql.insertInto('sign_ins').values({
      id: p.id,
      staff_id: p.staffId,
      code_hash: p.codeHash,
      made_by: p.madeBy,
      made_as: p.madeAs,
      expires_at: p.expiresAt,
      created_at: p.at,
    }),
)

/** Uses a sign-in up: its key lets one through, whoever else comes at the same time. */
export const useSignIn = prepareQuery((p: { signInId: string; at: string }) =>
  sql.insertInto('sign_in_uses').values({ sign_in_id: p.signInId, at: p.at }),
)

export const addSession = prepareQuery(
  (p: {
    id: string
    staffId: string
    expiresAt: string
    startedAt: string
    provedAt: string
    way: SignInWay
    linkBy: string | null
    linkAs: string | null
  }) =>
    sql.insertInto('staff_sessions').values({
      id: p.id,
      staff_id: p.staffId,
      expires_at: p.expiresAt,
      ended_at: null,
      started_at: p.startedAt,
      proved_at: p.provedAt,
      way: p.way,
      link_by: p.linkBy,
      link_as: p.linkAs,
    }),
)

export const endSession = prepareQuery((p: { id: string; at: string }) =>
  sql.updateTable('staff_sessions').set({ ended_at: p.at }).where('id', '=', p.id).where('ended_at', 'is', null),
)

/** Links of one person that would still let them in. */
export const openSignIns = prepareQuery((p: { staffId: string; now: string }) =>
  sql
    .selectFrom('sign_ins')
    .leftJoin('sign_in_uses', 'sign_in_uses.sign_in_id', 'sign_ins.id')
    .select('sign_ins.id')
    .where('sign_ins.staff_id', '=', p.staffId)
    .where('sign_ins.expires_at', '>', p.now)
    .where('sign_in_uses.sign_in_id', 'is', null),
)

/** Ends every session of one person; what had ended keeps its time. */
export const endSessionsOf = prepareQuery((p: { staffId: string; at: string }) =>
  sql
    .updateTable('staff_sessions')
    .set({ ended_at: p.at })
    .where('staff_id', '=', p.staffId)
    .where('ended_at', 'is', null),
)

/** Whoever did something, for putting a name to an id. */
export const staffById = prepareQuery<{ id: string }, Pick<Staff, 'id' | 'name'>>((p) =>
  sql.selectFrom('staff').select(['id', 'name']).where('id', '=', p.id),
)

/** Everybody of the staff, for putting names to ids. */
export const everyStaff = prepareQuery<Record<never, never>, Pick<Staff, 'id' | 'name'>>(() =>
  sql.selectFrom('staff').select(['id', 'name']),
)
