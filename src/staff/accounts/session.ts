/** A person with their roles, from the rows that the database gives. */
import type { Database } from '../../platform/db/together.ts'
import { liveSession, type Staff, type StaffRow, staffByName } from './store.ts'

/** Whoever has this session, as long as it is neither ended nor over at `now`; with the roles that they have now. */
export async function readSession(db: Pick<Database, 'read'>, id: string, now: string): Promise<Staff | undefined> {
  return asStaff(await db.read(liveSession({ id, now })))
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
  return { id: row.id, name: row.name, usualRole: row.usualRole, grants }
}
