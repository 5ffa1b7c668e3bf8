/** The study of a demonstration, which has been open for a while: whoever is seeded into it came since it opened. */
import { openFirstStudy } from '../src/journey/setup/first-study.ts'
import { nanoIds } from '../src/platform/adapters/nano-ids.ts'
import { dayMs } from '../src/platform/time/zone.ts'
import type { Ports } from '../src/ports.ts'
import { withQuotas } from './quotas.ts'

/** How many days ago it opened, when nothing else is said. */
export const openDays = 28

/**
 * Opens the study of a fresh demonstration, with its budgets, as of some days ago.
 * @param days how many days ago
 * @returns false, and nothing is done, where there is any study
 */
export async function openSomeDaysAgo(ports: Ports, days = openDays): Promise<boolean> {
  const at = new Date(Date.parse(ports.clock.now()) - days * dayMs).toISOString()
  const clock = { now: () => at }
  return openFirstStudy({ ...ports, clock, ids: nanoIds(clock) }, withQuotas)
}
