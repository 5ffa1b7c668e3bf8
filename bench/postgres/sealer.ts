/** One sealer, and a trail that waits for it: entries alone, so that how many there are depends on nothing else that is measured. */
import { nanoIds } from '../../src/platform/adapters/nano-ids.ts'
import { chunked } from '../../src/platform/db/chunked.ts'
import { commit } from '../../src/platform/db/perform.ts'
import type { Ports } from '../../src/ports.ts'
import { addAudit } from '../../src/staff/audit-trail/audit.ts'
import { sealAudit } from '../../src/staff/audit-trail/seal.ts'

/** Written as long ago as no sealer waits, and so many in a transaction. */
const [longAgoMs, atOnce] = [3_600_000, 500]

/** Writes so many entries that are to be sealed. */
export async function leaveTrail(db: Ports['db'], count: number): Promise<void> {
  const at = new Date(Date.now() - longAgoMs).toISOString()
  const ids = nanoIds({ now: () => at })
  const entries = Array.from({ length: count }, () =>
    addAudit({ id: ids.next('audit'), actor: 'respondent', action: 'response.complete', subject: ids.next('r'), at }),
  )
  for (const some of chunked(entries, atOnce)) await commit(db, 'A trail', ...some)
}

/**
 * Seals in one run after the other until nothing waits.
 * @returns entries a second, and milliseconds of this process's own time for each
 * @throws where it sealed fewer than wait
 */
export async function sealTrail(ports: Pick<Ports, 'db' | 'clock'>, count: number) {
  const [began, before] = [performance.now(), process.cpuUsage()]
  let sealed = 0
  for (let more = 1; more > 0; sealed += more) ({ sealed: more } = await sealAudit(ports))
  const { user, system } = process.cpuUsage(before)
  if (sealed < count) throw new Error(`Of ${count} entries that wait the sealer took ${sealed}`)
  return { perSecond: (sealed * 1000) / (performance.now() - began), own: (user + system) / 1000 / sealed }
}
