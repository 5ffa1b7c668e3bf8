/** Looking at what people wrote, several responses at once: one entry says who has looked, for a working day. */
import { commit } from '../../platform/db/perform.ts'
import type { Query } from '../../platform/db/together.ts'
import { idFrom } from '../../platform/time/id-time.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../accounts/store.ts'
import { addAudit } from './audit.ts'

type ViewAction = 'texts.viewed'

/** How long an entry speaks for what is read after it: as long as a session lasts. */
const viewMs = 12 * 3_600_000

/** The condition is that of the trail's indexes, without which none of them is found. */
const viewedSince = (actor: string, action: ViewAction, subject: string, since: string): Query<{ id: string }> => ({
  sql: `select id as "id" from audit_entries where substr(action, 1, 9) <> 'response.'
and actor = ? and action = ? and subject = ? and id >= ? order by id desc limit 1`,
  values: [actor, action, subject, since],
})

/** Whether the trail says that they look at this today. */
export async function isViewRecorded(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  staff: Pick<Staff, 'id'>,
  action: ViewAction,
  subject: string,
): Promise<boolean> {
  const since = idFrom('audit', Date.parse(clock.now()) - viewMs)
  return (await db.read(viewedSince(staff.id, action, subject, since))).length > 0
}

/**
 * Writes down who looks; what they asked for is shown from then on, and not before.
 * @param subject the id of a study
 */
export function recordView(
  { db, clock, ids }: Ports,
  staff: Pick<Staff, 'id'>,
  action: ViewAction,
  subject: string,
): Promise<void> {
  return commit(
    db,
    'An audit entry',
    addAudit({ id: ids.next('audit'), actor: staff.id, action, subject, at: clock.now() }),
  )
}
