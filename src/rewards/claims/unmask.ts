/**
 * Showing a payee in clear to staff. The preparer has to see it to pay by hand; an approver approves a hash of it, and
 * an auditor sees that it was looked at. Nobody needs a payee who is not being paid, so only claims in a batch are
 * shown.
 */

import { chunked, maxBoundValues } from '../../platform/db/chunked.ts'
import { commit } from '../../platform/db/perform.ts'
import type { Payee, Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { may } from '../../staff/permissions/may.ts'
import { isErased } from '../payees/digest.ts'
import { decryptPayee } from '../payees/encrypt.ts'
import { type Claim, claimsByIds } from './store.ts'

export type UnmaskRefusal = { refused: 'not_allowed' | 'not_found' | 'not_in_a_batch' }

/** The payee of one claim. That it was shown is in the audit trail before it is answered. */
export async function unmask(
  ports: Ports,
  staff: Pick<Staff, 'id' | 'grants'>,
  claimId: string,
): Promise<{ payee: Payee } | UnmaskRefusal> {
  const read = await unmaskAll(ports, staff, [claimId])
  if ('refused' in read) return read
  const payee = read.payees.get(claimId)
  return payee === undefined ? { refused: 'not_found' } : { payee }
}

/** The payees of several claims by claim id, such as those of a file; each has its own entry in the audit trail first. */
export async function unmaskAll(
  ports: Ports,
  staff: Pick<Staff, 'id' | 'grants'>,
  claimIds: readonly string[],
): Promise<{ payees: Map<string, Payee> } | UnmaskRefusal> {
  const { db, clock, ids } = ports
  if (!may(staff, 'payees.unmask')) return { refused: 'not_allowed' }
  const asked = [...new Set(claimIds)]
  const claims: Claim[] = []
  for (const some of chunked(asked, maxBoundValues)) claims.push(...(await db.read(claimsByIds(some))))
  if (claims.some(({ studyId }) => !may(staff, 'payees.unmask', studyId))) return { refused: 'not_allowed' }
  if (claims.length < asked.length || claims.some(({ payee }) => isErased(payee))) return { refused: 'not_found' }
  if (claims.some(({ state }) => state !== 'frozen' && state !== 'paid')) return { refused: 'not_in_a_batch' }
  const at = clock.now()
  await commit(
    db,
    'An audit entry',
    ...claims.map(({ id }) =>
      addAudit({ id: ids.next('audit'), actor: staff.id, action: 'payee.unmasked', subject: id, at }),
    ),
  )
  const opened = claims.map(async (claim) => [claim.id, await decryptPayee(ports, claim)] as const)
  return { payees: new Map(await Promise.all(opened)) }
}
