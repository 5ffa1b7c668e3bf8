/**
 * The file itself while it is being read: pieces of one size in the database, so that a step begins anywhere in it. One
 * that is packed is unpacked once, into pieces of their own.
 */

import { taken } from '../../../schema/constraints.ts'
import { fromBase64, toBase64 } from '../../platform/crypto/base64.ts'
import { commit, perform, plan, unexpected } from '../../platform/db/perform.ts'
import { type Database, first, prepareQuery, type Write } from '../../platform/db/together.ts'
import { streamOf } from '../../platform/files/bytes.ts'
import { writtenIn } from '../../platform/files/encoding.ts'
import { bytesAt, type FileBytes } from '../../platform/files/file-bytes.ts'
import { headSize } from '../../platform/files/packed/files-inside.ts'
import { wrappingOf } from '../../platform/files/packed/wrapping.ts'
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'
import { OffloadFailed, othersFirst } from '../../platform/offload/job.ts'
import type { Ports } from '../../ports.ts'
import type { PreviewLine, PreviewOptions } from '../formats/csv/preview.ts'
import { isSheet } from '../formats/detect.ts'
import { inspectBeginning, tryColumns } from '../formats/jobs.ts'
import type { OpenFile } from '../formats/open-file.ts'
import { sql } from '../tables.ts'
import type { Statement } from './statement.ts'

/** Every piece but the last has this many bytes. */
export const pieceBytes = 512 * 1024

export const addPiece = prepareQuery((p: { statementId: string; n: number; content: string }) =>
  sql.insertInto('statement_chunks').values({ statement_id: p.statementId, n: p.n, content: p.content }),
)

const pieceOf = prepareQuery((p: { statementId: string; n: number }) =>
  sql.selectFrom('statement_chunks').select('content').where('statement_id', '=', p.statementId).where('n', '=', p.n),
)

/** A row when the file of a statement is kept. */
export const hasPieces = prepareQuery((p: { statementId: string }) =>
  sql.selectFrom('statement_chunks').select('n').where('statement_id', '=', p.statementId).where('n', '=', 1),
)

export const movePieces = prepareQuery((p: { from: string; to: string }) =>
  sql.updateTable('statement_chunks').set({ statement_id: p.to }).where('statement_id', '=', p.from),
)

/** So many pieces go in one write: what is deleted is overwritten, and nobody's answer waits behind a whole file. */
const piecesOfAWrite = 4

const deletePieces = prepareQuery((p: { statementId: string; from: number; to: number }) =>
  sql
    .deleteFrom('statement_chunks')
    .where('statement_id', '=', p.statementId)
    .where('n', '>=', p.from)
    .where('n', '<', p.to),
)

const firstPiece = prepareQuery((p: { statementId: string }) =>
  sql.selectFrom('statement_chunks').select('n').where('statement_id', '=', p.statementId).orderBy('n').limit(1),
)

/** Statements that are over, and of whose files something is left; a table that was refused keeps its own until `before`. */
export const overWithFile = prepareQuery((p: { before: string; limit: number }) =>
  sql
    .selectFrom('statement_chunks')
    .innerJoin('statements', 'statements.id', 'statement_chunks.statement_id')
    .select('statements.id')
    .distinct()
    .where((is) =>
      is.or([
        is('statements.state', 'in', ['published', 'discarded']),
        is('statements.state', '=', 'refused').and(
          is.or([is('statements.format', '!=', 'csv'), is('statements.made_at', '<', p.before)]),
        ),
      ]),
    )
    .limit(p.limit),
)

/** A file's first pieces, which are all of most: written with what says that it is over. `deleteFile` deletes the rest. */
export function deleteFirstPieces(statementId: string): Write {
  return deletePieces({ statementId, from: 0, to: 1 + piecesOfAWrite })
}

/** Deletes what is left of a file, some pieces a write. Whoever stops in the middle leaves the rest to the sweep. */
export async function deleteFile(db: Database, statementId: string): Promise<void> {
  for (;;) {
    const left = await first(db, firstPiece({ statementId }))
    if (left === undefined) return
    await commit(db, 'Deleting a file', deletePieces({ statementId, from: left.n, to: left.n + piecesOfAWrite }))
    await othersFirst()
  }
}

