import type { SignInWay } from '../../../schema/tables.ts'
import type { Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../audit-trail/audit.ts'
import { addSession } from './store.ts'

/** How long a session lasts at most: a working day, and then one signs in anew. */
const sessionSeconds = 12 * 3600

interface Opened {
  staffId: string
  way: SignInWay
  /** What let them in, for the audit trail: the id of a link, or the word of another way. */
  by: string
  at: string
  /** Who of the staff made the link that let them in; null when nobody did. */
  linkBy: string | null
  /** As whom else they counted when they made it (`asOthers`). */
  linkAs: string | null
  /** When they showed who they are: `at`, or before it where a provider remembers them. */
  provedAt: string
}

/** What opening a session writes. */
export function openSession(
  { ids }: Pick<Ports, 'ids'>,
  { staffId, way, by, linkBy, linkAs, at, provedAt }: Opened,
): { sessionId: string; rows: Write[]; audit: Write } {
  const sessionId = ids.next('session')
  const expiresAt = addSeconds(at, sessionSeconds)
  return {
    sessionId,
    rows: [addSession({ id: sessionId, staffId, expiresAt, startedAt: at, provedAt, way, linkBy, linkAs })],
    audit: addAudit({ id: ids.next('audit'), actor: staffId, action: 'staff.signed_in', subject: by, at }),
  }
}

/** So many seconds after a time (ISO 8601, UTC). */
export function addSeconds(iso: string, seconds: number): string {
  return new Date(Date.parse(iso) + seconds * 1000).toISOString()
}
