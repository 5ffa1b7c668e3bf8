/**
 * Which keys a database has been used with. A key set that lacks one of them is another database's, or was lost and
 * made anew: links would die and an account could be paid twice, and nothing else would show it.
 */
import type { KnownKeysTable } from '../../../schema/tables.ts'
import type { Clock, Keys } from '../../ports.ts'
import { type Database, prepareQuery } from '../db/together.ts'
import { sql } from './tables.ts'

export interface KeyId {
  purpose: string
  kid: string
}

const list = prepareQuery(() => sql.selectFrom('known_keys').selectAll().orderBy('at').orderBy('purpose'))

const add = prepareQuery((p: { purpose: string; kid: string; at: string }) =>
  sql
    .insertInto('known_keys')
    .values({ purpose: p.purpose, kid: p.kid, at: p.at, retired_at: null })
    .onConflict((oc) => oc.columns(['purpose', 'kid']).doNothing()),
)

/** Says of a key that it was taken out on purpose, at this time (ISO 8601, UTC). */
export const retireKey = prepareQuery((p: { purpose: string; kid: string; at: string }) =>
  sql
    .updateTable('known_keys')
    .set({ retired_at: p.at })
    .where('purpose', '=', p.purpose)
    .where('kid', '=', p.kid)
    .where('retired_at', 'is', null),
)

/** Every key that the database knows, those that were taken out included, the oldest first. */
export function knownKeys(db: Database): Promise<KnownKeysTable[]> {
  return db.read(list({}))
}

/** The ids of every key in a set. */
export function keyIdsOf({ tokens, codes, receipts, payees, accounts }: Keys): KeyId[] {
  const rings = {
    tokens: tokens.all,
    codes: codes.all,
    receipts: receipts.all,
    payees: payees.all,
    accounts: [accounts],
  }
  return Object.entries(rings).flatMap(([purpose, all]) => all.map(({ kid }) => ({ purpose, kid })))
}

const isIn = (available: readonly KeyId[], { purpose, kid }: KeyId) =>
  available.some((one) => one.purpose === purpose && one.kid === kid)

/** The keys that a database knows, and that were neither kept nor taken out on purpose. */
export function lackingKeys(known: readonly KnownKeysTable[], available: readonly KeyId[]): KnownKeysTable[] {
  return known.filter((key) => key.retired_at === null && !isIn(available, key))
}

/** Notes every key of the set that the database does not know yet; writes nothing when it knows them all. */
export async function rememberKeys({ db, clock, keys }: { db: Database; clock: Clock; keys: Keys }): Promise<void> {
  const known = await knownKeys(db)
  const unknown = keyIdsOf(keys).filter((key) => !isIn(known, key))
  if (unknown.length === 0) return
  const at = clock.now()
  await db.together(...unknown.map((key) => add({ ...key, at })))
}
