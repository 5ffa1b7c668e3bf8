/** Sums that the app keeps beside the rows: what the copies come to, by the rows themselves. */
import type SqliteFile from 'better-sqlite3'

const accounts = ['available', 'reserved', 'liability', 'clearing', 'paid', 'tax', 'outside']

/** What came to an account of this offer, less what went. */
const moved = (account: string) =>
  `coalesce((select sum(came) from sums where sums.offer_id = offer_balances.offer_id and sums.account = '${account}'), 0)`

export function addBalances(file: InstanceType<typeof SqliteFile>): void {
  file.exec(`create temp table sums as select offer_id, account, sum(came) as came from (
    select offer_id, credit as account, amount_minor as came from transfers
    union all select offer_id, debit, -amount_minor from transfers) group by offer_id, account`)
  file.exec(`update offer_balances set ${accounts.map((account) => `${account} = ${moved(account)}`).join(', ')}`)
  file.exec(`update provider_accounts set instructed = (select count(*) from attempts
    where attempts.provider = provider_accounts.provider and attempts.currency = provider_accounts.currency)`)
  // Days of the books are those of a zone eight hours ahead.
  file.exec(`insert into provider_days (account_id, day, funded, paid, fees, returned, other)
    select attempts.provider || ':' || attempts.currency, date(attempt_steps.at, '+8 hours'), 0, sum(attempts.amount_minor), 0, 0, 0
    from attempt_steps join attempts on attempts.id = attempt_steps.attempt_id where attempt_steps.state = 'succeeded' group by 1, 2
    on conflict (account_id, day) do update set paid = excluded.paid`)
}
