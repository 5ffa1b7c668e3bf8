/** Whether payees can be read by whoever pays them, and what they have got in a year, against the payouts that say so. */
import type { Query } from '../../../platform/db/together.ts'
import { decryptPayee } from '../../../rewards/payees/encrypt.ts'
import { atMost, type CheckContext, type Invariant, mostBreaches, seenBySql } from '../invariant.ts'

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

interface KeptPayee {
  id: string
  voucherId: string
  payee: string
}

const rowsAtOnce = 500

const keptPayees = (after: string): Query<KeptPayee> => ({
  sql: `select id as "id", voucher_id as "voucherId", payee as "payee" from claims
where payee not like 'erased %' and id > ? order by id limit ${rowsAtOnce}`,
  values: [after],
})

const namesItsKey = seenBySql(
  'payees_open',
  'Every payee opens under a key of its study that is not erased, or is erased itself; those from before studies had such keys, under one of the service.',
  `select 'under_keys_of_studies' as "figure", count(*) as "value" from claims where payee_key is not null
union all select 'under_keys_of_the_service', count(*) from claims where payee_key is null and payee not like 'erased %'
union all select 'erased', count(*) from claims where payee like 'erased %'
union all select 'keys_erased', count(*) from study_keys where purpose = 'payees' and erased_at is not null`,
  `select claims.id as "subject", 'is under a key that is gone, erased or of another study' as "what"
from claims left join study_keys on study_keys.id = claims.payee_key and study_keys.purpose = 'payees'
where claims.payee_key is not null
  and (study_keys.id is null or study_keys.erased_at is not null or study_keys.study_id <> claims.study_id)`,
)

export const payeesOpen: Invariant = {
  ...namesItsKey,
  async check(context) {
    const { figures, breaches } = await namesItsKey.check(context)
    return { figures, breaches: atMost(breaches.length > 0 ? breaches : await closedPayees(context)) }
  },
}

async function isStillKept(db: CheckContext['db'], { id, payee }: KeptPayee): Promise<boolean> {
  const [now] = await db.read<{ payee: string }>({
    sql: 'select payee as "payee" from claims where id = ?',
    values: [id],
  })
  return now?.payee === payee
}

/** Payees that open for nobody; none without keys to try. */
async function closedPayees({ db, clock, keys }: CheckContext): Promise<string[]> {
  if (keys === undefined) return []
  const closed: string[] = []
  for (let after = ''; closed.length <= mostBreaches; ) {
    const rows = await db.read(keptPayees(after))
    for (const row of rows) {
      const opened = await decryptPayee({ db, clock, keys }, row).catch(() => null)
      // Whoever erased it, or sealed it anew, since it was read has broken nothing.
      if (opened === null && (await isStillKept(db, row))) closed.push(`${row.id} keeps a payee that does not open`)
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < rowsAtOnce) break
    after = last.id
  }
  return closed
}
