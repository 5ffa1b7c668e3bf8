/**
 * How many of the responses that people held had been paid for already: they cannot be stopped. Said of five at the least
 * together, and of days that are over, so that it says of none whether it was.
 */
import type { Query } from '../../platform/db/together.ts'

interface HeldOnDay {
  /** UTC. */
  day: string
  held: number
  /** Of which a payment had been sent by then, and had not come to nothing. */
  sent: number
}

/**
 * Holds by day, the oldest first, of these studies (ids, at least one), of days before `today`. A rejection that was undone
 * is no hold: whoever undid a few could have one hold told by itself.
 */
export const heldByDay = (studies: readonly string[], today: string): Query<HeldOnDay> => ({
  sql: `select substr(holds.at, 1, 10) as "day", count(*) as "held", sum(case when exists (
    select 1 from vouchers join payouts on payouts.voucher_id = vouchers.id
    join attempts on attempts.payout_id = payouts.id
    where vouchers.respondent_id = holds.respondent_id and attempts.made_at <= holds.at and not exists (
      select 1 from attempt_steps where attempt_steps.attempt_id = attempts.id
        and attempt_steps.state in ('failed', 'cancelled') and attempt_steps.at <= holds.at)) then 1 else 0 end) as "sent"
from review_steps holds join responses on responses.respondent_id = holds.respondent_id
where holds.move in ('>held', 'accepted>held') and holds.actor <> 'service' and holds.at < ?
  and responses.study_id in (${studies.map(() => '?').join(', ')})
group by substr(holds.at, 1, 10) order by 1`,
  values: [today, ...studies],
})

/** What may be said of them: days are taken together until `smallest` were held; null while there are fewer. */
export function sentBefore(days: readonly HeldOnDay[], smallest: number): HeldOnDay | null {
  let latest = null as HeldOnDay | null
  let open = { held: 0, sent: 0 }
  for (const { day, held, sent } of days) {
    open = { held: open.held + held, sent: open.sent + sent }
    if (open.held < smallest) continue
    latest = { day, held: (latest?.held ?? 0) + open.held, sent: (latest?.sent ?? 0) + open.sent }
    open = { held: 0, sent: 0 }
  }
  return latest
}
