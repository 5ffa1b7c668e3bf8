/** What stays of a closed study's budget while whoever has begun may still finish: nobody who comes back finds it gone. */
import { first, prepareQuery } from '../../platform/db/together.ts'
import type { ReservedBudget } from '../../rewards/budgets/propose.ts'
import { budgetOfOffer } from '../../rewards/budgets/store.ts'
import { grossOf } from '../../rewards/offers/tax.ts'
import { findStudy } from '../../survey/studies/store.ts'
import { mayFinish } from '../../survey/studies/study.ts'
import { sql } from '../tables.ts'

/** Those who are half way with nothing set aside for them: what is set aside is not available anyway. */
const halfWay = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('responses')
    .leftJoin('leases', (join) =>
      join.onRef('leases.respondent_id', '=', 'responses.respondent_id').on('leases.state', '=', 'open'),
    )
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'bigint').as('count'))
    .where('responses.study_id', '=', p.studyId)
    .where('responses.state', '=', 'in_progress')
    .where('responses.unrewarded', '=', 0)
    .where('leases.respondent_id', 'is', null),
)

/** One reward for each of them, of whichever offer they turn out to be; nothing once nobody may finish any more. */
export const reservedBudget: ReservedBudget = async ({ db, clock }, offerId) => {
  const offer = await first(db, budgetOfOffer(offerId))
  if (offer === undefined) return 0
  const study = await findStudy(db, offer.study, clock.now())
  if (study === undefined || !mayFinish(study, clock.now())) return 0
  const [row] = await db.read(halfWay({ studyId: offer.studyId }))
  return (row?.count ?? 0) * grossOf(offer)
}
