/** What the home page of a study says, as far as whoever looks may see it. */
import type { Context } from 'hono'
import type { StudyState } from '../../../schema/tables.ts'
import { first } from '../../platform/db/together.ts'
import type { AppEnv } from '../../ports.ts'
import { type Budget, readBudgets } from '../../rewards/budgets/budget.ts'
import { budgetsOfStudy } from '../../rewards/budgets/store.ts'
import { may } from '../../staff/permissions/may.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import { movesFrom, type StudyMove } from '../../survey/studies/lifecycle.ts'
import { statusOf, stepsOf } from '../../survey/studies/state-store.ts'
import { finishBy, mayFinish, type Opening, openingOf } from '../../survey/studies/study.ts'
import { shownCells } from '../quotas/cells.ts'
import { type LowCell, lowCells } from '../quotas/low.tsx'
import type { StudyWithOffers } from '../study.ts'
import { type Check, type CheckResult, checksOf } from './missing.ts'
import { countShown, isSoftLaunchOver } from './soft-launch.ts'

export interface Home {
  study: StudyWithOffers
  state: StudyState
  opening: Opening
  /** Until when those who have begun may finish a study that has closed. */
  finishBy: string | null
  permitUntil: string | null
  /** Those that whoever looks may make. */
  moves: readonly StudyMove[]
  /** Whether a set-up may be begun with what this study has. */
  mayCopy: boolean
  checks: Record<Check, CheckResult> | null
  /** `completes`: as many as are shown to whoever reads answers. */
  softLaunch: { limit: number; completes: number; isOver: boolean } | null
  /** Cells of quotas that are nearly full. */
  cells: readonly LowCell[]
  /** Null where whoever looks sees no money. */
  budgets: readonly Budget[] | null
  steps: readonly { state: StudyState; at: string; name: string | null }[]
}

/** Reads all of it. @param isRefused whether it was just not opened because something is missing */
export async function readHome(c: Context<AppEnv>, study: StudyWithOffers, isRefused: boolean): Promise<Home> {
  const { ports } = c.var
  const { db, clock } = ports
  const now = clock.now()
  const staff = staffOf(c)
  const [status, steps, cells] = await Promise.all([
    first(db, statusOf({ id: study.id })),
    db.read(stepsOf({ studyId: study.id })),
    shownCells(db),
  ])
  const state = status?.state ?? study.state
  const opening = openingOf({ ...study, state }, now)
  return {
    study,
    state,
    opening,
    finishBy: opening === 'closed' && mayFinish(study, now) ? finishBy(study) : null,
    permitUntil: status?.permitUntil ?? null,
    moves: may(staff, 'studies.edit', study.id) ? movesFrom(state) : [],
    mayCopy: may(staff, 'studies.edit', study.id),
    checks: state === 'ready' || isRefused ? await checksOf(ports, study) : null,
    softLaunch:
      status?.softLimit == null
        ? null
        : {
            limit: status.softLimit,
            completes: await countShown(db, study.id),
            isOver: await isSoftLaunchOver(db, status),
          },
    // Nothing of a study that is over runs low.
    cells: state === 'closed' ? [] : lowCells(cells.filter(({ studyId }) => studyId === study.id)),
    budgets: may(staff, 'money.view', study.id) ? await readBudgets(db, budgetsOfStudy(study.id), now) : null,
    steps,
  }
}
