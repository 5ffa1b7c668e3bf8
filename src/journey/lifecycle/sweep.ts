/** What a study does by itself: it closes when its window ends, and pauses when its permit has ended or its soft launch is over. */
import type { Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { closeByItself, pauseByItself } from './moves.ts'

interface Due {
  id: string
  why: 'window' | 'permit' | 'soft_launch'
}

/** Each of them leaves the list by what is done about it; what is left of many waits for the next sweep. */
const mostAtOnce = 20

const due = (now: string): Query<Due> => ({
  sql: `select studies.id as "id",
  case when studies.closes_at <= ? then 'window' when permit_until <= ? then 'permit' else 'soft_launch' end as "why"
from study_status join studies on studies.id = study_status.id
where studies.test_of is null and (
  (study_status.state in ('open', 'paused') and studies.closes_at <= ?)
  or (study_status.state = 'open' and permit_until <= ?)
  or (study_status.state = 'open' and soft_limit is not null and soft_limit <= (
    select count(*) from responses where responses.study_id = studies.id
      and responses.seed <> '' and responses.state = 'complete')))
order by studies.id limit ${mostAtOnce}`,
  values: [now, now, now, now],
})

/**
 * Two sweeps at once are harmless: one of them finds it done.
 * @returns how many studies were moved
 * @throws the first failure, once the others have been moved
 */
export async function sweepStudies(ports: Ports): Promise<number> {
  const rows = await ports.db.read(due(ports.clock.now()))
  const failures: unknown[] = []
  let moved = 0
  for (const { why, ...study } of rows) {
    try {
      const done = why === 'window' ? await closeByItself(ports, study) : await pauseByItself(ports, study, why)
      if ('moved' in done) moved += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return moved
}
