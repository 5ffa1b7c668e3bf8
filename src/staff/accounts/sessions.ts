/** One's own sign-ins: which there are, and ending them. */
import type { SignInWay } from '../../../schema/tables.ts'
import { commit } from '../../platform/db/perform.ts'
import { first, prepareQuery } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../audit-trail/audit.ts'
import { sql } from '../tables.ts'
import { endSession } from './store.ts'

/** A session that is still good. Nothing is kept of where it is. */
export interface OwnSession {
  id: string
  startedAt: string | null
  way: SignInWay | null
  expiresAt: string
}

/** Those of one person that are neither ended nor over, the newest first. */
export const sessionsOf = prepareQuery<{ staffId: string; now: string }, OwnSession>((p) =>
  sql
    .selectFrom('staff_sessions')
    .select(['id', 'started_at as startedAt', 'way', 'expires_at as expiresAt'])
    .where('staff_id', '=', p.staffId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', p.now)
    .orderBy('expires_at', 'desc')
    .orderBy('id', 'desc'),
)

const ownSession = prepareQuery((p: { id: string; staffId: string; now: string }) =>
  sql
    .selectFrom('staff_sessions')
    .select('id')
    .where('id', '=', p.id)
    .where('staff_id', '=', p.staffId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', p.now),
)

/** Ends one of somebody's own sessions; false when there is none of that id any more. */
export async function endOwnSession(ports: Ports, staffId: string, id: string): Promise<boolean> {
  const at = ports.clock.now()
  if ((await first(ports.db, ownSession({ id, staffId, now: at }))) === undefined) return false
  await end(ports, staffId, [id], at)
  return true
}

/** Ends all of somebody's own sessions but the one that they ask with. */
export async function endOtherSessions(ports: Ports, staffId: string, here: string): Promise<void> {
  const at = ports.clock.now()
  const others = (await ports.db.read(sessionsOf({ staffId, now: at }))).filter(({ id }) => id !== here)
  await end(
    ports,
    staffId,
    others.map(({ id }) => id),
    at,
  )
}

async function end({ db, ids }: Ports, staffId: string, sessions: readonly string[], at: string): Promise<void> {
  if (sessions.length === 0) return
  const rows = sessions.flatMap((id) => [
    endSession({ id, at }),
    addAudit({ id: ids.next('audit'), actor: staffId, action: 'staff.signed_out', subject: id, at }),
  ])
  await commit(db, 'Ending sessions', ...rows)
}
