/** The rows of files of results, in pieces, and of what each file did. */
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

export interface ResultFile {
  id: string
  batchId: string
  /** SHA-256 of its bytes, in hex. */
  hash: string
  bytes: number
  /** How many it has; fewer are kept after a cut, and none once it was erased. */
  pieces: number
  kept: number
}

const files = () =>
  sql
    .selectFrom('result_files')
    .select((eb) => [
      'id',
      'batch_id as batchId',
      'file_hash as hash',
      'bytes',
      'pieces',
      eb
        .selectFrom('result_file_pieces')
        .select((of) => of.cast<number>(of.fn.countAll(), 'bigint').as('count'))
        .whereRef('result_file_pieces.file_id', '=', 'result_files.id')
        .as('kept'),
    ])
    .$castTo<ResultFile>()

export const resultFileById = prepareQuery<{ id: string }, ResultFile>((p) => files().where('id', '=', p.id))

export const resultFileOf = prepareQuery<{ batchId: string; hash: string }, ResultFile>((p) =>
  files().where('batch_id', '=', p.batchId).where('file_hash', '=', p.hash),
)

/** The files that were uploaded for a batch, newest first. */
export const resultFilesOf = prepareQuery((p: { batchId: string }) =>
  sql
    .selectFrom('result_files')
    .select(['id', 'at', 'file_hash as hash'])
    .where('batch_id', '=', p.batchId)
    .orderBy('id', 'desc')
    .limit(50),
)

export const addResultFile = prepareQuery((p: Omit<ResultFile, 'kept'> & { uploadedBy: string; at: string }) =>
  sql.insertInto('result_files').values({
    id: p.id,
    batch_id: p.batchId,
    file_hash: p.hash,
    bytes: p.bytes,
    pieces: p.pieces,
    uploaded_by: p.uploadedBy,
    at: p.at,
    outcomes: null,
  }),
)

export const setOutcomes = prepareQuery((p: { id: string; outcomes: string }) =>
  sql.updateTable('result_files').set({ outcomes: p.outcomes }).where('id', '=', p.id),
)

export const outcomesById = prepareQuery((p: { id: string }) =>
  sql.selectFrom('result_files').select('outcomes').where('id', '=', p.id),
)

export const addResultPiece = prepareQuery((p: { fileId: string; n: number; content: string }) =>
  sql.insertInto('result_file_pieces').values({ file_id: p.fileId, n: p.n, content: p.content }),
)

export const resultPiece = prepareQuery((p: { fileId: string; n: number }) =>
  sql.selectFrom('result_file_pieces').select('content').where('file_id', '=', p.fileId).where('n', '=', p.n),
)

/** Erases the contents of every file of a claim's batches: they may hold the account of its payee. */
export const eraseFilesOfClaim = prepareQuery((p: { claimId: string }) =>
  sql
    .deleteFrom('result_file_pieces')
    .where('file_id', 'in', (eb) =>
      eb
        .selectFrom('result_files')
        .innerJoin('payouts', 'payouts.batch_id', 'result_files.batch_id')
        .select('result_files.id')
        .where('payouts.claim_id', '=', p.claimId),
    ),
)

/** What is left of a study's files once every payee is erased, such as of one that was uploaded again after that. */
export const eraseFilesOfStudy = prepareQuery((p: { studyId: string }) =>
  sql
    .deleteFrom('result_file_pieces')
    .where('file_id', 'in', (eb) =>
      eb
        .selectFrom('result_files')
        .innerJoin('batches', 'batches.id', 'result_files.batch_id')
        .select('result_files.id')
        .where('batches.study_id', '=', p.studyId),
    ),
)
