/** Taking a response back: withdrawn, it counts for nothing; erased, nothing of what was answered is left. */
import { prepareQuery, type Write } from '../../platform/db/together.ts'
import { dropAgreements } from '../consents/store.ts'
import { blankPlace } from '../insights/segments/rewrite.ts'
import { dropPlaces } from '../quotas/store.ts'
import { sql } from '../tables.ts'
import { dropOldPages, dropPages } from './store.ts'

/** Withdraws a response that has ended, claiming the revision that was read; when it ended stays, and when it was withdrawn. */
export const withdrawEnded = prepareQuery((p: { respondentId: string; revision: number; at: string }) =>
  sql
    .updateTable('responses')
    .set((eb) => ({
      revision: eb('revision', '+', 1),
      revision_before: p.revision,
      state: 'withdrawn',
      progress_at: eb.case().when('state', '=', 'withdrawn').then(eb.ref('progress_at')).else(p.at).end(),
    }))
    .where('respondent_id', '=', p.respondentId),
)

const dropDocument = prepareQuery((p: { respondentId: string }) =>
  sql.deleteFrom('documents').where('respondent_id', '=', p.respondentId),
)

export const dropParadata = prepareQuery((p: { respondentId: string }) =>
  sql.deleteFrom('response_paradata').where('respondent_id', '=', p.respondentId),
)

/** Traces by which copies are found. */
export const dropSignatures = prepareQuery((p: { respondentId: string }) =>
  sql.deleteFrom('response_signatures').where('respondent_id', '=', p.respondentId),
)

/** What the checks found tells of the answers, too. */
const dropFlags = prepareQuery((p: { respondentId: string }) =>
  sql.deleteFrom('response_flags').where('respondent_id', '=', p.respondentId),
)

/** The themes that people put typed texts into. */
const dropCodings = prepareQuery((p: { respondentId: string }) =>
  sql.deleteFrom('text_codings').where('respondent_id', '=', p.respondentId),
)

/** What was drawn and known for this respondent alone, by which questions were asked; and what an agreement that is gone allowed. */
const blank = prepareQuery((p: { respondentId: string }) =>
  sql
    .updateTable('responses')
    .set({ seed: '', facts: '{}', active_ms: null, full_cell: null, paradata: 0, source: null })
    .where('respondent_id', '=', p.respondentId),
)

/** Everything that was answered, wherever it is kept. */
export function eraseAnswers(respondentId: string): Write[] {
  return [
    dropPages({ respondentId }),
    dropOldPages({ respondentId }),
    dropDocument({ respondentId }),
    dropParadata({ respondentId }),
    dropSignatures({ respondentId }),
    dropFlags({ respondentId }),
    dropCodings({ respondentId }),
    dropAgreements({ respondentId }),
    dropPlaces({ respondentId }),
    blank({ respondentId }),
    blankPlace(respondentId),
  ]
}
