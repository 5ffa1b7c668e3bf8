import type { Answers, Facts } from '../../../schema/answers.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { ResponseState } from '../../../schema/tables.ts'
import { type Database, first, prepareQuery, sql } from '../../platform/db/together.ts'
import type { Lease } from '../../rewards/leases/lease.ts'

/** A response as it stands: everything of one respondent but the answers. */
export interface Standing {
  respondentId: string
  studyId: string
  version: string
  invitationId: string | null
  resumeHash: string
  state: ResponseState
  revision: number
  seed: string
  facts: Facts
  language: Language
  unrewarded: boolean
  /** ISO 8601 in UTC. */
  startedAt: string
  lease: Lease | null
}

const standingOf = prepareQuery((p: { respondentId: string }) =>
  sql
    .selectFrom('responses')
    .innerJoin('respondents', 'respondents.id', 'responses.respondent_id')
    .leftJoin('leases', 'leases.respondent_id', 'responses.respondent_id')
    .select([
      'responses.study_id',
      'responses.questionnaire_version',
      'responses.state',
      'responses.revision',
      'responses.seed',
      'responses.facts',
      'responses.language',
      'responses.unrewarded',
      'responses.started_at',
      'respondents.invitation_id',
      'respondents.resume_hash',
      'leases.n as lease_n',
      'leases.state as lease_state',
      'leases.offer_id',
      'leases.amount_minor',
      'leases.network',
      'leases.opened_at',
      'leases.expires_at',
    ])
    .where('responses.respondent_id', '=', p.respondentId),
)

type StandingRow = NonNullable<ReturnType<typeof standingOf>['row']>

function leaseOf(row: StandingRow): Lease | null {
  const { lease_n, lease_state, offer_id, network, opened_at, expires_at, amount_minor } = row
  if (lease_n === null || lease_state === null || offer_id === null) return null
  if (network === null || opened_at === null || expires_at === null || amount_minor === null) return null
  return {
    n: lease_n,
    state: lease_state,
    offerId: offer_id,
    network,
    openedAt: opened_at,
    expiresAt: expires_at,
    amountMinor: amount_minor,
  }
}

/** The response of a respondent. */
export async function findStanding(db: Database, respondentId: string): Promise<Standing | undefined> {
  const row = await first(db, standingOf({ respondentId }))
  if (row === undefined) return undefined
  return {
    respondentId,
    studyId: row.study_id,
    version: row.questionnaire_version,
    invitationId: row.invitation_id,
    resumeHash: row.resume_hash,
    state: row.state,
    revision: row.revision,
    seed: row.seed,
    facts: JSON.parse(row.facts) as Facts,
    language: row.language as Language,
    unrewarded: row.unrewarded === 1,
    startedAt: row.started_at,
    lease: leaseOf(row),
  }
}

export interface SavedPage {
  revision: number
  answers: Answers
}

const pagesOf = prepareQuery((p: { respondentId: string }) =>
  sql.selectFrom('response_pages').select(['page', 'revision', 'answers']).where('respondent_id', '=', p.respondentId),
)

/** What has been saved so far, by page. */
export async function findPages(db: Database, respondentId: string): Promise<Map<string, SavedPage>> {
  const rows = await db.read(pagesOf({ respondentId }))
  return new Map(rows.map((row) => [row.page, { revision: row.revision, answers: JSON.parse(row.answers) as Answers }]))
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
  (p: { respondentId: string; revision: number; state: 'complete' | 'screened_out'; language: string; at: string }) =>
    sql
      .updateTable('responses')
      .set((eb) => ({
        revision: eb('revision', '+', 1),
        revision_before: p.revision,
        state: p.state,
        language: p.language,
        progress_at: p.at,
        ended_at: p.at,
      }))
      .where('respondent_id', '=', p.respondentId),
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
  (p: { respondentId: string; page: string; revision: number; answers: string; at: string }) =>
    sql
      .insertInto('response_pages')
      .values({
        respondent_id: p.respondentId,
        page: p.page,
        revision: p.revision,
        answers: p.answers,
        saved_at: p.at,
      })
      .onConflict((oc) =>
        oc.columns(['respondent_id', 'page']).doUpdateSet((eb) => ({
          revision: eb.ref('excluded.revision'),
          answers: eb.ref('excluded.answers'),
          saved_at: eb.ref('excluded.saved_at'),
        })),
      ),
)

export const dropPages = prepareQuery((p: { respondentId: string }) =>
  sql.deleteFrom('response_pages').where('respondent_id', '=', p.respondentId),
)

/** The canonical document. Its key is what a second submission meets. */
export const addDocument = prepareQuery((p: { respondentId: string; document: string }) =>
  sql.insertInto('documents').values({ respondent_id: p.respondentId, document: p.document }),
)
