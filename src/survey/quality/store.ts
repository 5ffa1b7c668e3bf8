/** How responses were given, and what was found about them. */
import type { FlagFamily } from '../../../schema/tables.ts'
import { canonicalJson } from '../../platform/crypto/version.ts'
import { remembering } from '../../platform/db/remembered.ts'
import { type Database, first, prepareQuery, type Write } from '../../platform/db/together.ts'
import { noteChange, putFlags } from '../insights/segments/rewrite.ts'
import { sql } from '../tables.ts'
import { type Flag, familyOf, isFlagName, rulesOf } from './flag.ts'
import type { Baseline } from './pace.ts'
import type { Visit } from './visit.ts'

export const addParadata = prepareQuery(
  (p: {
    respondentId: string
    studyId: string
    version: string
    route: string
    language: string
    pages: string
    network: string | null
    at: string
  }) =>
    sql.insertInto('response_paradata').values({
      respondent_id: p.respondentId,
      study_id: p.studyId,
      questionnaire_version: p.version,
      route: p.route,
      language: p.language,
      pages: p.pages,
      network: p.network,
      ended_at: p.at,
      looked_at: '',
    }),
)

const putFlag = prepareQuery(
  (p: {
    respondentId: string
    name: string
    family: FlagFamily
    points: number
    facts: string
    rules: string
    at: string
  }) =>
    sql
      .insertInto('response_flags')
      .values({
        respondent_id: p.respondentId,
        name: p.name,
        family: p.family,
        points: p.points,
        facts: p.facts,
        rules: p.rules,
        flagged_at: p.at,
      })
      .onConflict((oc) => oc.columns(['respondent_id', 'name']).doNothing()),
)

/** The rows of what was found about a response; what was found before stays as it was. */
export function flagWrites(respondentId: string, flags: readonly Flag[], at: string): Write[] {
  return flags.map(({ name, points, facts }) =>
    putFlag({
      respondentId,
      name,
      family: familyOf(name),
      points,
      facts: canonicalJson(facts),
      rules: rulesOf(name),
      at,
    }),
  )
}

const baselineBy = prepareQuery((p: { studyId: string; version: string; route: string; language: string }) =>
  sql
    .selectFrom('speed_baselines')
    .select(['active_ms as activeMs', 'pages'])
    .where('study_id', '=', p.studyId)
    .where('questionnaire_version', '=', p.version)
    .where('route', '=', p.route)
    .where('language', '=', p.language),
)

export interface OfRoute {
  studyId: string
  version: string
  route: string
  language: string
}

/** Once frozen, a baseline never changes; that there is none yet is remembered for a few seconds, too. */
const baselines = remembering(async (db, key): Promise<{ baseline: Baseline | null }> => {
  const [studyId = '', version = '', route = '', language = ''] = key.split(' ')
  const row = await first(db, baselineBy({ studyId, version, route, language }))
  if (row === undefined) return { baseline: null }
  return { baseline: { activeMs: row.activeMs, pages: JSON.parse(row.pages) as Record<string, number> } }
})

/** What is usual on this route in this language; null before the soft launch is over. */
export async function findBaseline(
  db: Database,
  { studyId, version, route, language }: OfRoute,
  now: string,
): Promise<Baseline | null> {
  return (await baselines.find(db, `${studyId} ${version} ${route} ${language}`, now))?.baseline ?? null
}

const storedFlags = prepareQuery((p: { respondentId: string }) =>
  sql
    .selectFrom('response_flags')
    .select(['name', 'family', 'points', 'facts', 'flagged_at as at'])
    .where('respondent_id', '=', p.respondentId)
    .orderBy('name'),
)

/** What was found about a response by the checks that there are now. */
export async function flagsOfRespondent(db: Database, respondentId: string): Promise<Pick<Flag, 'name' | 'points'>[]> {
  const rows = await db.read(storedFlags({ respondentId }))
  return rows.flatMap(({ name, points }) => (isFlagName(name) ? [{ name, points }] : []))
}

