/** Where people begin from is known for a day only, and those who wait at the door are served in order. */
import { atMost, type Invariant, seenBySql } from '../invariant.ts'

const named = seenBySql(
  '',
  '',
  `select state as "figure", count(*) as "value" from leases group by state order by state`,
  `select respondent_id as "subject", 'is a reward that names a network' as "what" from leases where network <> ''`,
)

/** What the sweep leaves for a day may be a day older when it has just been by. */
const twoDaysMs = 2 * 24 * 3_600_000

export const networksForgotten: Invariant = {
  name: 'networks_forgotten',
  promise:
    'No reward says from which network it was held, and what is counted of starts is gone a day after the sweep.',
  async check(context) {
    const { db } = context
    const { figures, breaches } = await named.check(context)
    const [swept] = await db.read<{ at: string }>({
      sql: `select at from heartbeats where part = 'starts'`,
      values: [],
    })
    if (swept === undefined) return { figures, breaches }
    const beforeMs = Date.parse(swept.at) - twoDaysMs
    const old = await db.read<{ subject: string }>({
      sql: `select network as subject from networks where seen_at < ? union all
select respondent_id as subject from start_places where turn_ms < ? union all
select network as subject from start_queues where turn_ms < ?`,
      values: [new Date(beforeMs).toISOString(), beforeMs, beforeMs],
    })
    const left = old.map(({ subject }) => `${subject} was counted at a start, and is still there after two days`)
    return { figures, breaches: atMost([...breaches, ...left]) }
  },
}

export const turnsInOrder = seenBySql(
  'turns_in_order',
  'Whoever waits to start on a network has a turn of its queue, and no two have the same.',
  `select 'waiting' as "figure", count(*) as "value" from start_places`,
  `select respondent_id as "subject", 'waits behind the last turn of its queue' as "what" from start_places
where not exists (select 1 from start_queues as queue
  where queue.network = start_places.network and queue.turn_ms >= start_places.turn_ms)`,
  `select min(respondent_id) as "subject", 'has the turn of somebody else' as "what" from start_places
group by network, turn_ms having count(*) > 1`,
)