/** A piece as text, which every database holds: base64 without padding. */
export function packed(bytes: Uint8Array): string {
  return toBase64(bytes).replace(/=+$/, '')
}

function unpacked(content: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(content)
  if (bytes === null) throw new Error('A kept piece of a statement is no base64.')
  return bytes
}

/** The file as it arrived. */
export function keptFile(db: Database, { id, bytes }: { id: string; bytes: number }): FileBytes {
  return { size: bytes, from: (offset) => streamOf(piecesFrom(db, id, 1, offset)) }
}

/**
 * What a kept file is of, and the first bytes of what is inside. Its beginning may not have shown it; one that cannot be
 * opened is taken for what it seemed to be, and is refused when it is read.
 */
export async function insideOf(
  { db, offload }: Pick<Ports, 'db' | 'offload'>,
  statement: Pick<Statement, 'id' | 'bytes' | 'format'>,
): Promise<Pick<OpenFile, 'format' | 'head'>> {
  try {
    return await offload(inspectBeginning, {}, { file: keptFile(db, statement) })
  } catch (error) {
    if (!(error instanceof UnreadableFile || error instanceof OffloadFailed)) throw error
    return nothingInside(statement)
  }
}

/** Of a file that cannot be opened. */
export function nothingInside({ format }: Pick<Statement, 'format'>): Pick<OpenFile, 'format' | 'head'> {
  return { format, head: new Uint8Array() }
}

/** Whether anything has to be taken off the file before its bytes can be read. */
export async function isWrapped(db: Database, statement: Pick<Statement, 'id' | 'bytes'>): Promise<boolean> {
  const head = await bytesAt(keptFile(db, statement), 0, headSize)
  return wrappingOf(head) !== null || writtenIn(head) !== null || isSheet(head)
}

/** The number of the first piece of what was inside; a file as it arrives never has so many. */
const firstUnpacked = 1_001

/** What was inside of a packed file, from `offset` on. */
export function unpackedFrom(db: Database, statementId: string, offset: number): ReadableStream<Uint8Array> {
  return streamOf(piecesFrom(db, statementId, firstUnpacked, offset))
}

/**
 * Keeps what is inside of a file, one piece after the other. Whoever does it again, or at the same time, finds the very
 * same pieces there.
 * @param before how many are kept already
 */
export function keepingUnpacked(db: Database, statementId: string, before = 0): (piece: Uint8Array) => Promise<void> {
  let n = firstUnpacked + before
  return async (bytes) => {
    const row = addPiece({ statementId, n, content: packed(bytes) })
    n += 1
    await perform(db, 'A piece of what was inside', async () =>
      plan<void>({
        rows: [row],
        done: undefined,
        refused: ({ on }) => (on === taken.statementChunk ? undefined : unexpected),
      }),
    )
  }
}

/** Pieces from the one numbered `firstPiece` on are read as they are asked for. */
async function* piecesFrom(
  db: Database,
  statementId: string,
  firstPiece: number,
  offset: number,
): AsyncGenerator<Uint8Array> {
  const from = firstPiece + Math.floor(offset / pieceBytes)
  for (let n = from; ; n += 1) {
    // A step takes one or two; whoever reads all of a large file serves others in between.
    if (n - from >= 2) await othersFirst()
    const piece = await first(db, pieceOf({ statementId, n }))
    if (piece === undefined) return
    const bytes = unpacked(piece.content)
    const skipped = n === from ? offset % pieceBytes : 0
    if (skipped < bytes.length) yield skipped === 0 ? bytes : bytes.subarray(skipped)
  }
}

/** The first lines of a kept table, as a mapping reads them; null when it cannot be opened. */
export async function previewOf(
  { db, offload }: Pick<Ports, 'db' | 'offload'>,
  statement: Pick<Statement, 'id' | 'bytes'>,
  options: PreviewOptions,
): Promise<PreviewLine[] | null> {
  try {
    return await offload(tryColumns, { options }, { file: keptFile(db, statement) })
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof OffloadFailed) return null
    throw error
  }
}
