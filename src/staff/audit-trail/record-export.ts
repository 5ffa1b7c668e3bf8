import { commit } from '../../platform/db/perform.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../accounts/store.ts'
import { addAudit } from './audit.ts'

/** Writes down who took what of which studies (ids; of the audit trail, what was looked for) away; nothing is handed out before this is kept. */
export async function recordExport(
  { db, clock, ids }: Ports,
  staff: Staff,
  action: 'responses.exported' | 'vouchers.exported' | 'audit.exported',
  studies: readonly string[],
): Promise<void> {
  if (studies.length === 0) return
  const at = clock.now()
  const entries = studies.map((subject) => addAudit({ id: ids.next('audit'), actor: staff.id, action, subject, at }))
  await commit(db, 'An audit entry', ...entries)
}
