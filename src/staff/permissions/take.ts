/** Taking a role back, in a study or in all of them: at once, because roles are read with every request. */
import { limit } from '../../../schema/constraints.ts'
import type { Role } from '../../../schema/tables.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../accounts/store.ts'
import { addAudit } from '../audit-trail/audit.ts'
import { type Giver, studiesMeant } from './give.ts'
import { countingOwners } from './owners.ts'
import * as store from './store.ts'

/** `no_study`: none has that slug; `not_theirs`: they do not have that role there; `last_owner`: nobody else owns it. */
export type TakeRefusal = { refused: 'no_study' | 'not_theirs' | 'last_owner' }

/**
 * Takes a role from somebody in one study (by its slug), or everywhere and for studies that are opened later as well.
 * Their desk stays: who has seen answers sees no payees of that study afterwards, and the other way round.
 * @returns what they are left with
 */
export function takeRole(
  ports: Ports,
  staff: Staff,
  role: Role,
  slug?: string,
  by: Giver = 'operator',
): Promise<Staff | TakeRefusal> {
  const { db, clock, ids } = ports
  return perform(db, 'Taking a role back', async () => {
    const studies = await studiesMeant(db, slug)
    if (studies === undefined) return { refused: 'no_study' }
    const isMeant = (grant: Staff['grants'][number]) => grant.role === role && studies.includes(grant.studyId)
    const taken = staff.grants.filter(isMeant)
    const isUsual = slug === undefined && staff.usualRole === role
    if (taken.length === 0 && !isUsual) return { refused: 'not_theirs' }
    const at = clock.now()
    const { id: staffId } = staff
    const rows = [
      ...(isUsual ? [store.clearUsualRole({ staffId, role })] : []),
      ...taken.flatMap(({ studyId }) => [
        store.removeRole({ staffId, studyId, role }),
        addAudit({
          id: ids.next('audit'),
          actor: by,
          action: 'role.taken',
          subject: `${staffId} ${role} ${studyId}`,
          at,
        }),
      ]),
    ]
    const owned = [...taken.map(({ studyId }) => studyId), ...(isUsual ? [null] : [])]
    return plan<Staff | TakeRefusal>({
      rows: role === 'owner' ? countingOwners(owned, rows) : rows,
      done: {
        ...staff,
        usualRole: isUsual ? 'none' : staff.usualRole,
        grants: staff.grants.filter((grant) => !isMeant(grant)),
      },
      refused: (breach) => (breach.on === limit.someOwner ? { refused: 'last_owner' } : unexpected),
    })
  })
}
