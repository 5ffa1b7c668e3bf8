/** A table of which nobody has said yet which column is which: it has arrived, and waits for that. */
import { commit } from '../../platform/db/perform.ts'
import { type Database, first, prepareQuery } from '../../platform/db/together.ts'
import { pieceBytes } from '../statements/kept-file.ts'
import type { Statement } from '../statements/statement.ts'
import { sql } from '../tables.ts'

/**
 * Whether it is a table that has arrived and whose columns nobody has said yet. Of one from a ZIP, or that was opened
 * again, only its last piece shows that it has: it is shorter than the others.
 */
export function needsColumns(
  one: Pick<Statement, 'state' | 'format' | 'told' | 'fileHash' | 'bytes' | 'chunks'>,
): boolean {
  const { state, format, told, fileHash, bytes, chunks } = one
  if (state !== 'receiving' || format !== 'csv' || told !== null) return false
  return fileHash !== null || bytes < chunks * pieceBytes
}

/** Another one of an account with this file, whose columns the person who uploaded it has not said yet. */
const waitingForColumns = prepareQuery((p: { id: string; accountId: string; fileHash: string; uploadedBy: string }) =>
  sql
    .selectFrom('statements')
    .select('id')
    .where('state', '=', 'receiving')
    .where('account_id', '=', p.accountId)
    .where('file_hash', '=', p.fileHash)
    .where('uploaded_by', '=', p.uploadedBy)
    .where('told', 'is', null)
    .where('id', '!=', p.id),
)

const noteHash = prepareQuery((p: { id: string; fileHash: string }) =>
  sql.updateTable('statements').set({ file_hash: p.fileHash }).where('id', '=', p.id),
)

/**
 * Has a table wait for its columns, known by what is in it.
 * @returns the one that waits already, where the same person has uploaded the same table before
 */
export async function awaitColumns(
  db: Database,
  staff: { id: string },
  { id, accountId }: Statement,
  fileHash: string,
): Promise<{ id: string } | undefined> {
  const known = await first(db, waitingForColumns({ id, accountId, fileHash, uploadedBy: staff.id }))
  if (known === undefined) await commit(db, "A table's end", noteHash({ id, fileHash }))
  return known
}
