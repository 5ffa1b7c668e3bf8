/** Why a start is refused: the database does not belong to these keys, or lacks rows that it cannot do without. */
import type { Database } from '../platform/db/together.ts'
import { type KeyId, knownKeys, lackingKeys } from '../platform/keys/known-keys.ts'
import { keysInUse } from '../reconciliation/integrity/keys-in-use.ts'
import { missingRows } from '../reconciliation/integrity/missing-rows.ts'

/**
 * One line for each key that the database knows and `available` lacks. One from before keys were noted is asked under which
 * keys its vouchers and payees were made.
 */
export async function lostKeys(db: Database, available: readonly KeyId[]): Promise<string[]> {
  const known = await knownKeys(db)
  const at = known.length > 0 ? '' : ' by what was made under it'
  const all = known.length > 0 ? known : (await keysInUse(db)).map((key) => ({ ...key, at: '', retired_at: null }))
  return lackingKeys(all, available).map(
    ({ purpose, kid }) =>
      `The database knows the key ${kid} (${purpose})${at}, and the key set lacks it: put the key set back from its backup.`,
  )
}

/** One line for each row, or table of rows, that must exist and does not. */
export async function lostRows(db: Database): Promise<string[]> {
  return (await missingRows(db)).map((what) => `${what}: restore a whole backup of the database.`)
}

/** Whether nothing has ever been done with this database: it knows no key and has no study. */
export async function isUnused(db: Database): Promise<boolean> {
  const [study] = await db.read({ sql: 'select id from studies limit 1', values: [] })
  return study === undefined && (await knownKeys(db)).length === 0
}
