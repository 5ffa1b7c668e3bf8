/** Finding vouchers by their references, and filling in what is kept of them in rows from before it was. */
import { commit } from '../../platform/db/perform.ts'
import { type Database, first, type Query, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { referenceHash, referenceHashes } from './voucher.ts'

/** The id of the voucher with this reference, however it was typed; undefined when there is none, or not yet. */
export async function idOfReference({ db, keys }: Pick<Ports, 'db' | 'keys'>, typed: string) {
  const hashes = await referenceHashes(keys, typed)
  if (hashes.length === 0) return undefined
  const marks = hashes.map(() => '?').join(', ')
  return (
    await first<{ id: string }>(db, {
      sql: `select id as "id" from vouchers where reference_hash in (${marks})`,
      values: hashes,
    })
  )?.id
}

const fewAtOnce = 50

const without = (limit: number): Query<{ id: string; codeKey: string }> => ({
  sql: 'select id as "id", code_key as "codeKey" from vouchers where reference_hash is null order by id limit ?',
  values: [limit],
})

/** Whether vouchers from before references were kept cannot be found by theirs yet. */
export async function someWithoutReference(db: Database): Promise<boolean> {
  return (await db.read(without(1))).length > 0
}

/**
 * Fills in what is kept of the references of some vouchers, the oldest first. Two sweeps at once write the same.
 * @returns how many this call filled in
 */
export async function sweepReferences({ db, keys }: Pick<Ports, 'db' | 'keys'>): Promise<number> {
  const found = await db.read(without(fewAtOnce))
  if (found.length === 0) return 0
  const writes = await Promise.all(
    found.map(
      async (voucher): Promise<Write> => ({
        sql: 'update vouchers set reference_hash = ? where id = ?',
        values: [await referenceHash(keys, voucher), voucher.id],
      }),
    ),
  )
  await commit(db, 'A reference', ...writes)
  return found.length
}
