/** The rows of permits, their files in pieces, and which one a study goes by. */
import { prepareQuery, type Write } from '../../../platform/db/together.ts'
import { sql } from '../../tables.ts'

/** A permit as it was entered, and whether it was confirmed. */
export interface PermitRow {
  id: string
  studyId: string
  kind: 'permit' | 'not_needed'
  authority: string | null
  number: string | null
  expiresOn: string | null
  mediaType: string | null
  fileHash: string | null
  reason: string | null
  enteredBy: string
  at: string
  confirmedAt: string | null
}

const permits = () =>
  sql
    .selectFrom('permits')
    .leftJoin('permit_confirmations', 'permit_confirmations.permit_id', 'permits.id')
    .select(['permits.id', 'permits.study_id as studyId', 'permits.kind', 'permits.authority', 'permits.number'])
    .select(['permits.expires_on as expiresOn', 'permits.media_type as mediaType', 'permits.file_hash as fileHash'])
    .select(['permits.reason', 'permits.entered_by as enteredBy', 'permits.at'])
    .select('permit_confirmations.at as confirmedAt')

export const permitById = prepareQuery<{ id: string }, PermitRow>((p) => permits().where('permits.id', '=', p.id))

/** Those of a study that were confirmed, the newest first. */
export const confirmedPermits = prepareQuery<{ studyId: string }, PermitRow>((p) =>
  permits()
    .where('permits.study_id', '=', p.studyId)
    .where('permit_confirmations.at', 'is not', null)
    .orderBy('permits.id', 'desc')
    .limit(20),
)

export const addPermit = prepareQuery((p: Omit<PermitRow, 'confirmedAt'>) =>
  sql.insertInto('permits').values({
    id: p.id,
    study_id: p.studyId,
    kind: p.kind,
    authority: p.authority,
    number: p.number,
    expires_on: p.expiresOn,
    media_type: p.mediaType,
    file_hash: p.fileHash,
    reason: p.reason,
    entered_by: p.enteredBy,
    at: p.at,
  }),
)

export const addPermitPiece = prepareQuery((p: { permitId: string; n: number; content: string }) =>
  sql.insertInto('permit_file_pieces').values({ permit_id: p.permitId, n: p.n, content: p.content }),
)

export const permitPiece = prepareQuery((p: { permitId: string; n: number }) =>
  sql.selectFrom('permit_file_pieces').select('content').where('permit_id', '=', p.permitId).where('n', '=', p.n),
)

/** Confirms a permit by the decision (its proposal's id): a check refuses whoever has entered it. */
export const confirmPermit = (permitId: string, decisionId: string, at: string): Write => ({
  sql: `insert into permit_confirmations (permit_id, study_id, proposal_id, entered_by, confirmed_by, at)
select permits.id, permits.study_id, decisions.proposal_id, permits.entered_by, decisions.decided_by, ? from permits
join decisions on decisions.proposal_id = ? and decisions.verdict = 'confirmed' where permits.id = ?`,
  values: [at, decisionId, permitId],
})

/** The permit that a study goes by from now on; a reference refuses one that nobody has confirmed, or of another study. */
export const usePermit = prepareQuery((p: { studyId: string; permitId: string; until: string | null }) =>
  sql.updateTable('study_status').set({ permit_id: p.permitId, permit_until: p.until }).where('id', '=', p.studyId),
)

/** The study itself, which is what a proposal of a permit is about. */
export const studyItself = prepareQuery((p: { id: string }) =>
  sql.selectFrom('study_status').select('id as studyId').where('id', '=', p.id),
)

/** Its questionnaire's address is all that a sentence about it needs. */
export const isMainland = prepareQuery((p: { id: string }) =>
  sql.selectFrom('study_status').select('mainland').where('id', '=', p.id),
)
