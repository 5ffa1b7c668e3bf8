/** Freezes what is usual on a route in a language, once enough have completed it: it never changes from then on. */
import { canonicalJson } from '../../platform/crypto/version.ts'
import { commit } from '../../platform/db/perform.ts'
import { prepareQuery, type Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { sql } from '../tables.ts'
import { baselineOf, softLaunch } from './baseline.ts'
import { findBaseline, type OfRoute } from './store.ts'
import type { Visit } from './visit.ts'

/** The first who completed it, without those whose own pace or hand was doubted: a farm that comes first sets no pace. */
const firstOnRoute = ({ studyId, version, route, language }: OfRoute, isSigned: boolean): Query<{ pages: string }> => ({
  sql: `select pages as "pages" from response_paradata
where study_id = ? and questionnaire_version = ? and route = ? and language = ? and not exists (
  select 1 from response_flags where response_flags.respondent_id = response_paradata.respondent_id
  and response_flags.family in ('pace', 'automation'))
  ${isSigned ? ofShown : ''}
order by ended_at, respondent_id limit ${softLaunch}`,
  values: [studyId, version, route, language],
})

/** As many as whoever signed has seen: complete, and shown to whoever reads answers. */
const ofShown = `and exists (select 1 from responses where responses.respondent_id = response_paradata.respondent_id
  and responses.state = 'complete' and responses.shown_to is not null)`

const addBaseline = prepareQuery((p: OfRoute & { responses: number; activeMs: number; pages: string; at: string }) =>
  sql
    .insertInto('speed_baselines')
    .values({
      study_id: p.studyId,
      questionnaire_version: p.version,
      route: p.route,
      language: p.language,
      responses: p.responses,
      active_ms: p.activeMs,
      pages: p.pages,
      frozen_at: p.at,
    })
    .onConflict((oc) => oc.columns(['study_id', 'questionnaire_version', 'route', 'language']).doNothing()),
)

/**
 * Does nothing where there is a baseline, or too few have completed.
 * @param signed how many are enough where somebody has looked at those that are shown, and signed their medians
 */
export async function freezeBaseline(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  of: OfRoute,
  signed: number | null = null,
): Promise<void> {
  const at = clock.now()
  if ((await findBaseline(db, of, at)) !== null) return
  const first = await db.read(firstOnRoute(of, signed !== null))
  if (first.length < (signed ?? softLaunch)) return
  const visits = first.map(({ pages }) => new Map(Object.entries(JSON.parse(pages) as Record<string, Visit>)))
  const { activeMs, pages } = baselineOf(visits)
  const { studyId, version, route, language } = of
  const row = { studyId, version, route, language, responses: first.length, activeMs, pages: canonicalJson(pages), at }
  await commit(db, 'Freezing a baseline', addBaseline(row))
}
