/** Making personal links at the desk: many at once, numbered, so that whoever has not answered can be reminded. */
import { commit } from '../../platform/db/perform.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { takeDuty } from '../../staff/permissions/duties.ts'
import { newInvitationCode } from '../respondents/actions.ts'
import * as store from './store.ts'

/** What one request can make on every database. */
export const mostLinks = 500
const mostDays = 365

export interface LinksRequest {
  count: number
  days: number
  /** A parent or guardian has confirmed for each. */
  hasGuardian: boolean
}

/**
 * Makes links and hands them out, once.
 * @returns `count`: too few or many, or too long; `reviews`: they have judged responses of this study
 */
export async function makeLinks(
  ports: Ports,
  staffId: string,
  studyId: string,
  { count, days, hasGuardian }: LinksRequest,
): Promise<{ links: string[]; expiresAt: string } | { refused: 'count' | 'reviews' }> {
  const isWithin = (n: number, most: number) => Number.isInteger(n) && n >= 1 && n <= most
  if (!isWithin(count, mostLinks) || !isWithin(days, mostDays)) return { refused: 'count' }
  if (!(await takeDuty(ports, staffId, studyId, 'links'))) return { refused: 'reviews' }
  const { db, clock, ids, settings } = ports
  const at = clock.now()
  const expiresAt = new Date(Date.parse(at) + days * 24 * 3_600_000).toISOString()
  const codes = await Promise.all(Array.from({ length: count }, () => newInvitationCode(ports)))
  const listId = ids.next('list')
  const rows = codes.map(({ hash }) => ({
    id: ids.next('inv'),
    studyId,
    codeHash: hash,
    expiresAt,
    guardianAt: hasGuardian ? at : null,
    at,
  }))
  await commit(
    db,
    'Personal links',
    store.addInvitationList({
      id: listId,
      studyId,
      madeBy: staffId,
      links: count,
      hasGuardian: hasGuardian ? 1 : 0,
      expiresAt,
      at,
    }),
    ...store.addInvitations(rows),
    ...store.addListLinks(
      listId,
      rows.map(({ id }) => id),
    ),
    addAudit({ id: ids.next('audit'), actor: staffId, action: 'invitations.made', subject: listId, at }),
  )
  return { links: codes.map(({ code }) => `${settings.origin}/i/${code}`), expiresAt }
}

export type LinkState = 'unused' | 'begun' | 'answered' | 'expired' | 'revoked'

/** Where a link stands. Whoever has begun may finish after its time, so that is what is said of it. */
export function linkState(
  link: { how: 'spent' | 'revoked' | null; begun: number; expiresAt: string },
  now: string,
): LinkState {
  if (link.how !== null) return link.how === 'spent' ? 'answered' : 'revoked'
  if (link.begun === 1) return 'begun'
  return link.expiresAt <= now ? 'expired' : 'unused'
}
