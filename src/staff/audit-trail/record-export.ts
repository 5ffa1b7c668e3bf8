import { commit } from '../../platform/db/perform.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../accounts/store.ts'
import { addAudit } from './audit.ts'

type ExportAction =
  | 'responses.exported'
  | 'vouchers.exported'
  | 'audit.exported'
  | 'report.exported'
  | 'register.exported'

/**
 * Writes down who took what away; nothing is handed out before this is kept.
 * @param subjects ids of studies, batches or signed reports; of the audit trail, what was looked for; of a report, its name
 */
export async function recordExport(
  { db, clock, ids }: Ports,
  staff: Staff,
  action: ExportAction,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return
  const at = clock.now()
  const entries = subjects.map((subject) => addAudit({ id: ids.next('audit'), actor: staff.id, action, subject, at }))
  await commit(db, 'An audit entry', ...entries)
}
