/** The file itself while it is being read: pieces of one size in the database, so that a step begins anywhere in it. */

import { fromBase64, toBase64 } from '../../platform/crypto/base64.ts'
import { type Database, first, prepareQuery } from '../../platform/db/together.ts'
import { streamOf } from '../../platform/files/bytes.ts'
import { sql } from '../tables.ts'

/** Every piece but the last has this many bytes. */
export const pieceBytes = 512 * 1024

export const addPiece = prepareQuery((p: { statementId: string; n: number; content: string }) =>
  sql.insertInto('statement_chunks').values({ statement_id: p.statementId, n: p.n, content: p.content }),
)

const pieceOf = prepareQuery((p: { statementId: string; n: number }) =>
  sql.selectFrom('statement_chunks').select('content').where('statement_id', '=', p.statementId).where('n', '=', p.n),
)

export const deletePieces = prepareQuery((p: { statementId: string }) =>
  sql.deleteFrom('statement_chunks').where('statement_id', '=', p.statementId),
)

/** A piece as text, which every database holds: base64 without padding. */
export function packed(bytes: Uint8Array): string {
  return toBase64(bytes).replace(/=+$/, '')
}

function unpacked(content: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(content)
  if (bytes === null) throw new Error('A kept piece of a statement is no base64.')
  return bytes
}

/** The bytes of a kept file from `offset` on, read piece by piece as they are asked for. */
export function fileFrom(db: Database, statementId: string, offset = 0): ReadableStream<Uint8Array> {
  return streamOf(piecesFrom(db, statementId, offset))
}

async function* piecesFrom(db: Database, statementId: string, offset: number): AsyncGenerator<Uint8Array> {
  const skipped = Math.floor(offset / pieceBytes)
  for (let n = skipped + 1; ; n += 1) {
    const piece = await first(db, pieceOf({ statementId, n }))
    if (piece === undefined) return
    const bytes = unpacked(piece.content)
    const from = n === skipped + 1 ? offset - skipped * pieceBytes : 0
    if (from < bytes.length) yield from === 0 ? bytes : bytes.subarray(from)
  }
}

/** The first piece of a kept file; empty when it is gone. */
export async function headOf(db: Database, statementId: string): Promise<Uint8Array> {
  const piece = await first(db, pieceOf({ statementId, n: 1 }))
  return piece === undefined ? new Uint8Array() : unpacked(piece.content)
}
