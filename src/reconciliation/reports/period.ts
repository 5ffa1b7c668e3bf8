/** The days that a report is of, in the zone of the books. */
import { booksZone, dayAfter, dayBefore, startOf } from '../../platform/time/zone.ts'

export interface ReportPeriod {
  /** `2026-02-14` or `2026-02`. */
  name: string
  /** Its first and its last day. */
  from: string
  to: string
}

/** A day (`2026-02-14`) or a month (`2026-02`) by its name; null for anything else. */
export function periodOf(name: string): ReportPeriod | null {
  if (/^\d{4}-\d\d-\d\d$/.test(name)) {
    const at = Date.parse(`${name}T00:00:00.000Z`)
    if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== name) return null
    return { name, from: name, to: name }
  }
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name) ?? []
  if (year === undefined || month === undefined) return null
  const next =
    Number(month) === 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`
  return { name, from: `${name}-01`, to: dayBefore(next.padStart(10, '0')) }
}

/** The instants (ISO 8601, UTC) at which it begins, and from which it is over. */
export function instantsOf({ from, to }: Pick<ReportPeriod, 'from' | 'to'>): { begins: string; ends: string } {
  return { begins: startOf(booksZone, from), ends: startOf(booksZone, dayAfter(to)) }
}

/** Whether its days are over, and there are any: a study that opened today has none yet. */
export function isOver(period: Pick<ReportPeriod, 'from' | 'to'>, at: string): boolean {
  return period.from <= period.to && at >= instantsOf(period).ends
}

/** Its days, in order. */
export function daysOfPeriod({ from, to }: Pick<ReportPeriod, 'from' | 'to'>): string[] {
  const days: string[] = []
  for (let at = from; at <= to; at = dayAfter(at)) days.push(at)
  return days
}

/** Two days and all between them: `2026-02-01 – 2026-02-13`; one day where both are. */
export function isoBetween(from: string, to: string): string {
  return from === to ? from : `${from} – ${to}`
}

/** Days in order, those that follow one another as their first and last: `2026-02-01 – 2026-02-13`. */
export function inRuns(days: readonly string[], between = isoBetween): string[] {
  const runs: [from: string, to: string][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run !== undefined && dayAfter(run[1]) === day) run[1] = day
    else runs.push([day, day])
  }
  return runs.map(([from, to]) => between(from, to))
}
