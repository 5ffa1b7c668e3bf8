/** The studies of a member of staff, as `/admin/studies` lists them. */
import type { StudyState } from '../../../schema/tables.ts'
import type { Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { type Granted, may } from '../../staff/permissions/may.ts'
import { listStudies } from '../../survey/studies/store.ts'
import type { Study } from '../../survey/studies/study.ts'
import { responseCounts } from '../reviews/store.ts'

/** What keeps a study from being opened, or from paying. */
export type Lack = 'budget' | 'permit' | 'start'

export interface ListedStudy {
  study: Study
  state: StudyState
  complete: number
  /** Per currency, in minor units; null for whoever may not see money. */
  budgets: { currency: string; total: number; available: number }[] | null
  lacks: Lack[]
}

const states: Query<{ id: string; state: StudyState; mainland: number; permitId: string | null }> = {
  sql: 'select id as "id", state as "state", mainland as "mainland", permit_id as "permitId" from study_status',
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
export async function listedStudies(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  staff: Granted,
): Promise<ListedStudy[]> {
  const [studies, counts, money, stands] = await Promise.all([
    listStudies(db, clock.now()),
    db.read(responseCounts),
    db.read(budgets),
    db.read(states),
  ])
  return studies
    .filter(({ id }) => may(staff, 'studies.view', id))
    .map((study) => {
      const own = money.filter(({ studyId }) => studyId === study.id)
      const stand = stands.find(({ id }) => id === study.id)
      const state = stand?.state ?? 'open'
      const isBefore = state === 'ready'
      const lacks: Lack[] = [
        ...(isBefore && own.every(({ total }) => total === 0) ? ['budget' as const] : []),
        ...(isBefore && stand?.mainland === 1 && stand.permitId === null ? ['permit' as const] : []),
      ]
      return {
        study,
        state,
        complete: counts
          .filter((one) => one.studyId === study.id && one.state === 'complete')
          .reduce((sum, { count }) => sum + count, 0),
        budgets: may(staff, 'money.view', study.id) ? own : null,
        lacks: isBefore && lacks.length === 0 ? ['start'] : lacks,
      }
    })
}
