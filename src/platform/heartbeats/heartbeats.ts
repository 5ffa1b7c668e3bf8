/** When each part of the periodic work last came to its end, for whoever asks whether it still does; and what was noticed. */
import type { HeartbeatsTable } from '../../../schema/tables.ts'
import { type Database, prepareQuery } from '../db/together.ts'
import { sql } from './tables.ts'

const list = prepareQuery(() => sql.selectFrom('heartbeats').selectAll())

/** Says that this part came to its end at this time (ISO 8601, UTC). */
export const beat = prepareQuery((p: { part: string; at: string }) =>
  sql
    .insertInto('heartbeats')
    .values({ part: p.part, at: p.at })
    .onConflict((oc) => oc.column('part').doUpdateSet({ at: p.at })),
)

/** The last time of each part; a part that never ended is not there. */
export async function heartbeats(db: Database): Promise<ReadonlyMap<string, string>> {
  return new Map((await db.read<HeartbeatsTable>(list({}))).map(({ part, at }) => [part, at]))
}
