/** Everything that the live page says of a study, as far as whoever looks may see it. */
import { remembering } from '../../platform/db/remembered.ts'
import type { Ports } from '../../ports.ts'
import { type Granted, may } from '../../staff/permissions/may.ts'
import { stopsOfStudy } from '../../survey/insights/stops/store.ts'
import { type OpeningCount, openingsOfStudy, type SourceTag, tagsOfStudy } from '../../survey/sources/store.ts'
import type { Study } from '../../survey/studies/study.ts'
import { type ShownCell, seesCells, shownCells } from '../quotas/cells.ts'
import { type DayCount, dayCounts } from './day-counts.ts'
import { type LiveBudget, liveBudgets } from './money.ts'
import { type PageTimes, readPageTimes } from './page-times.ts'
import { readShown } from './shown.ts'
import type { VisitTally } from './tally.ts'

export interface LiveStop {
  page: string
  question: string
  stopped: number
}

export interface LiveFigures {
  study: Study
  /** Totals of this moment. */
  opened: number
  started: number
  days: readonly DayCount[]
  tally: VisitTally
  /** Where people stopped, by page and question; null for whoever sees no exact figures. */
  stops: readonly LiveStop[] | null
  cells: readonly ShownCell[]
  tags: readonly SourceTag[]
  /** Up to the last day that has appeared; null for whoever sees no exact figures. */
  openings: readonly OpeningCount[] | null
  times: PageTimes | null
  /** Whether the families of flags are shown. */
  flags: boolean
  /** Null for whoever sees no money. */
  budgets: readonly LiveBudget[] | null
}

/** Samples move slowly. */
const timesKeptMs = 15 * 60_000
const times = remembering(async (db, studyId) => readPageTimes({ db }, studyId), timesKeptMs)

/** Reads them. */
export async function liveFigures(
  ports: Pick<Ports, 'db' | 'clock' | 'keys'>,
  study: Study,
  staff: Granted,
): Promise<LiveFigures> {
  const { db, clock } = ports
  const sees = (permission: Parameters<typeof may>[1]) => may(staff, permission, study.id)
  const isExact = sees('insights.view')
  const [counts, tally, stops, cells, tags] = await Promise.all([
    dayCounts(ports, study),
    readShown(ports, study.id),
    isExact ? db.read(stopsOfStudy({ studyId: study.id })) : null,
    shownCells(db),
    db.read(tagsOfStudy({ studyId: study.id })),
  ])
  const lastShown = Math.max(0, ...tally.days.keys())
  return {
    study,
    ...counts,
    tally,
    stops,
    cells: seesCells(staff, study.id) ? cells.filter(({ studyId }) => studyId === study.id) : [],
    tags,
    openings: isExact ? await db.read(openingsOfStudy({ studyId: study.id, to: dayText(lastShown) })) : null,
    times: isExact ? ((await times.find(db, study.id, clock.now())) ?? null) : null,
    flags: sees('reviews.view'),
    budgets: sees('money.view') ? await liveBudgets(ports, study.id) : null,
  }
}

/** A day from the days since 1970. */
export const dayText = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10)
