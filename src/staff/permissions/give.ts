/** Giving somebody a role in a study, or in all of them. */
import { limit, taken } from '../../../schema/constraints.ts'
import type { Desk, Role } from '../../../schema/tables.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import type { Database, Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { readStaff } from '../accounts/session.ts'
import type { Staff } from '../accounts/store.ts'
import { addAudit } from '../audit-trail/audit.ts'
import { countingOwners } from './owners.ts'
import { roleRules } from './roles.ts'
import * as store from './store.ts'

/**
 * `no_study`: none has that slug; `not_here`: they are suspended or have left; `other_desk`: they have a role of another
 * desk there, `role`, or had one (null).
 */
export type GiveRefusal = { refused: 'no_study' | 'not_here' } | { refused: 'other_desk'; role: Role | null }

/** Who gives or takes: an id of the staff, or `operator` for a command. */
export type Giver = string

/** The ids of the studies that are meant: the one of this slug, or all; undefined when none has the slug. */
export async function studiesMeant(
  db: Pick<Database, 'read'>,
  slug: string | undefined,
): Promise<string[] | undefined> {
  const studies = await db.read(store.studySlugs({}))
  if (slug === undefined) return studies.map(({ id }) => id)
  const one = studies.find((study) => study.slug === slug)
  return one === undefined ? undefined : [one.id]
}

interface Given {
  staffId: string
  studyId: string
  role: Role
  hasDesk: boolean
  at: string
  by: Giver
}

/** What giving a role in one study writes. The audit trail names person, role and study in one subject. */
export function roleWrites({ ids }: Pick<Ports, 'ids'>, { staffId, studyId, role, hasDesk, at, by }: Given): Write[] {
  const { desk } = roleRules[role]
  const subject = `${staffId} ${role} ${studyId}`
  return [
    ...(hasDesk ? [] : [store.addDesk({ staffId, studyId, desk })]),
    store.addRole({ staffId, studyId, role, desk }),
    addAudit({ id: ids.next('audit'), actor: by, action: 'role.given', subject, at }),
  ]
}

/**
 * Gives somebody a role in one study (by its slug) or in every study that there is, where they do not have it yet. All
 * or nothing: who has a role of the other desk in one of them is given none.
 */
export function giveRole(
  ports: Ports,
  staff: Staff,
  role: Role,
  slug?: string,
  by: Giver = 'operator',
): Promise<Staff | GiveRefusal> {
  let known: Staff | undefined = staff
  return perform(ports.db, 'A role', async () => {
    // Somebody else gave them a role there at the same moment: look again at what they have.
    const now = known ?? (await readStaff(ports.db, staff.name)) ?? staff
    known = undefined
    return decideRole(ports, now, role, slug, by)
  })
}

async function decideRole(
  ports: Ports,
  staff: Staff,
  role: Role,
  slug: string | undefined,
  by: Giver,
): Promise<Staff | GiveRefusal | Plan<Staff>> {
  if (staff.state !== 'here') return { refused: 'not_here' }
  const studies = await studiesMeant(ports.db, slug)
  if (studies === undefined) return { refused: 'no_study' }
  const rolesIn = (studyId: string) => staff.grants.filter((grant) => grant.studyId === studyId).map((it) => it.role)
  const currentRoles = [
    ...studies.flatMap(rolesIn),
    ...(slug === undefined && staff.usualRole !== 'none' ? [staff.usualRole] : []),
  ]
  const other = currentRoles.find((one) => deskOf(one) !== deskOf(role))
  if (other !== undefined) return { refused: 'other_desk', role: other }
  const desks = new Map((await ports.db.read(store.desksOf({ staffId: staff.id }))).map((it) => [it.studyId, it.desk]))
  if (studies.some((id) => (desks.get(id) ?? deskOf(role)) !== deskOf(role)))
    return { refused: 'other_desk', role: null }

  const missing = studies.filter((studyId) => !rolesIn(studyId).includes(role))
  const isUsual = slug === undefined && staff.usualRole === 'none'
  if (missing.length === 0 && !isUsual) return staff
  const at = ports.clock.now()
  const grants = [...staff.grants, ...missing.map((studyId) => ({ studyId, role }))]
  const rows = [
    ...(isUsual ? [store.setUsualRole({ staffId: staff.id, role })] : []),
    ...missing.flatMap((studyId) =>
      roleWrites(ports, { staffId: staff.id, studyId, role, hasDesk: desks.has(studyId), at, by }),
    ),
  ]
  return plan<Staff>({
    rows: role === 'owner' ? countingOwners([...missing, ...(isUsual ? [null] : [])], rows, true) : rows,
    done: { ...staff, usualRole: isUsual ? role : staff.usualRole, grants },
    // None is left to count: they were suspended at the same moment.
    refused: (breach) =>
      breach.on === taken.staffDesk || breach.on === taken.staffRole || breach.on === limit.someOwner
        ? stale(breach)
        : unexpected,
  })
}

function deskOf(role: Role): Desk {
  return roleRules[role].desk
}
