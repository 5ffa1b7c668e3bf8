/** How long pages and ways through the questionnaire took, of a fair sample of the complete responses that are shown. */
import type { Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { quantile } from '../../survey/insights/statistics/quantiles.ts'
import type { Visit } from '../../survey/quality/visit.ts'

/** References are random, so the first by them are a fair sample; all of a million would hold everyone else up. */
const sampleSize = 1_001

/** Fewer than this say nothing of a page or a way, and are told apart from nobody. */
const fewest = 5

interface SampledRow {
  route: string
  /** Canonical JSON: the visit of each page. */
  pages: string
  activeMs: number | null
}

const sampled = (studyId: string): Query<SampledRow> => ({
  sql: `select response_paradata.route as "route", response_paradata.pages as "pages", looked.active_ms as "activeMs"
from (select respondent_id, active_ms from responses
  where study_id = ? and state = 'complete' and shown_to is not null order by export_ref limit ${sampleSize}) looked
join response_paradata on response_paradata.respondent_id = looked.respondent_id`,
  values: [studyId],
})

/** In milliseconds: half took no longer than `median`, four in five no longer than `p80`. */
export interface Took {
  count: number
  median: number
  p80: number
}

export interface PageTimes {
  /** How many responses were looked at. */
  sampled: number
  /** By the page's code. */
  pages: ReadonlyMap<string, Took>
  /** The most frequent first, each with the pages that it led through. */
  routes: readonly (Took & { pages: readonly string[] })[]
}

/** How long people took for each page and each way, in milliseconds, in a sample of the responses of a study. */
export async function readPageTimes({ db }: Pick<Ports, 'db'>, studyId: string): Promise<PageTimes> {
  return pageTimesOf(await db.read(sampled(studyId)))
}

/** Pages that were sent again or reached with answers in them count for the way and not for the page. */
export function pageTimesOf(rows: readonly SampledRow[]): PageTimes {
  const byPage = new Map<string, number[]>()
  const byRoute = new Map<string, { pages: string[]; all: number[] }>()
  for (const row of rows) {
    const visits = Object.entries(JSON.parse(row.pages) as Record<string, Visit>)
    const route = byRoute.get(row.route) ?? { pages: visits.map(([page]) => page), all: [] }
    byRoute.set(row.route, route)
    if (row.activeMs !== null) route.all.push(row.activeMs)
    for (const [page, { ms, done, again, key }] of visits) {
      if (done !== 1 || (again === 1 && key === undefined)) continue
      const all = byPage.get(page) ?? []
      byPage.set(page, all)
      all.push(ms)
    }
  }
  const pages = [...byPage].flatMap(([page, all]): [string, Took][] => {
    const took = tookOf(all)
    return took === null ? [] : [[page, took]]
  })
  const routes = [...byRoute.values()].flatMap(({ pages: of, all }) => {
    const took = tookOf(all)
    return took === null ? [] : [{ ...took, pages: of }]
  })
  return { sampled: rows.length, pages: new Map(pages), routes: routes.sort((a, b) => b.count - a.count) }
}

/** Null of fewer than five. */
function tookOf(all: readonly number[]): Took | null {
  if (all.length < fewest) return null
  const sorted = [...all].sort((a, b) => a - b)
  return { count: all.length, median: quantile(sorted, 0.5) ?? 0, p80: quantile(sorted, 0.8) ?? 0 }
}
