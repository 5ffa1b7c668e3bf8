/** Attempts: one at a time, under a stored reference, with their money where it belongs. */
import { type Invariant, seenBySql } from '../invariant.ts'

const open = `state not in ('succeeded', 'failed', 'cancelled')`

export const oneAttempt = seenBySql(
  'one_attempt',
  'A payout has at most one attempt that is open or has succeeded, and a voucher at most one payout that is live or paid.',
  `select state as "figure", count(*) as "value" from attempts group by state order by state`,
  `select payout_id as "subject", 'has more than one attempt that is open or has succeeded' as "what"
from attempts where state not in ('failed', 'cancelled') group by payout_id having count(*) > 1`,
  `select voucher_id as "subject", 'has more than one payout that is live or paid' as "what"
from payouts where state in ('queued', 'open', 'paid') group by voucher_id having count(*) > 1`,
)

export const storedReference = seenBySql(
  'stored_reference',
  'An attempt has a reference of its own, stored before its provider was called, and every call is counted.',
  `select what as "figure", count(*) as "value" from attempt_calls group by what order by what`,
  `select min(id) as "subject", 'shares its reference, or has none' as "what"
from attempts group by provider, reference having count(*) > 1 or reference = ''`,
  `select attempt_calls.attempt_id as "subject", 'was called for before it was stored' as "what"
from attempt_calls left join attempts on attempts.id = attempt_calls.attempt_id
where attempts.id is null or attempt_calls.at < attempts.made_at`,
  `select attempts.id as "subject", 'does not count the calls that were made' as "what"
from attempts where calls <> (select count(*) from attempt_calls where attempt_calls.attempt_id = attempts.id)`,
)

export const clearingIsOpenAttempts = seenBySql(
  'clearing_is_open_attempts',
  'Clearing is the open attempts: an outcome that is not known keeps its money there.',
  `select currency as "figure", cast(sum(amount_minor + tax_minor) as bigint) as "value"
from attempts where ${open} group by currency order by 1`,
  `select offer_id as "subject", 'has other money in clearing than its open attempts' as "what" from offer_balances
where clearing <> (select coalesce(sum(amount_minor + tax_minor), 0) from attempts
  where attempts.offer_id = offer_balances.offer_id and ${open})`,
)

/** What the steps of attempts should have moved, each against the transfers of that moment. */
const moved = `
select offer_id, at, way, amount_minor, sum(sign) as difference from (
  select attempts.offer_id, attempt_steps.at,
    case when attempt_steps.state in ('succeeded', 'unknown') then amount_minor else amount_minor + tax_minor end as amount_minor,
    1 as sign,
    case attempt_steps.state when 'stored' then 'liability>clearing' when 'succeeded' then 'clearing>paid'
      when 'unknown' then 'paid>clearing' else 'clearing>liability' end as way
  from attempt_steps join attempts on attempts.id = attempt_steps.attempt_id
  where attempt_steps.state in ('stored', 'succeeded', 'failed', 'cancelled') or attempt_steps.move = 'succeeded>unknown'
  union all
  select attempts.offer_id, attempt_steps.at, tax_minor, 1 as sign,
    case attempt_steps.state when 'succeeded' then 'clearing>tax' else 'tax>clearing' end as way
  from attempt_steps join attempts on attempts.id = attempt_steps.attempt_id
  where (attempt_steps.state = 'succeeded' or attempt_steps.move = 'succeeded>unknown') and tax_minor > 0
  union all
  select offer_id, at, amount_minor, -1 as sign, debit || '>' || credit as way
  from transfers where debit = 'clearing' or credit = 'clearing'
) moves group by offer_id, at, way, amount_minor having sum(sign) <> 0`

export const oneTransferEach: Invariant = seenBySql(
  'one_transfer_each',
  'Storing an attempt moves its money into clearing once; a success moves it on to paid, and its tax to tax, once; undoing that moves both back once; a failure moves it back once; nothing else does.',
  `select debit || '>' || credit as "figure", count(*) as "value"
from transfers where debit = 'clearing' or credit = 'clearing' group by debit, credit order by 1`,
  `select offer_id as "subject",
  'has ' || case when difference > 0 then 'no' else 'an unexplained' end || ' transfer ' || way || ' at ' || at as "what"
from (${moved}) differences`,
  `select subject as "subject", 'moved its money ' || debit || '>' || credit || ' more than once' as "what" from transfers
where subject is not null and (debit = 'clearing' or credit = 'clearing')
group by subject, debit, credit
having count(*) > (select 1 + count(*) from attempt_steps where attempt_id = subject and move = 'succeeded>unknown')`,
  `select transfers.id as "subject", 'names an attempt that it is not of' as "what" from transfers
left join attempts on attempts.id = transfers.subject
where transfers.subject is not null and (debit = 'clearing' or credit = 'clearing')
  and (attempts.id is null or attempts.offer_id <> transfers.offer_id or transfers.amount_minor <> case
    when 'paid' in (debit, credit) then attempts.amount_minor when 'tax' in (debit, credit) then attempts.tax_minor
    else attempts.amount_minor + attempts.tax_minor end)`,
)

/** How long after the last day on which its provider may settle it an attempt may stay open unseen. */
const horizonMs = 30 * 24 * 3_600_000

export const knownInTime: Invariant = {
  name: 'known_in_time',
  promise:
    'What is in clearing is known within 30 days after its provider may last settle it, or stands in an open exception.',
  check(context) {
    const before = new Date(Date.parse(context.clock.now()) - horizonMs).toISOString().slice(0, 10)
    return seenBySql(
      'known_in_time',
      '',
      `select 'open' as "figure", count(*) as "value" from attempts where ${open}
union all select 'open exceptions', count(*) from exceptions where closed_at is null`,
      `select attempts.id as "subject", 'has been open since ' || day as "what" from attempts
where ${open} and settles_day < '${before}'
  and not exists (select 1 from exceptions where exceptions.subject = attempts.id and closed_at is null)`,
    ).check(context)
  },
}
