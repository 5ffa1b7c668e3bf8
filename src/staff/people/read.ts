/** Who works here, as an owner sees them: roles in the studies that are theirs, and how many others. */
import type { Role } from '../../../schema/tables.ts'
import type { Database } from '../../platform/db/together.ts'
import type { Staff, StaffState } from '../accounts/store.ts'
import { may } from '../permissions/may.ts'
import { studySlugs } from '../permissions/store.ts'
import { everybody, type PersonRow } from './store.ts'

/** Somebody with their roles in the studies of whoever looks. */
export interface Person {
  id: string
  name: string
  email: string | null
  state: StaffState
  /** By study; null for the studies to come. */
  roles: { role: Role; study: { id: string; slug: string } | null }[]
  /** In how many other studies they have a role. */
  elsewhere: number
}

/** Everybody who is there or suspended, by name. */
export async function readPeople(db: Pick<Database, 'read'>, owner: Staff): Promise<Person[]> {
  const [rows, studies] = await Promise.all([db.read(everybody({})), ownedStudies(db, owner)])
  const slugs = new Map(studies.map(({ id, slug }) => [id, slug]))
  const people = new Map<string, { person: Person; others: Set<string> }>()
  for (const row of rows) {
    const known = people.get(row.id) ?? { person: asPerson(row), others: new Set<string>() }
    people.set(row.id, known)
    if (row.studyId === null || row.role === null) continue
    const slug = slugs.get(row.studyId)
    if (slug === undefined) known.others.add(row.studyId)
    else known.person.roles.push({ role: row.role, study: { id: row.studyId, slug } })
  }
  return [...people.values()].map(({ person, others }) => ({ ...person, elsewhere: others.size }))
}

/** The studies in which somebody manages people. */
export async function ownedStudies(db: Pick<Database, 'read'>, owner: Staff): Promise<{ id: string; slug: string }[]> {
  const studies = await db.read(studySlugs({}))
  return studies.filter(({ id }) => may(owner, 'staff.manage', id))
}

function asPerson({ id, name, email, usualRole, suspendedAt, removedAt }: PersonRow): Person {
  const state = removedAt !== null ? 'removed' : suspendedAt !== null ? 'suspended' : 'here'
  const roles = usualRole === 'none' ? [] : [{ role: usualRole, study: null }]
  return { id, name, email, state, roles, elsewhere: 0 }
}
