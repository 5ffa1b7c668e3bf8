/**
 * A response with its respondent's lease and its saved pages: what answering starts from. One statement reads all of
 * it, because another tab's write in between could end the response and take the pages with it.
 */
import type { Facts } from '../../../schema/answers.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { ResponseState } from '../../../schema/tables.ts'
import { type Database, first, prepareQuery } from '../../platform/db/together.ts'
import type { Lease } from '../../rewards/leases/lease.ts'
import type { Reservation } from '../../survey/quotas/reservation.ts'
import { hasOldPages, type PackedPages, packedPages } from '../../survey/responses/saved.ts'
import { sql } from '../tables.ts'

/** A response as it stands: everything of one respondent. */
export interface ResponseProgress {
  respondentId: string
  studyId: string
  version: string
  invitationId: string | null
  /** Whether that was withdrawn after it had been begun. */
  isRevoked: boolean
  resumeHash: string
  resumeSalt: string | null
  /** Of the sessions that count. */
  generation: number
  state: ResponseState
  revision: number
  seed: string
  facts: Facts
  language: Language
  unrewarded: boolean
  /** Whether typing and pasting may be counted. */
  paradata: boolean
  /** ISO 8601 in UTC. */
  startedAt: string
  lease: Lease | null
  /** Of the cells that it counts in; null before it has come to them, and where there are none. */
  reservation: Reservation | null
  /** The cell that was full, of one that is over quota. */
  fullCell: string | null
  /** The saved pages as they are stored, which `openPages` opens. */
  packedPages: PackedPages
  /** Whether some of them lie in the table of before. */
  hasOldPages: boolean
}

const progressOf = prepareQuery((p: { respondentId: string }) =>
  sql
    .selectFrom('responses')
    .innerJoin('respondents', 'respondents.id', 'responses.respondent_id')
    .leftJoin('leases', 'leases.respondent_id', 'responses.respondent_id')
    .leftJoin('quota_reservations', 'quota_reservations.respondent_id', 'responses.respondent_id')
    .select((eb) => [
      packedPages(eb.ref('responses.respondent_id')).as('packed_pages'),
      hasOldPages(eb.ref('responses.respondent_id')).as('has_old_pages'),
      eb
        .selectFrom('invitation_ends')
        .where('invitation_ends.invitation_id', '=', eb.ref('respondents.invitation_id'))
        .where('invitation_ends.how', '=', 'revoked')
        .select('invitation_ends.how')
        .as('revoked'),
      'responses.study_id',
      'responses.questionnaire_version',
      'responses.state',
      'responses.revision',
      'responses.seed',
      'responses.facts',
      'responses.language',
      'responses.unrewarded',
      'responses.paradata',
      'responses.started_at',
      'responses.full_cell',
      'respondents.invitation_id',
      'respondents.resume_hash',
      'respondents.resume_salt',
      'respondents.generation',
      'leases.n as lease_n',
      'leases.state as lease_state',
      'leases.offer_id',
      'leases.amount_minor',
      'leases.opened_at',
      'leases.expires_at',
      'quota_reservations.n as reservation_n',
      'quota_reservations.state as reservation_state',
      'quota_reservations.opened_at as reservation_opened_at',
      'quota_reservations.expires_at as reservation_expires_at',
    ])
    .where('responses.respondent_id', '=', p.respondentId),
)

type ProgressRow = NonNullable<ReturnType<typeof progressOf>['row']>

function leaseOf(row: ProgressRow): Lease | null {
  const { lease_n, lease_state, offer_id, opened_at, expires_at, amount_minor } = row
  if (lease_n === null || lease_state === null || offer_id === null) return null
  if (opened_at === null || expires_at === null || amount_minor === null) return null
  return {
    n: lease_n,
    state: lease_state,
    offerId: offer_id,
    openedAt: opened_at,
    expiresAt: expires_at,
    amountMinor: amount_minor,
  }
}

function reservationOf(row: ProgressRow): Reservation | null {
  const { reservation_n: n, reservation_state: state } = row
  const { reservation_opened_at: openedAt, reservation_expires_at: expiresAt } = row
  return n === null || state === null || openedAt === null || expiresAt === null
    ? null
    : { n, state, openedAt, expiresAt }
}

/** The response of a respondent. */
export async function findResponseProgress(db: Database, respondentId: string): Promise<ResponseProgress | undefined> {
  const row = await first(db, progressOf({ respondentId }))
  if (row === undefined) return undefined
  return {
    respondentId,
    studyId: row.study_id,
    version: row.questionnaire_version,
    invitationId: row.invitation_id,
    isRevoked: row.revoked !== null,
    resumeHash: row.resume_hash,
    resumeSalt: row.resume_salt,
    generation: row.generation,
    state: row.state,
    revision: row.revision,
    seed: row.seed,
    facts: JSON.parse(row.facts) as Facts,
    language: row.language as Language,
    unrewarded: row.unrewarded === 1,
    paradata: row.paradata === 1,
    startedAt: row.started_at,
    lease: leaseOf(row),
    reservation: reservationOf(row),
    fullCell: row.full_cell,
    packedPages: row.packed_pages,
    hasOldPages: row.has_old_pages > 0,
  }
}
