/** How often a study was opened and begun, by day in its zone: totals, which say nothing of anybody. */
import { chunked } from '../../platform/db/chunked.ts'
import { prepareQuery, type Query } from '../../platform/db/together.ts'
import { dayBegins, dayThere } from '../../platform/time/wall-clock.ts'
import { dayAfter, dayBefore } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { type Study, studyZone } from '../../survey/studies/study.ts'
import { sql } from '../tables.ts'

export interface DayCount {
  day: string
  opened: number
  started: number
}

/** So many days are shown, the last ones; those before are one sum. */
const mostDays = 60

interface Span {
  from: string
  to: string
}

/** More would be more values than one query takes. */
const spansAtOnce = 30

/** How many began in each span, by its place: `n0`, `n1` and so on. One statement, since D1 joins no more than five. */
const startedIn = (studyId: string, spans: readonly Span[]): Query<Record<string, number>> => ({
  sql: `select ${spans
    .map(
      (_, at) => `(select count(*) from responses
where study_id = ? and started_at >= ? and started_at < ?) as "n${at}"`,
    )
    .join(', ')}`,
  values: spans.flatMap(({ from, to }) => [studyId, from, to]),
})

const openedByDay = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('study_openings')
    .select((eb) => ['day', eb.cast<number>(eb.fn.sum('opened'), 'bigint').as('opened')])
    .where('study_id', '=', p.studyId)
    .groupBy('day'),
)

/** Counts of spans that are over, by database: nobody begins in them any more, and what is put there by other means is seen in a while. */
const over = new WeakMap<object, Map<string, { count: number; until: number }>>()
const keptMs = 15 * 60_000

/** How many began in each span, in their order. */
async function startedBy(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  studyId: string,
  spans: readonly Span[],
): Promise<number[]> {
  const at = Date.parse(clock.now())
  const known = new Map([...(over.get(db) ?? [])].filter(([, { until }]) => at < until))
  over.set(db, known)
  const keyOf = ({ from, to }: Span) => `${studyId} ${from} ${to}`
  const counts = new Map(spans.map((span) => [keyOf(span), known.get(keyOf(span))?.count]))
  // A response that began a moment before midnight is stored a moment later.
  const settled = new Date(at - 3_600_000).toISOString()
  for (const some of chunked(
    spans.filter((span) => !known.has(keyOf(span))),
    spansAtOnce,
  )) {
    const [row] = await db.read(startedIn(studyId, some))
    for (const [n, span] of some.entries()) {
      const count = row?.[`n${n}`] ?? 0
      counts.set(keyOf(span), count)
      if (span.to < settled) known.set(keyOf(span), { count, until: at + keptMs })
    }
  }
  return spans.map((span) => counts.get(keyOf(span)) ?? 0)
}

/**
 * The last days, the newest first, and what was before them. A day with neither is left out.
 * @returns totals of all days beside them
 */
export async function dayCounts(
  ports: Pick<Ports, 'db' | 'clock'>,
  study: Pick<Study, 'id' | 'settings' | 'opensAt'>,
): Promise<{ days: DayCount[]; opened: number; started: number }> {
  const now = ports.clock.now()
  const zone = studyZone(study.settings)
  const today = dayThere(zone, now)
  const opened = new Map((await ports.db.read(openedByDay({ studyId: study.id }))).map((row) => [row.day, row.opened]))
  const first = [dayThere(zone, study.opensAt), ...opened.keys()].sort()[0] ?? today
  const days: string[] = []
  for (let day = today; day >= first && days.length < mostDays; day = dayBefore(day)) days.push(day)
  const spans = days.map((day) => ({ from: dayBegins(zone, day), to: dayBegins(zone, dayAfter(day)) }))
  // Responses that were put there by other means may be older than the study's opening.
  const before = { from: '', to: dayBegins(zone, days.at(-1) ?? today) }
  const [earlier = 0, ...started] = await startedBy(ports, study.id, [before, ...spans])
  const sum = (of: Iterable<number>) => [...of].reduce((total, count) => total + count, 0)
  return {
    days: days
      .map((day, at) => ({ day, opened: opened.get(day) ?? 0, started: started[at] ?? 0 }))
      .filter((one) => one.opened + one.started > 0),
    opened: sum(opened.values()),
    started: earlier + sum(started),
  }
}
