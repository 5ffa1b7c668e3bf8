/** What is aside goes back together, once a day; what came back to the queue of a held response is set aside. */

import { first, type Write } from '../../../platform/db/together.ts'
import { dayMs } from '../../../platform/time/zone.ts'
import type { Ports } from '../../../ports.ts'
import { releaseWrites } from '../../batches/approve.ts'
import { foundByPayout } from '../store.ts'
import { asideUntil, asideWrites, heldInQueue } from './set-aside.ts'
import { heldUnsent, stopUnsent } from './unsent.ts'

const fewAtOnce = 20
/** The longest that others stay with one whose response nobody has decided about. */
const longestWait = 7 * dayMs
/** Of the days' end: as many as one `together` takes. */
const mostAtOnce = 50

/** Two at once are harmless. */
export async function setHeldAside(ports: Ports): Promise<void> {
  const at = ports.clock.now()
  for (const payout of await ports.db.read(heldInQueue(fewAtOnce))) {
    await ports.db.together(...(await asideWrites(ports, payout, at)))
  }
  for (const payout of await ports.db.read(heldUnsent(fewAtOnce))) await stopUnsent(ports, payout, at)
}

/**
 * Lets go of what is aside: its claims are ready again, but for that of a response which is held or rejected. What a batch
 * set aside goes in one write, so that nobody sees a part of it; one that is refused holds up no other batch's.
 */
export async function releaseAside(ports: Ports): Promise<void> {
  const { db, clock, log } = ports
  const at = clock.now()
  const weekAgo = new Date(Date.parse(at) - longestWait).toISOString()
  const byBatch = new Map<string, Write[]>()
  for (const { payoutId, batchId } of await db.read(asideUntil(at.slice(0, 10), weekAgo, mostAtOnce))) {
    const payout = await first(db, foundByPayout(payoutId))
    if (payout?.payoutState !== 'queued') continue
    byBatch.set(batchId, [...(byBatch.get(batchId) ?? []), ...releaseWrites(payout, 'sweep', at)])
  }
  for (const [batch, writes] of byBatch) {
    const outcome = await db.together(...writes)
    if (!outcome.done) log({ at, event: 'payouts_aside_not_released', batch })
  }
}
