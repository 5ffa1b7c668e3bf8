import { forgetNetworks } from '../../platform/network/store.ts'
import type { Ports } from '../../ports.ts'
import { forgetPlaces, forgetQueues } from './store.ts'

const aDayMs = 24 * 3_600_000

/** The periodic work: what was counted of starts, and whose turn it was, is forgotten a day later. */
export async function forgetStarts({ db, clock }: Pick<Ports, 'db' | 'clock'>): Promise<void> {
  const beforeMs = Date.parse(clock.now()) - aDayMs
  const before = new Date(beforeMs).toISOString()
  await db.together(forgetNetworks({ before }), forgetPlaces({ beforeMs }), forgetQueues({ beforeMs }))
}
