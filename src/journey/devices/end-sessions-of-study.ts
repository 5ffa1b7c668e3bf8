import { commit } from '../../platform/db/perform.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { sql } from '../tables.ts'

const endSessionsOver = prepareQuery((p: { studyId: string }) =>
  sql
    .updateTable('respondents')
    .set((eb) => ({ generation: eb('generation', '+', 1), generation_before: eb.ref('generation') }))
    .where('study_id', '=', p.studyId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('vouchers')
            .select('vouchers.id')
            .whereRef('vouchers.respondent_id', '=', 'respondents.id')
            .where('vouchers.state', 'in', ['held', 'issued', 'claimed']),
        ),
      ),
    ),
)

/**
 * Ends the sessions of a study whose texts are erased: no device shows a page of it any more. Whoever is still to be paid
 * keeps theirs, because it may be all that leads them to their money.
 */
export function endSessionsOfStudy({ db, clock, ids }: Ports, actor: string, studyId: string): Promise<void> {
  const audit = addAudit({ id: ids.next('audit'), actor, action: 'sessions.ended', subject: studyId, at: clock.now() })
  return commit(db, 'Ending the sessions of a study', endSessionsOver({ studyId }), audit)
}
