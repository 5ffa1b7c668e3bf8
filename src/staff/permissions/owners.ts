/**
 * A study keeps its last owner. The number of owners is recounted with every change, and a check refuses zero: of two
 * owners who remove each other at the same moment, one is refused.
 */
import type { Write } from '../../platform/db/together.ts'
import type { Staff } from '../accounts/store.ts'

/** Owners of the studies to come, where no study is named. */
const toCome = 'all'

/** A study's id, or null for the studies to come. */
type Scope = string | null

const isThere = 'staff.suspended_at is null and staff.removed_at is null'
const ofStudy = `select count(*) from staff_roles join staff on staff.id = staff_roles.staff_id
where staff_roles.study_id = owner_counts.scope and staff_roles.role = 'owner' and ${isThere}`
const ofAll = `select count(*) from staff where staff.role = 'owner' and ${isThere}`

/**
 * Puts a change of who owns what between holding the rows of those scopes and counting them anew: whoever else changes one
 * waits, and counts after it. In one order, so that nobody waits for somebody who waits for them.
 * @param first where the change makes an owner, who may be the first one
 */
export function countingOwners(scopes: readonly Scope[], change: readonly Write[], first = false): Write[] {
  const names = [...new Set(scopes.map((scope) => scope ?? toCome))].sort()
  const add = 'insert into owner_counts (scope, owners, moves) values (?, 1, 0) on conflict (scope) do nothing'
  const hold = 'update owner_counts set moves = moves + 1 where scope = ?'
  return [
    ...names.flatMap((name) => [...(first ? [write(add, name)] : []), write(hold, name)]),
    ...change,
    ...names.map((name) =>
      write(`update owner_counts set owners = (${name === toCome ? ofAll : ofStudy}) where scope = ?`, name),
    ),
  ]
}

/** Counts the owners that a study begins with, if it has any. */
export function countFirstOwners(studyId: string): Write {
  return write(
    `insert into owner_counts (scope, owners, moves)
select staff_roles.study_id, count(*), 0 from staff_roles join staff on staff.id = staff_roles.staff_id
where staff_roles.study_id = ? and staff_roles.role = 'owner' and ${isThere} group by staff_roles.study_id`,
    studyId,
  )
}

/** Where somebody is an owner. */
export function ownedBy({ grants, usualRole }: Pick<Staff, 'grants' | 'usualRole'>): Scope[] {
  const studies = grants.flatMap(({ studyId, role }) => (role === 'owner' ? [studyId] : []))
  return usualRole === 'owner' ? [...studies, null] : studies
}

function write(sql: string, ...values: string[]): Write {
  return { sql, values }
}
