import { prepareQuery, type Query } from '../db/together.ts'
import { sql } from './tables.ts'

/** One more response begun in a ring's ten minutes; the check refuses the one past the cap. */
export const countStart = prepareQuery((p: { network: string; startsCap: number; at: string }) =>
  sql
    .insertInto('networks')
    .values({ network: p.network, open_leases: 0, cap: 0, starts: 1, starts_cap: p.startsCap, seen_at: p.at })
    .onConflict((oc) =>
      oc.column('network').doUpdateSet((eb) => ({
        starts: eb('networks.starts', '+', 1),
        starts_cap: eb.ref('excluded.starts_cap'),
        seen_at: eb.ref('excluded.seen_at'),
      })),
    ),
)

/** How many were begun, by the names of the rows that count them. Its text is the same for as many names. */
export function startsCounted(names: readonly string[]): Query<{ network: string; starts: number }> {
  const places = names.map(() => '?').join(', ')
  return { sql: `select "network", "starts" from "networks" where "network" in (${places})`, values: names }
}

/** What was last counted before this time is forgotten. */
export const forgetNetworks = prepareQuery((p: { before: string }) =>
  sql.deleteFrom('networks').where('seen_at', '<', p.before),
)
