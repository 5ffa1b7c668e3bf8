/** Alarms of a study: when responses end, whoever they are of. They give nobody any points. */

import { canonicalJson } from '../../platform/crypto/version.ts'
import { commit } from '../../platform/db/perform.ts'
import { first, prepareQuery, type Query } from '../../platform/db/together.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { sql } from '../tables.ts'
import { median } from './baseline.ts'
import { burst, type CadenceAlarm, regular } from './cadence.ts'

const minuteMs = 60_000
const spanMs = 10 * minuteMs
const spansOfADay = 144
/** An alarm that is found again within an hour is the same one. */
const sameMs = 60 * minuteMs

/** How many ended in each span of ten minutes, those with none left out. */
const endsBySpan = (studyId: string, from: string, to: string): Query<{ count: number }> => ({
  sql: `select count(*) as "count" from response_paradata where study_id = ? and ended_at >= ? and ended_at < ?
group by substr(ended_at, 1, 15)`,
  values: [studyId, from, to],
})

const endedSince = (studyId: string, from: string): Query<{ count: number }> => ({
  sql: `select count(*) as "count" from response_paradata where study_id = ? and ended_at > ?`,
  values: [studyId, from],
})

const lastEnds = (studyId: string, limit: number): Query<{ endedAt: string }> => ({
  sql: `select ended_at as "endedAt" from response_paradata where study_id = ? order by ended_at desc limit ?`,
  values: [studyId, limit],
})

const lastAlarm = prepareQuery((p: { studyId: string; kind: string; after: string }) =>
  sql
    .selectFrom('study_alarms')
    .select(['since'])
    .where('study_id', '=', p.studyId)
    .where('kind', '=', p.kind)
    .where('last_at', '>=', p.after)
    .orderBy('since', 'desc')
    .limit(1),
)

const putAlarm = prepareQuery((p: { studyId: string; kind: string; since: string; facts: string; at: string }) =>
  sql
    .insertInto('study_alarms')
    .values({ study_id: p.studyId, kind: p.kind, since: p.since, facts: p.facts, last_at: p.at })
    .onConflict((oc) => oc.columns(['study_id', 'kind', 'since']).doUpdateSet({ facts: p.facts, last_at: p.at })),
)

/** Looks at when responses of a study have ended lately, and notes what is unusual. */
export async function watchCadence({ db, clock }: Pick<Ports, 'db' | 'clock'>, studyId: string): Promise<void> {
  const now = Date.parse(clock.now())
  const time = (ms: number) => new Date(ms).toISOString()
  const lately = (await first(db, endedSince(studyId, time(now - spanMs))))?.count ?? 0
  const spans = await db.read(endsBySpan(studyId, time(now - spansOfADay * spanMs - spanMs), time(now - spanMs)))
  const counts = [...spans.map(({ count }) => count), ...Array(Math.max(0, spansOfADay - spans.length)).fill(0)]
  const ends = await db.read(lastEnds(studyId, 11))
  const found = [
    burst(lately, median(counts)),
    lately > 0 ? regular(ends.map(({ endedAt }) => Date.parse(endedAt)).reverse()) : null,
  ].filter((alarm) => alarm !== null)
  for (const { kind, facts } of found) {
    const before = await first(db, lastAlarm({ studyId, kind, after: time(now - sameMs) }))
    const since = before?.since ?? time(now)
    await commit(db, 'An alarm', putAlarm({ studyId, kind, since, facts: canonicalJson(facts), at: time(now) }))
  }
}

/** An alarm as whoever reads answers sees it: its day (UTC), and no hour or figure by which one response is known. */
export interface StudyAlarm {
  kind: CadenceAlarm['kind']
  day: string
}

const alarmsAfter = prepareQuery((p: { studyId: string; after: string }) =>
  sql
    .selectFrom('study_alarms')
    .select(['kind', 'since'])
    .where('study_id', '=', p.studyId)
    .where('last_at', '>=', p.after)
    .orderBy('since', 'desc'),
)

const shownMs = 7 * spansOfADay * spanMs

/** The alarms of the last seven days, the latest first; of each kind one a day. */
export async function alarmsOf({ db, clock }: Pick<Ports, 'db' | 'clock'>, studyId: string): Promise<StudyAlarm[]> {
  const after = new Date(Date.parse(clock.now()) - shownMs).toISOString()
  const rows = await db.read(alarmsAfter({ studyId, after }))
  const byDay = new Map<string, StudyAlarm>()
  for (const { kind, since } of rows) {
    const day = dayOf(booksZone, since)
    if (kind === 'burst' || kind === 'regular') byDay.set(`${kind} ${day}`, { kind, day })
  }
  return [...byDay.values()]
}
