/** Taking back what devices were given: every session of a respondent ends at once, wherever it is. */
import { limit } from '../../../schema/constraints.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { sql } from '../tables.ts'
import { type Invitation, resumePair, type SessionsHeld } from './actions.ts'

/** Sessions up to now count no more; the check refuses when `generation`, as it was read, is no longer so. */
const nextGeneration = prepareQuery((p: { respondentId: string; generation: number }) =>
  sql
    .updateTable('respondents')
    .set((eb) => ({ generation: eb('generation', '+', 1), generation_before: p.generation }))
    .where('id', '=', p.respondentId),
)

const replaceResumeCode = prepareQuery((p: { respondentId: string; resumeHash: string; resumeSalt: string }) =>
  sql
    .updateTable('respondents')
    .set({ resume_hash: p.resumeHash, resume_salt: p.resumeSalt })
    .where('id', '=', p.respondentId),
)

const saltLength = 8

/**
 * Ends every session of a respondent.
 * @param by `actor` did it; `subject` is what the audit trail names: the respondent, or for staff their voucher
 * @param code `replaced` gives the respondent another resume code: whoever knows the old one is out as well
 * @returns the generation to sign new tokens with; `moved_on`: sessions were ended by somebody else a moment ago
 */
export async function endSessions(
  { db, clock, ids, keys }: Ports,
  { respondentId, generation }: SessionsHeld,
  by: { actor: string; subject: string },
  code: 'kept' | 'replaced',
): Promise<{ generation: number } | { refused: 'moved_on' }> {
  const rows = [nextGeneration({ respondentId, generation })]
  if (code === 'replaced') {
    const resumeSalt = ids.random(saltLength)
    const { hash: resumeHash } = await resumePair(keys.codes.newest, respondentId, resumeSalt)
    rows.push(replaceResumeCode({ respondentId, resumeHash, resumeSalt }))
  }
  return perform(db, 'Ending sessions', async () =>
    plan<{ generation: number } | { refused: 'moved_on' }>({
      rows,
      audit: addAudit({ id: ids.next('audit'), ...by, action: 'sessions.ended', at: clock.now() }),
      done: { generation: generation + 1 },
      refused: ({ on }) => (on === limit.generation ? { refused: 'moved_on' } : unexpected),
    }),
  )
}

/**
 * Ends the sessions of whoever began by an invitation, for somebody who has lost their phone and has no voucher yet. The
 * link leads them on, from where they stand.
 * @returns whether there was anybody
 */
export async function endSessionsOfInvitation(ports: Ports, invitation: Invitation, actor: string): Promise<boolean> {
  if (invitation.begun === null) return false
  await endSessions(ports, invitation.begun, { actor, subject: invitation.id }, 'kept')
  return true
}
