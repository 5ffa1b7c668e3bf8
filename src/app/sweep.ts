/** What a timer or a cron trigger does. */

import { sweepShown } from '../journey/reviews/show-groups.ts'
import { forgetWrongCodes } from '../platform/network/wrong-codes.ts'
import type { Ports } from '../ports.ts'
import { sweepStatements } from '../reconciliation/statements/work.ts'
import { countTrust } from '../reconciliation/trust/count-trust.ts'
import { sweepLeases } from '../rewards/leases/actions.ts'
import { sweepPayouts } from '../rewards/payouts/sweep.ts'
import { sweepReviews } from '../rewards/vouchers/actions.ts'
import { sweepExpired } from '../rewards/vouchers/expire.ts'
import { sweepReferences } from '../rewards/vouchers/references.ts'
import { sealAudit } from '../staff/audit-trail/seal.ts'

/** The periodic work, part by part: what is over goes back, what waits is sent, what was written down is sealed. */
const parts: readonly ((ports: Ports) => Promise<unknown>)[] = [
  sweepLeases,
  sweepReviews,
  sweepShown,
  sweepExpired,
  forgetWrongCodes,
  sweepPayouts,
  sweepReferences,
  (ports) => sealAudit(ports),
  countTrust,
  // Last, because it takes the time that there is.
  sweepStatements,
]

/**
 * The periodic work, called by a timer or a cron trigger. Two at once are harmless. A part that fails keeps no other
 * from its work.
 * @throws the first failure, once every part has had its turn
 */
export async function sweep(ports: Ports): Promise<void> {
  const failures: unknown[] = []
  for (const part of parts) {
    try {
      await part(ports)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
