/** What payees have got in a year, against the payouts that say so. */
import { seenBySql } from '../invariant.ts'

const counted = `
select payouts.payee_hash, payouts.payee_year as year, payouts.currency, sum(payouts.amount_minor + vouchers.tax_minor) as amount
from payouts join vouchers on vouchers.id = payouts.voucher_id
where payouts.payee_hash is not null and (payouts.state in ('queued', 'open', 'paid') or payouts.outside_minor is not null)
group by payouts.payee_hash, payouts.payee_year, payouts.currency`

const same = `counted.payee_hash = payee_years.payee_hash and counted.year = payee_years.year
  and counted.currency = payee_years.currency`

export const yearsArePayouts = seenBySql(
  'years_are_payouts',
  "A payee's year is the payouts that are waiting, under way, paid or paid outside, with their tax, and no more than was allowed.",
  `select currency as "figure", cast(sum(total_minor) as bigint) as "value" from payee_years group by currency order by 1`,
  `select payee_years.payee_hash as "subject", 'counts other payouts than there are' as "what"
from payee_years left join (${counted}) counted on ${same} where total_minor <> coalesce(counted.amount, 0)`,
  `select counted.payee_hash as "subject", 'has payouts that no year counts' as "what"
from (${counted}) counted left join payee_years on ${same} where payee_years.payee_hash is null`,
  `select payee_hash as "subject", 'has got more than was allowed' as "what"
from payee_years where limit_minor is not null and total_minor > limit_minor + raised_minor`,
)
