import { addAudit } from '../ledger/audit.ts'
import type { Ports } from '../ports.ts'
import type { Staff } from '../staff/store.ts'
import { listOffers } from './store.ts'

/** Writes down who took the vouchers of which studies away; nothing is handed out before this is kept. */
export async function recordExport({ db, clock, ids }: Ports, staff: Staff): Promise<void> {
  const at = clock.now()
  const studies = new Set((await db.read(listOffers({}))).map(({ studyId }) => studyId))
  if (studies.size === 0) return
  const outcome = await db.together(
    ...[...studies].map((subject) =>
      addAudit({ id: ids.next('audit'), actor: staff.id, action: 'vouchers.exported', subject, at }),
    ),
  )
  if (!outcome.done) throw new Error(`An audit entry was refused by ${outcome.breach.on}.`)
}
