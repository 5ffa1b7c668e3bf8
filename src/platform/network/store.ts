import { prepareQuery } from '../db/together.ts'
import { sql } from './tables.ts'

/** One more open lease on a network; the check refuses the one past the cap. */
export const enterNetwork = prepareQuery((p: { network: string; cap: number; startsCap: number; at: string }) =>
  sql
    .insertInto('networks')
    .values({
      network: p.network,
      open_leases: 1,
      cap: p.cap,
      starts: 0,
      starts_cap: p.startsCap,
      seen_at: p.at,
    })
    .onConflict((oc) =>
      oc.column('network').doUpdateSet((eb) => ({
        open_leases: eb('networks.open_leases', '+', 1),
        cap: eb.ref('excluded.cap'),
        seen_at: eb.ref('excluded.seen_at'),
      })),
    ),
)

/** One open lease less on a network. */
export const leaveNetwork = prepareQuery((p: { network: string }) =>
  sql
    .updateTable('networks')
    .set((eb) => ({ open_leases: eb('open_leases', '-', 1) }))
    .where('network', '=', p.network),
)

/** Networks that hold nothing and were last seen before this time are forgotten. */
export const forgetNetworks = prepareQuery((p: { before: string }) =>
  sql.deleteFrom('networks').where('open_leases', '=', 0).where('seen_at', '<', p.before),
)

/** One more response begun from a network on its day; the check refuses the one past the cap. */
export const countStart = prepareQuery((p: { network: string; cap: number; startsCap: number; at: string }) =>
  sql
    .insertInto('networks')
    .values({
      network: p.network,
      open_leases: 0,
      cap: p.cap,
      starts: 1,
      starts_cap: p.startsCap,
      seen_at: p.at,
    })
    .onConflict((oc) =>
      oc.column('network').doUpdateSet((eb) => ({
        starts: eb('networks.starts', '+', 1),
        starts_cap: eb.ref('excluded.starts_cap'),
        seen_at: eb.ref('excluded.seen_at'),
      })),
    ),
)

/** How full a network is. */
export const networkByKey = prepareQuery((p: { network: string }) =>
  sql.selectFrom('networks').select(['open_leases']).where('network', '=', p.network),
)
