/** What a timer or a cron trigger does. */
import { sweepExpired } from './endings/expire.ts'
import { sweepLeases } from './leases/actions.ts'
import { sealAudit } from './ledger/seal.ts'
import { sweepPayouts } from './payouts/sweep.ts'
import type { Ports } from './ports.ts'
import { sweepStatements } from './reconciling/work.ts'
import { countTrust } from './reports/count-trust.ts'
import { sweepReferences } from './vouchers/references.ts'

/** The periodic work, part by part: what is over goes back, what waits is sent, what was written down is sealed. */
const parts: readonly ((ports: Ports) => Promise<unknown>)[] = [
  sweepLeases,
  sweepExpired,
  sweepPayouts,
  sweepReferences,
  sweepStatements,
  (ports) => sealAudit(ports),
  countTrust,
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
