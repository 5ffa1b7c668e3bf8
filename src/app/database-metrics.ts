/** What the database knows of how the service does: the same on every runtime, counted from indexes of what is open. */
import { first } from '../platform/db/together.ts'
import { heartbeats } from '../platform/heartbeats/heartbeats.ts'
import { type Family, gauge } from '../platform/metrics/exposition.ts'
import type { Ports } from '../ports.ts'
import { readiness } from './ready.ts'
import { sweepParts } from './sweep-parts.ts'

interface Counts {
  leases: number
  exceptions: number
  imports: number
  quarantined: number
  clearingSince: string | null
  unsealedSince: string | null
}

/** States stand in the text, since an index that is of some rows alone is not found for a bound value. */
const counts = {
  sql: `select (select count(*) from leases where state = 'open') as "leases",
(select count(*) from exceptions where closed_at is null) as "exceptions",
(select count(*) from statements where state in ('receiving', 'staging') or (state = 'published' and matched_at is null)) as "imports",
(select count(*) from statements where state = 'quarantined') as "quarantined",
(select min(made_at) from attempts where state not in ('succeeded', 'failed', 'cancelled')) as "clearingSince",
(select min(at) from (select at from audit_entries where waits = 1 order by id limit 100) oldest) as "unsealedSince"`,
  values: [],
}

/** Every family is there with every part and check, whatever has happened yet: an alert on one is never without it. */
export async function databaseMetrics(ports: Ports): Promise<Family[]> {
  const { db, clock } = ports
  const found = (await first<Counts>(db, counts)) as Counts
  const beats = await heartbeats(db)
  const checks = Object.entries(await readiness(ports))
  const doubt = clock.doubt?.()
  const now = Date.parse(clock.now())
  const age = (since: string | null | undefined) => (since == null ? 0 : Math.max(0, now - Date.parse(since)) / 1000)
  return [
    {
      name: 'honorarium_check_ok',
      help: 'Whether a check of /readyz is well: 1, or 0.',
      type: 'gauge',
      samples: checks.map(([check, why]) => ({ labels: { check }, value: why === null ? 1 : 0 })),
    },
    {
      name: 'honorarium_sweep_age_seconds',
      help: 'Time since a part of the periodic work, or all of it (sweep), last came to its end.',
      type: 'gauge',
      samples: ['sweep', ...sweepParts].map((part) => {
        const at = beats.get(part)
        return { labels: { part }, value: at === undefined ? Number.POSITIVE_INFINITY : age(at) }
      }),
    },
    gauge(
      'honorarium_clock_behind_seconds',
      "How far the machine's clock is behind what was written before.",
      doubt?.is === 'behind' ? doubt.ms / 1000 : 0,
    ),
    gauge('honorarium_leases_open', 'Rewards set aside for respondents who are answering.', found.leases),
    gauge('honorarium_exceptions_open', 'Exceptions that no person has closed.', found.exceptions),
    gauge('honorarium_imports_waiting', 'Statements that are arriving, being read or being matched.', found.imports),
    gauge('honorarium_statements_quarantined', 'Statements set aside after three tries.', found.quarantined),
    gauge(
      'honorarium_clearing_age_seconds',
      'Age of the oldest attempt in clearing; 0 for none.',
      age(found.clearingSince),
    ),
    gauge(
      'honorarium_unsealed_age_seconds',
      'Age of the oldest unsealed audit entry; 0 for none.',
      age(found.unsealedSince),
    ),
  ]
}
