/**
 * When ended responses are shown to whoever reads answers. Finance sees a voucher the moment it is made, so a response
 * that appeared at its own moment, or stood alone in its day and currency, would be known by it. Once a day, those of an
 * offer appear together, of as many days as it takes for five of them; fewer wait for a week at most, and for three days where one of
 * them is held (`rewards/offers/groups.ts`).
 */
import { commit } from '../../platform/db/perform.ts'
import type { Query, Write } from '../../platform/db/together.ts'
import { dayAfter } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { groupsOf, type OfferGroup, type WaitingGroup } from '../../rewards/offers/groups.ts'

/** Days of a year at the most for each of some offers; what is left comes with the next sweep. */
const mostRows = 1_000

const waitingBefore = (today: string): Query<WaitingGroup> => ({
  sql: `select responses.study_id as "studyId", vouchers.offer_id as "offerId",
  substr(responses.ended_at, 1, 10) as "day", count(*) as "count", count(reviews.id) as "held"
from responses left join vouchers on vouchers.respondent_id = responses.respondent_id and vouchers.replaces is null
left join reviews on reviews.id = responses.respondent_id and reviews.state = 'held'
where responses.shown_to is null and responses.ended_at is not null and responses.ended_at < ?
group by responses.study_id, vouchers.offer_id, substr(responses.ended_at, 1, 10) order by 3, 1, 2 limit ${mostRows}`,
  values: [today],
})

function show({ studyId, offerId, from, to }: OfferGroup): Write {
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
  const today = clock.now().slice(0, 10)
  const groups = groupsOf(await db.read(waitingBefore(today)), settings.smallestGroup, today)
  for (const group of groups) await commit(db, 'Showing responses', show(group))
  return groups.length
}
