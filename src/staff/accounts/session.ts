/** A person with their roles, from the rows that the database gives. */
import type { Database } from '../../platform/db/together.ts'
import { liveSession, type Staff, type StaffRow, staffAndRolesById, staffByName } from './store.ts'

/** Whoever has this session, as long as it is neither ended nor over at `now`; with the roles that they have now. */
export async function readSession(db: Pick<Database, 'read'>, id: string, now: string): Promise<Staff | undefined> {
  return asStaff(await db.read(liveSession({ id, now })))
}

/** The same, with when they last showed who they are (null when that was not kept). */
export async function readSignedIn(
  db: Pick<Database, 'read'>,
  id: string,
  now: string,
): Promise<{ staff: Staff; provedAt: string | null } | undefined> {
  const rows = await db.read(liveSession({ id, now }))
  const staff = asStaff(rows)
  const { linkBy = null, linkAs = null, provedAt = null } = rows[0] ?? {}
  return staff && { staff: { ...staff, linkBy, linkAs }, provedAt }
}

/** Someone of the staff by id. */
export async function readStaffById(db: Pick<Database, 'read'>, id: string): Promise<Staff | undefined> {
  return asStaff(await db.read(staffAndRolesById({ id })))
}

/** Someone of the staff by name, as it was given. */
export async function readStaff(db: Pick<Database, 'read'>, name: string): Promise<Staff | undefined> {
  return asStaff(await db.read(staffByName({ name })))
}

/** Rows of one person, one for each role. */
function asStaff(rows: readonly StaffRow[]): Staff | undefined {
  const [row] = rows
  if (row === undefined) return undefined
  const grants = rows.flatMap(({ studyId, role }) => (studyId === null || role === null ? [] : [{ studyId, role }]))
  const state = row.removedAt !== null ? 'removed' : row.suspendedAt !== null ? 'suspended' : 'here'
  return { id: row.id, name: row.name, usualRole: row.usualRole, grants, state, email: row.email }
}
