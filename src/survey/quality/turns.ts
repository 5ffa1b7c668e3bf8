/** Whose turn it is among several servers. Each reads the turn and claims the next one; only one claim succeeds. */
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

export const turnOf = prepareQuery((p: { part: string }) =>
  sql.selectFrom('turns').select(['n', 'at']).where('part', '=', p.part),
)

/** Claims the turn after the one that was read; a check refuses it when another did. */
export const claimTurn = prepareQuery((p: { part: string; n: number; at: string }) =>
  sql
    .updateTable('turns')
    .set((eb) => ({ n: eb('n', '+', 1), n_before: p.n, at: p.at }))
    .where('part', '=', p.part),
)
