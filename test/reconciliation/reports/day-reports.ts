import { booksZone, dayOf } from '../../../src/platform/time/zone.ts'
import { periodOf } from '../../../src/reconciliation/reports/period.ts'
import { readAccountReport } from '../../../src/reconciliation/reports/read-account.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import type { World } from '../../support/world.ts'

const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']

/** What each covered day of the world's one account says of itself, of those that have come. */
export async function dayReports(world: World) {
  const [{ id = '' } = {}] = await rowsOf<{ id: string }>(world, 'provider_accounts')
  const reports = []
  const today = dayOf(booksZone, world.ports.clock.now())
  for (const day of days.filter((one) => one <= today)) {
    const period = periodOf(day)
    const report = period && (await readAccountReport(world.ports, id, period))
    if (report && report.notCovered.length === 0) reports.push(report)
  }
  return reports
}
