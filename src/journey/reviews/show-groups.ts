/**
 * When ended responses are shown to whoever reads answers. Finance sees a voucher the moment it is made, so a response
 * that appeared at its own moment, or stood alone in its day and currency, would be known by it. Once a day, those of an
 * offer appear together, of as many days as it takes for five of them; until then they wait.
 */
import { commit } from '../../platform/db/perform.ts'
import type { Query, Write } from '../../platform/db/together.ts'
import { dayAfter } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'

/** How many ended on a day in a study, by the offer of their vouchers; null where there is no voucher. */
export interface Waiting {
  studyId: string
  offerId: string | null
  /** UTC. */
  day: string
  count: number
}

export interface Group {
  studyId: string
  offerId: string | null
  from: string
  to: string
}

/**
 * The groups that can be made, from days in order. A day is never divided. Those without a voucher are like nothing that
 * finance sees, and wait for nobody.
 */
function groupsOf(waiting: readonly Waiting[], smallest: number): Group[] {
  const open = new Map<string, { from: string; count: number }>()
  const groups: Group[] = []
  for (const { studyId, offerId, day, count } of waiting) {
    const cell = `${studyId} ${offerId}`
    const { from, count: before } = open.get(cell) ?? { from: day, count: 0 }
    if (offerId !== null && before + count < smallest) {
      open.set(cell, { from, count: before + count })
      continue
    }
    open.delete(cell)
    groups.push({ studyId, offerId, from, to: day })
  }
  return groups
}

/** Days of a year at the most for each of some offers; what is left comes with the next sweep. */
const mostRows = 1_000

const waitingBefore = (today: string): Query<Waiting> => ({
  sql: `select responses.study_id as "studyId", vouchers.offer_id as "offerId",
  substr(responses.ended_at, 1, 10) as "day", count(*) as "count"
from responses left join vouchers on vouchers.respondent_id = responses.respondent_id and vouchers.replaces is null
where responses.shown_to is null and responses.ended_at is not null and responses.ended_at < ?
group by responses.study_id, vouchers.offer_id, substr(responses.ended_at, 1, 10) order by 3, 1, 2 limit ${mostRows}`,
  values: [today],
})

function show({ studyId, offerId, from, to }: Group): Write {
  const first = `from vouchers where vouchers.respondent_id = responses.respondent_id and vouchers.replaces is null`
  return {
    sql: `update responses set shown_from = ?, shown_to = ?
where shown_to is null and ended_at is not null and ended_at >= ? and ended_at < ? and study_id = ?
  and ${offerId === null ? `not exists (select 1 ${first})` : `exists (select 1 ${first} and vouchers.offer_id = ?)`}`,
    values: [from, to, from, dayAfter(to), studyId, ...(offerId === null ? [] : [offerId])],
  }
}

/**
 * Shows what may be shown of the days (UTC) that are over. Two sweeps at once are harmless.
 * @returns how many groups were made
 */
export async function sweepShown({ db, clock, settings }: Pick<Ports, 'db' | 'clock' | 'settings'>): Promise<number> {
  const waiting = await db.read(waitingBefore(clock.now().slice(0, 10)))
  const groups = groupsOf(waiting, settings.smallestGroup)
  for (const group of groups) await commit(db, 'Showing responses', show(group))
  return groups.length
}
