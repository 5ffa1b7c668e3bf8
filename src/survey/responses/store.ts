/** The rows of responses, of their saved pages and of their documents. */
import { first, prepareQuery, type Write } from '../../platform/db/together.ts'
import type { KeyPorts } from '../../platform/keys/study-keys.ts'
import { sql } from '../tables.ts'
import type { SealedTexts } from '../texts/text-row.ts'
import { openPages, packedPages, type SavedPage } from './saved.ts'

const pagesOf = prepareQuery((p: { respondentId: string }) =>
  sql
    .selectFrom('responses')
    .select((eb) => packedPages(eb.ref('responses.respondent_id')).as('packed'))
    .where('respondent_id', '=', p.respondentId),
)

/** What has been saved so far, by page. */
export async function findPages(ports: Omit<KeyPorts, 'ids'>, respondentId: string): Promise<Map<string, SavedPage>> {
  const row = await first(ports.db, pagesOf({ respondentId }))
  return openPages(ports, respondentId, row?.packed ?? null)
}

export const addResponse = prepareQuery(
  (p: {
    respondentId: string
    studyId: string
    version: string
    seed: string
    facts: string
    language: string
    exportRef: string
    paradata: 0 | 1
    at: string
  }) =>
    sql.insertInto('responses').values({
      respondent_id: p.respondentId,
      study_id: p.studyId,
      questionnaire_version: p.version,
      state: 'in_progress',
      revision: 1,
      revision_before: 0,
      seed: p.seed,
      facts: p.facts,
      language_start: p.language,
      language: p.language,
      unrewarded: 0,
      export_ref: p.exportRef,
      started_at: p.at,
      progress_at: p.at,
      ended_at: null,
      shown_from: null,
      shown_to: null,
      active_ms: null,
      paradata: p.paradata,
      full_cell: null,
      judged: null,
      packed: 0,
    }),
)

/** A save claims the revision that was read; the check refuses it when another came first. */
export const claimRevision = prepareQuery(
  (p: { respondentId: string; revision: number; language: string; at: string }) =>
    sql
      .updateTable('responses')
      .set((eb) => ({
        revision: eb('revision', '+', 1),
        revision_before: p.revision,
        language: p.language,
        progress_at: p.at,
      }))
      .where('respondent_id', '=', p.respondentId),
)

/** Ends the response, claiming the revision that was read. */
export const endResponse = prepareQuery(
  (p: {
    respondentId: string
    revision: number
    state: 'complete' | 'screened_out' | 'withdrawn' | 'over_quota' | 'lapsed'
    language: string
    at: string
    /** The day on which it is shown to whoever reads answers; null for when others have come. */
    shownOn: string | null
    /** The time spent on its pages, in milliseconds; null for what is not complete. */
    activeMs: number | null
  }) =>
    sql
      .updateTable('responses')
      .set((eb) => ({
        revision: eb('revision', '+', 1),
        revision_before: p.revision,
        state: p.state,
        language: p.language,
        progress_at: p.at,
        ended_at: p.at,
        shown_from: p.shownOn,
        shown_to: p.shownOn,
        active_ms: p.activeMs,
      }))
      .where('respondent_id', '=', p.respondentId),
)

/** Which cell was full, of a response that ends over quota. */
export const nameFullCell = prepareQuery((p: { respondentId: string; cell: string }) =>
  sql.updateTable('responses').set({ full_cell: p.cell }).where('respondent_id', '=', p.respondentId),
)

/** The respondent has chosen to go on without a reward. */
export const goUnrewarded = prepareQuery((p: { respondentId: string; revision: number; at: string }) =>
  sql
    .updateTable('responses')
    .set((eb) => ({ revision: eb('revision', '+', 1), revision_before: p.revision, unrewarded: 1, progress_at: p.at }))
    .where('respondent_id', '=', p.respondentId),
)

/** One row per response and page. */
export const savePage = prepareQuery(
  (
    p: SealedTexts & {
      respondentId: string
      page: string
      revision: number
      answers: string
      visit: string | null
      at: string
    },
  ) =>
    sql
      .insertInto('saved_pages')
      .values({
        respondent_id: p.respondentId,
        page: p.page,
        revision: p.revision,
        answers: p.answers,
        saved_at: p.at,
        visit: p.visit,
        texts: p.texts,
        texts_key: p.textsKey,
      })
      .onConflict((oc) =>
        oc.columns(['respondent_id', 'page']).doUpdateSet((eb) => ({
          revision: eb.ref('excluded.revision'),
          answers: eb.ref('excluded.answers'),
          saved_at: eb.ref('excluded.saved_at'),
          visit: eb.ref('excluded.visit'),
          texts: eb.ref('excluded.texts'),
          texts_key: eb.ref('excluded.texts_key'),
        })),
      ),
)

const noteVisitIn = (table: 'saved_pages' | 'response_pages') =>
  prepareQuery((p: { respondentId: string; page: string; revision: number; visit: string }) =>
    sql
      .updateTable(table)
      .set({ visit: p.visit })
      .where('respondent_id', '=', p.respondentId)
      .where('page', '=', p.page)
      .where('revision', '=', p.revision),
  )
const [noteVisitNow, noteVisitBefore] = [noteVisitIn('saved_pages'), noteVisitIn('response_pages')]

/** How a page was shown and sent, where its answers stay as they are: in whichever table they were saved. */
export const noteVisit = (p: Parameters<typeof noteVisitNow>[0]): Write[] => [noteVisitNow(p), noteVisitBefore(p)]

/** The pages that are saved now. */
export const dropPages = prepareQuery((p: { respondentId: string }) =>
  sql.deleteFrom('saved_pages').where('respondent_id', '=', p.respondentId),
)

/** Those that were saved before there was a table in which they lie side by side. */
export const dropOldPages = prepareQuery((p: { respondentId: string }) =>
  sql.deleteFrom('response_pages').where('respondent_id', '=', p.respondentId),
)

/** The canonical document. Its key is what a second submission meets. */
export const addDocument = prepareQuery((p: SealedTexts & { respondentId: string; document: string }) =>
  sql
    .insertInto('documents')
    .values({ respondent_id: p.respondentId, document: p.document, texts: p.texts, texts_key: p.textsKey }),
)
