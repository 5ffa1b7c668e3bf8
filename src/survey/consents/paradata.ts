/** Allowing, or no longer allowing, that typing and pasting are counted. */
import { taken } from '../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { forgetTyped } from '../quality/store.ts'
import { sql } from '../tables.ts'
import { paradataAgreement } from './agreement.ts'
import { agreementsOf, agreementWrites, dropAgreement } from './store.ts'

const setParadata = prepareQuery((p: { respondentId: string; paradata: 0 | 1 }) =>
  sql.updateTable('responses').set({ paradata: p.paradata }).where('respondent_id', '=', p.respondentId),
)

/** Sets whether a respondent allows it; once they do not, what was counted goes. As it stands already, nothing is written. */
export async function allowParadata(
  { db, clock, ids }: Ports,
  { respondentId, studyId }: { respondentId: string; studyId: string },
  isAllowed: boolean,
): Promise<void> {
  const agreement = paradataAgreement()
  await perform(db, 'A choice about counting', async () => {
    const agreed = (await db.read(agreementsOf({ respondentId }))).some(({ code }) => code === agreement.code)
    if (agreed === isAllowed) return null
    const at = clock.now()
    return plan({
      rows: [
        setParadata({ respondentId, paradata: isAllowed ? 1 : 0 }),
        ...(isAllowed
          ? await agreementWrites(db, { studyId, respondentId, at }, [agreement])
          : [dropAgreement({ respondentId, code: agreement.code }), ...(await forgetTyped(db, respondentId))]),
      ],
      audit: addAudit({
        id: ids.next('audit'),
        actor: respondentId,
        action: isAllowed ? 'response.paradata_allowed' : 'response.paradata_refused',
        subject: respondentId,
        at,
      }),
      done: null,
      refused: (breach) =>
        breach.on === taken.agreementText || breach.on === taken.agreement ? stale(breach) : unexpected,
    })
  })
}
