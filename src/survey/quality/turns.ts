/** Whose turn it is, of several servers: the one whose claim of the turn that it read stands. */
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