/** The name of a network is of one day. */
export const forgetNetworkNames = prepareQuery((p: { before: string }) =>
  sql
    .updateTable('response_paradata')
    .set({ network: null })
    .where('network', 'is not', null)
    .where('ended_at', '<', p.before),
)

const paradataOf = prepareQuery((p: { respondentId: string }) =>
  sql.selectFrom('response_paradata').select(['pages']).where('respondent_id', '=', p.respondentId),
)

const visitsSoFar = prepareQuery((p: { respondentId: string }) =>
  sql
    .selectFrom('response_pages')
    .select(['page', 'visit', 'revision'])
    .where('respondent_id', '=', p.respondentId)
    .where('visit', 'is not', null)
    .unionAll(
      sql
        .selectFrom('saved_pages')
        .select(['page', 'visit', 'revision'])
        .where('respondent_id', '=', p.respondentId)
        .where('visit', 'is not', null),
    )
    .orderBy('page')
    .orderBy('revision'),
)

/** What is kept of a page beside its answers: how long it was open as the server saw it, and what was counted on it. */
export type StoredVisit = Pick<Visit, 'ms' | 'typed'>

/** The same by page, of a response that is complete or not yet; null where nothing is kept. */
export async function storedVisits(db: Database, respondentId: string): Promise<Record<string, StoredVisit> | null> {
  const row = await first(db, paradataOf({ respondentId }))
  const visits: [string, Visit][] =
    row === undefined
      ? (await db.read(visitsSoFar({ respondentId }))).map(({ page, visit }) => [page, JSON.parse(visit ?? '{}')])
      : Object.entries(JSON.parse(row.pages) as Record<string, Visit>)
  if (visits.length === 0) return null
  return Object.fromEntries(visits.map(([page, { ms, typed }]) => [page, { ms, ...(typed && { typed }) }]))
}

const setParadataPages = prepareQuery((p: { respondentId: string; before: string; after: string }) =>
  sql
    .updateTable('response_paradata')
    .set({ pages: p.after })
    .where('respondent_id', '=', p.respondentId)
    .where('pages', '=', p.before),
)
const setVisitIn = (table: 'saved_pages' | 'response_pages') =>
  prepareQuery((p: { respondentId: string; page: string; before: string; after: string }) =>
    sql
      .updateTable(table)
      .set({ visit: p.after })
      .where('respondent_id', '=', p.respondentId)
      .where('page', '=', p.page)
      .where('visit', '=', p.before),
  )
const setVisits = [setVisitIn('saved_pages'), setVisitIn('response_pages')]
const dropTypedFlag = prepareQuery((p: { respondentId: string }) =>
  sql.deleteFrom('response_flags').where('respondent_id', '=', p.respondentId).where('name', '=', 'text_not_typed'),
)

const withoutTyped = ({ typed: _, ...visit }: Visit): Visit => visit

/** The writes by which what was counted of typing goes, of whoever no longer allows it; all else stays. */
export async function forgetTyped(db: Database, respondentId: string): Promise<Write[]> {
  const [kept, pages] = await Promise.all([
    first(db, paradataOf({ respondentId })),
    db.read(visitsSoFar({ respondentId })),
  ])
  const writes = pages.flatMap(({ page, visit }) => {
    const before = visit ?? '{}'
    const after = canonicalJson(withoutTyped(JSON.parse(before) as Visit))
    return setVisits.map((set) => set({ respondentId, page, before, after }))
  })
  if (kept !== undefined) {
    const visits = Object.entries(JSON.parse(kept.pages) as Record<string, Visit>)
    const after = canonicalJson(Object.fromEntries(visits.map(([page, visit]) => [page, withoutTyped(visit)])))
    writes.push(setParadataPages({ respondentId, before: kept.pages, after }))
  }
  return [noteChange(respondentId), ...writes, dropTypedFlag({ respondentId }), putFlags(respondentId)]
}
