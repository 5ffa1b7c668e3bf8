import { addAudit } from '../ledger/audit.ts'
import type { Ports } from '../ports.ts'
import type { Staff } from '../staff/store.ts'

/** Writes down who took a study's answers away; nothing is handed out before this is kept. */
export async function recordExport({ db, clock, ids }: Ports, staff: Staff, studyId: string): Promise<void> {
  const id = ids.next('audit')
  const at = clock.now()
  const outcome = await db.together(
    addAudit({ id, actor: staff.id, action: 'responses.exported', subject: studyId, at }),
  )
  if (!outcome.done) throw new Error(`An audit entry was refused by ${outcome.breach.on}.`)
}
