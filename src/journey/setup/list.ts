/** The studies of a member of staff, as `/admin/studies` lists them. */
import type { StudyState } from '../../../schema/tables.ts'
import type { Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { type Granted, may } from '../../staff/permissions/may.ts'
import { type Missing, missingBeforeOpening } from '../lifecycle/missing.ts'
import { countResponses } from '../live/response-counts.ts'
import { listStudiesWithOffers, type StudyWithOffers } from '../study.ts'

export interface ListedStudy {
  study: StudyWithOffers
  state: StudyState
  /** Null for whoever may not see exact counts. */
  complete: number | null
  /** Per currency, in minor units; null for whoever may not see money. */
  budgets: { currency: string; total: number; available: number }[] | null
  /** What is missing before it can be started; null once it was. */
  lacks: Missing[] | null
}

const states: Query<{ id: string; state: StudyState }> = {
  sql: 'select id as "id", state as "state" from study_status',
  values: [],
}
const budgets: Query<{ studyId: string; currency: string; total: number; available: number }> = {
  sql: `select offers.study_id as "studyId", offers.currency as "currency", sum(offer_balances.total) as "total",
  sum(offer_balances.available) as "available"
from offers join offer_balances on offer_balances.offer_id = offers.id group by offers.study_id, offers.currency
order by offers.study_id, offers.currency`,
  values: [],
}

/** Those in which somebody may see the study itself, oldest first. */
export async function listedStudies(ports: Ports, staff: Granted): Promise<ListedStudy[]> {
  const { db, clock } = ports
  const [studies, counts, money, stands] = await Promise.all([
    listStudiesWithOffers(db, clock.now()),
    countResponses(db),
    db.read(budgets),
    db.read(states),
  ])
  const complete = (studyId: string) =>
    counts
      .filter((one) => one.studyId === studyId && one.state === 'complete')
      .reduce((sum, { count }) => sum + count, 0)
  return Promise.all(
    studies
      .filter(({ id }) => may(staff, 'studies.view', id))
      .map(async (study) => {
        const state = stands.find(({ id }) => id === study.id)?.state ?? 'open'
        return {
          study,
          state,
          complete: may(staff, 'responses.view', study.id) ? complete(study.id) : null,
          budgets: may(staff, 'money.view', study.id) ? money.filter(({ studyId }) => studyId === study.id) : null,
          lacks: state === 'ready' ? await missingBeforeOpening(ports, study) : null,
        }
      }),
  )
}
