/** The rows that many requests change, each alone: how many times a second one row can be changed and committed. */
import pg from 'pg'
import { type PgbenchRun, runPgbench } from './pgbench.ts'

/** Each makes its row where there is none, and changes it as the service does. */
const rows = [
  {
    name: 'balance of an offer',
    make: 'select 1',
    change: `update offer_balances set available = available - 1, reserved = reserved + 1
where offer_id = (select min(offer_id) from offer_balances)`,
  },
  {
    name: 'a network',
    make: `insert into networks (network, open_leases, cap, starts, starts_cap, seen_at)
values ('measured', 0, 1000000000, 0, 1000000000, '')`,
    change: "update networks set open_leases = open_leases + 1 where network = 'measured'",
  },
  {
    name: 'a cell of the quotas',
    make: `insert into quota_cells (study_id, cell, cap, open, held, accepted)
select min(id), 'measured', 1000000000, 0, 0, 0 from studies`,
    change: "update quota_cells set accepted = accepted + 1 where cell = 'measured'",
  },
]

export interface HotRow extends PgbenchRun {
  name: string
  connections: number
}

export async function measureHotRows(url: string, connections: readonly number[], count: number): Promise<HotRow[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const { make } of rows) await client.query(make)
  await client.end()
  return rows.flatMap(({ name, change }) =>
    connections.map((n) => ({ name, connections: n, ...runPgbench(url, `${change};`, n, Math.ceil(count / n)) })),
  )
}
