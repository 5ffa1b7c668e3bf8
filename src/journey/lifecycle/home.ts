/** What the home page of a study says, as far as whoever looks may see it. */
import type { Context } from 'hono'
import type { StudyState } from '../../../schema/tables.ts'
import { type Database, first } from '../../platform/db/together.ts'
import type { AppEnv } from '../../ports.ts'
import { type Budget, readBudgets } from '../../rewards/budgets/budget.ts'
import { budgetsOfStudy } from '../../rewards/budgets/store.ts'
import { listAvailable } from '../../rewards/offers/store.ts'
import { grossOf } from '../../rewards/offers/tax.ts'
import { waitingAbout } from '../../staff/approvals/store.ts'
import { may } from '../../staff/permissions/may.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import { movesFrom, type StudyMove } from '../../survey/studies/lifecycle.ts'
import { statusOf, studySteps } from '../../survey/studies/state-store.ts'
import { finishBy, mayFinish, openingOf, type StudyAvailability } from '../../survey/studies/study.ts'
import { countResponses } from '../live/response-counts.ts'
import { seesCells, shownCells } from '../quotas/cells.ts'
import { type LowCell, lowCells } from '../quotas/low.tsx'
import { heldCounts } from '../reviews/overview-store.ts'
import type { StudyWithOffers } from '../study.ts'
import { checksOf, type ReadinessCheck, type ReadinessResult } from './missing.ts'
import { type Remaining, readRemaining } from './remaining.ts'
import { countShown, isSoftLaunchOver } from './soft-launch.ts'

export interface Home {
  study: StudyWithOffers
  state: StudyState
  opening: StudyAvailability
  /** Until when those who have begun may finish a study that has closed. */
  finishBy: string | null
  permitUntil: string | null
  /** Those that whoever looks may make. */
  moves: readonly StudyMove[]
  /** Whether whoever looks may change the study, look at its first responses, and begin another with what it has. */
  mayEdit: boolean
  checks: Record<ReadinessCheck, ReadinessResult> | null
  /** Checks that are missing no more once a second person confirms what is proposed already. */
  waiting: readonly ReadinessCheck[]
  /** Responses that have appeared, as they are shown to whoever reads answers; null for whoever does not. */
  counts: { complete: number; inProgress: number; held: number } | null
  /** `completes`: as many as are shown to whoever reads answers; null for whoever sees no exact count. */
  softLaunch: { limit: number; completes: number | null; isOver: boolean } | null
  /** Cells of quotas that are nearly full. */
  cells: readonly LowCell[]
  /** Null where whoever looks sees no money. */
  budgets: readonly Budget[] | null
  /** What remains to do now that it is closed; null before, and of one that nobody could ever answer. */
  remaining: Remaining | null
  now: string
  steps: readonly { state: StudyState; at: string; name: string | null }[]
}

/** Reads all of it. @param isRefused whether it was just not opened because something is missing */
export async function readHome(c: Context<AppEnv>, study: StudyWithOffers, isRefused: boolean): Promise<Home> {
  const { ports } = c.var
  const { db, clock } = ports
  const now = clock.now()
  const staff = staffOf(c)
  const seesCounts = may(staff, 'responses.view', study.id)
  const [status, steps, cells] = await Promise.all([
    first(db, statusOf({ id: study.id })),
    db.read(studySteps({ studyId: study.id })),
    shownCells(db),
  ])
  const state = status?.state ?? study.state
  const opening = openingOf({ ...study, state }, now)
  const checks = state === 'ready' || isRefused ? await checksOf(ports, study) : null
  const budgets = may(staff, 'money.view', study.id) ? await readBudgets(db, budgetsOfStudy(study.id), now) : null
  const counts = seesCounts ? await countsOf(db, study.id) : null
  const hasOpened = steps.some((step) => step.state === 'open')
  const isSigned = status === undefined || !(await isSoftLaunchOver(db, status))
  return {
    study,
    state,
    opening,
    finishBy: opening === 'closed' && mayFinish(study, now) ? finishBy(study) : null,
    permitUntil: status?.permitUntil ?? null,
    // What lets people start again after a soft launch is the signature.
    moves: may(staff, 'studies.edit', study.id) ? movesFrom(state).filter((one) => one !== 'resume' || isSigned) : [],
    mayEdit: may(staff, 'studies.edit', study.id),
    checks,
    waiting: checks === null ? [] : await waitingChecks(db, study, checks),
    counts,
    softLaunch:
      status?.softLimit == null
        ? null
        : {
            limit: status.softLimit,
            completes: seesCounts ? await countShown(db, study.id) : null,
            isOver: !isSigned,
          },
    // Nothing of a study that is over runs low.
    cells:
      state === 'closed' || !seesCells(staff, study.id)
        ? []
        : lowCells(cells.filter(({ studyId }) => studyId === study.id)),
    budgets,
    remaining:
      opening === 'closed' && hasOpened
        ? await readRemaining(ports, staff, study, { held: counts?.held ?? null, budgets })
        : null,
    now,
    steps,
  }
}

async function waitingChecks(db: Database, study: StudyWithOffers, checks: Record<ReadinessCheck, ReadinessResult>) {
  const about = async (subject: string, kind: string) =>
    (await db.read(waitingAbout({ subject }))).some((proposal) => proposal.kind === kind)
  const waiting: ReadinessCheck[] = []
  if (checks.permit === 'missing' && (await about(study.id, 'permit'))) waiting.push('permit')
  if (checks.budget === 'missing') {
    const available = await listAvailable(db, study.id)
    const bare = study.offers.filter((offer) => (available.get(offer.id) ?? 0) < grossOf(offer))
    const areProposed = await Promise.all(bare.map(({ id }) => about(id, 'budget_topped_up')))
    if (areProposed.every(Boolean)) waiting.push('budget')
  }
  return waiting
}

async function countsOf(db: Database, studyId: string): Promise<NonNullable<Home['counts']>> {
  const [counts, held] = await Promise.all([countResponses(db), db.read(heldCounts)])
  const of = (state: string) =>
    counts.filter((one) => one.studyId === studyId && one.state === state).reduce((sum, { count }) => sum + count, 0)
  return {
    complete: of('complete'),
    inProgress: of('in_progress'),
    held: held.find((one) => one.studyId === studyId)?.count ?? 0,
  }
}
