/** The rows of who has which role in which study, and at which desk. */
import type { Desk, Role } from '../../../schema/tables.ts'
import { prepareQuery, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { sql } from '../tables.ts'
import type { Grant } from './may.ts'
import { countFirstOwners } from './owners.ts'

/** Ids and slugs of the studies that there are, the oldest first; nobody has a role in a test of one. */
export const studySlugs = prepareQuery(() =>
  sql.selectFrom('studies').select(['id', 'slug']).where('test_of', 'is', null).orderBy('id'),
)

/** The roles that a member of staff has now, by study. */
export const grantsOf = prepareQuery<{ staffId: string }, Grant>((p) =>
  sql.selectFrom('staff_roles').select(['study_id as studyId', 'role']).where('staff_id', '=', p.staffId),
)

/** The names of those who own a study and can sign in. */
export const ownersOf = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('staff_roles')
    .innerJoin('staff', 'staff.id', 'staff_roles.staff_id')
    .select('staff.name')
    .where('staff_roles.study_id', '=', p.studyId)
    .where('staff_roles.role', '=', 'owner')
    .where('staff.suspended_at', 'is', null)
    .where('staff.removed_at', 'is', null)
    .orderBy('staff.name'),
)

/** Gives someone their desk in a study: the key refuses a second one. */
export const addDesk = prepareQuery((p: { staffId: string; studyId: string; desk: Desk }) =>
  sql.insertInto('staff_desks').values({ staff_id: p.staffId, study_id: p.studyId, desk: p.desk }),
)

/** Gives someone a role in a study: a reference refuses one of another desk than theirs. */
export const addRole = prepareQuery((p: { staffId: string; studyId: string; role: Role; desk: Desk }) =>
  sql.insertInto('staff_roles').values({ staff_id: p.staffId, study_id: p.studyId, role: p.role, desk: p.desk }),
)

/** Takes a role back; the desk stays theirs, since what they have seen stays seen. */
export const removeRole = prepareQuery((p: { staffId: string; studyId: string; role: Role }) =>
  sql
    .deleteFrom('staff_roles')
    .where('staff_id', '=', p.staffId)
    .where('study_id', '=', p.studyId)
    .where('role', '=', p.role),
)

/** The desk that somebody has, or had, in each study. */
export const desksOf = prepareQuery((p: { staffId: string }) =>
  sql.selectFrom('staff_desks').select(['study_id as studyId', 'desk']).where('staff_id', '=', p.staffId),
)

/** From now on they have no role in studies that are opened. */
export const clearUsualRole = prepareQuery((p: { staffId: string; role: Role }) =>
  sql.updateTable('staff').set({ role: 'none' }).where('id', '=', p.staffId).where('role', '=', p.role),
)

/** Says which role somebody has in studies that are opened from now on, where nothing was said of it. */
export const setUsualRole = prepareQuery((p: { staffId: string; role: Role }) =>
  sql.updateTable('staff').set({ role: p.role }).where('id', '=', p.staffId).where('role', '=', 'none'),
)

const usually = `staff.role as role, roles.desk
from staff join roles on roles.role = staff.role join studies on studies.id = ? where roles.desk is not null`

/** Whoever makes a study, with the role by which they may. */
const maker = `roles.role as role, roles.desk from staff join studies on studies.id = ?
join roles on roles.role = (select max(staff_roles.role) from staff_roles
  where staff_roles.staff_id = staff.id and staff_roles.role in ('owner', 'admin'))
where staff.id = ? and staff.role = 'none'`

/** The owners of studies in which that person works, so that people can be managed here as well. */
const ownersAround = `roles.role as role, roles.desk from staff join studies on studies.id = ?
join roles on roles.role = 'owner'
where staff.role = 'none' and staff.removed_at is null and staff.id in (
  select owners.staff_id from staff_roles owners
  join staff_roles mine on mine.study_id = owners.study_id and mine.staff_id = ?
  where owners.role = 'owner' and owners.staff_id <> mine.staff_id)`

/**
 * Gives everybody their usual role in a study that is being opened; whoever makes it, and has none, the role by which they
 * may, and the owners around them theirs. Each has its entry in the audit trail.
 * @param by who makes it: an id of the staff, or the word of a command
 */
export const addFirstRoles = ({ ids }: Pick<Ports, 'ids'>, { studyId, by, at }: NewlyMade): Write[] => [
  ...rolesFrom(usually, [studyId]),
  ...rolesFrom(maker, [studyId, by]),
  ...rolesFrom(ownersAround, [studyId, by]),
  countFirstOwners(studyId),
  {
    // Who they are is known where they are written, so that each entry is numbered behind one id.
    sql: `insert into audit_entries (id, actor, action, subject, at)
select cast(? as text) || '_' || row_number() over (order by staff_id, role), cast(? as text), 'role.given',
  staff_id || ' ' || role || ' ' || study_id, cast(? as text)
from staff_roles where study_id = ?`,
    values: [ids.next('audit'), by, at, studyId],
  },
]

interface NewlyMade {
  studyId: string
  by: string
  /** ISO 8601. */
  at: string
}

function rolesFrom(found: string, values: string[]): Write[] {
  const from = `(select staff.id as staff_id, studies.id as study_id, ${found}) given`
  return [
    { sql: `insert into staff_desks (staff_id, study_id, desk) select staff_id, study_id, desk from ${from}`, values },
    {
      sql: `insert into staff_roles (staff_id, study_id, role, desk) select staff_id, study_id, role, desk from ${from}`,
      values,
    },
  ]
}
