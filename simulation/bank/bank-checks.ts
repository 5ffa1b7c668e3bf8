/** What the bank did, against what our books say of it. */
import { first } from '../../src/platform/db/together.ts'
import { booksZone, dayOf } from '../../src/platform/time/zone.ts'
import { faultsOf } from '../../src/reconciliation/reports/content.ts'
import { readAccountReport } from '../../src/reconciliation/reports/read-account.ts'
import { readClosing } from '../../src/reconciliation/reports/read-study.ts'
import { coveredDays, unmatchedOf } from '../../src/reconciliation/statements/store.ts'
import type { Campaign } from '../campaign.ts'
import { publishedOf } from './paper.ts'
import { openOnes } from './work-off.ts'

interface Row {
  reference: string
  state: string
  voucherState: string
  payoutState: string
}

const attempts = `select attempts.reference as "reference", attempts.state as "state", payouts.state as "payoutState",
  vouchers.state as "voucherState"
from attempts join payouts on payouts.id = attempts.payout_id join vouchers on vouchers.id = payouts.voucher_id
where attempts.provider = 'manual' order by attempts.reference`

/** What holds after every step: nobody is called paid for whom no money left, and money counts once however it was told. */
export async function checkBank(campaign: Campaign): Promise<string[]> {
  const { ports, bank, study } = campaign
  const breaches: string[] = []
  for (const { reference, state } of await ports.db.read<Row>({ sql: attempts, values: [] })) {
    const payment = bank.paymentOf(reference)
    const moved = payment?.state === 'debited' || payment?.state === 'returned'
    if (state === 'succeeded' && !moved) breaches.push(`${reference} counts as paid, and no money left the bank`)
    if (state === 'failed' && payment?.code === null)
      breaches.push(`${reference} counts as failed, and the bank paid it`)
  }
  for (const accountId of new Set(bank.files.map((file) => file.accountId))) {
    breaches.push(...(await moneyOf(campaign, accountId)))
  }
  const closing = await readClosing(ports, study.slug)
  if (closing === undefined || faultsOf(closing).includes('does_not_add_up'))
    breaches.push('the certificate does not add up')
  return breaches
}

/** The lines of the days that statements cover are what the bank booked on them, once all are matched. */
async function moneyOf({ ports: { db }, bank }: Campaign, accountId: string): Promise<string[]> {
  const { to = null } = (await first(db, coveredDays({ accountId }))) ?? {}
  if (to === null || (await db.read(unmatchedOf({ accountId }))).length > 0) return []
  const [row] = await db.read<{ minor: number }>({
    sql: `select cast(coalesce(sum(credit_minor - debit_minor), 0) as bigint) as "minor" from statement_days where account_id = ? and day <= ?`,
    values: [accountId, to],
  })
  const expected = bank.balanceOn(accountId, to) - bank.openingMinor
  const breaches =
    row?.minor === expected
      ? []
      : [`${accountId} up to ${to}: lines come to ${row?.minor}, the bank booked ${expected}`]
  const breaks = await db.read<{ id: string }>({
    sql: `select id from exceptions where account_id = ? and class = 'balance_break' and subject <> ?`,
    values: [accountId, `${accountId}/balance/1`],
  })
  return [...breaches, ...breaks.map(({ id }) => `${accountId}: a balance break after the opening, ${id}`)]
}

/** What holds once the bank has told all and people have worked off what there was. */
export async function checkBankAtTheEnd(campaign: Campaign): Promise<string[]> {
  const { ports, bank } = campaign
  const breaches: string[] = []
  for (const { reference, state, payoutState } of await ports.db.read<Row>({ sql: attempts, values: [] })) {
    const payment = bank.paymentOf(reference)
    if (payment === undefined) continue
    const isPaid = payment.state === 'debited'
    if (isPaid !== (payoutState === 'paid' || payoutState === 'paid_outside'))
      breaches.push(`${reference} is ${payment.state} at the bank, and ${state}, ${payoutState} in our books`)
  }
  for (const { class: name, subject, amountMinor } of await openOnes(campaign))
    breaches.push(`${name} of ${amountMinor} is still open: ${subject}`)
  for (const accountId of new Set(bank.files.map((file) => file.accountId))) {
    const { from = null, to = null } = (await first(ports.db, coveredDays({ accountId }))) ?? {}
    if (from === null || to === null) {
      breaches.push(`${accountId} has no statement`)
      continue
    }
    const report = await readAccountReport(ports, accountId, { name: 'all', from, to })
    if (report === undefined) continue
    const balance = bank.balanceOn(accountId, to)
    // By a clock that was ahead, the last of it happened on a day that the bank has not come to.
    const last = [to, dayOf(booksZone, ports.clock.now())].sort().at(-1) ?? to
    const ours = await readAccountReport(ports, accountId, { name: 'all', from, to: last })
    if (ours?.ledger.closingMinor !== balance)
      breaches.push(`${accountId} holds ${ours?.ledger.closingMinor} by our books, and ${balance} at the bank`)
    if (report.provider.closingMinor !== balance)
      breaches.push(`${accountId} holds ${report.provider.closingMinor} by its report, and ${balance} at the bank`)
    const faults = faultsOf(report)
    if (faults.length > 0)
      breaches.push(
        `${accountId} is red: ${faults.join(' ')} ${JSON.stringify([report.paidWithoutLine, report.linesWithoutAttempt])}`,
      )
  }
  return breaches
}

/** In how many ways the bank told of what it did, by what counts of it. */
export async function waysReported(campaign: Campaign): Promise<Record<string, number>> {
  const ways: Record<string, number> = {}
  const count = (way: string, n = 1) => {
    if (n > 0) ways[way] = (ways[way] ?? 0) + n
  }
  const published = await publishedOf(campaign)
  for (const { overlaps, is } of published) {
    count('days that were told before', Number(overlaps))
    if (is === 'older statement') count('a statement in MT940')
    if (is === 'report') count('a report of today in MT942')
  }
  const { bookings, files } = campaign.bank
  const proved = await campaign.ports.db.read<{ reference: string; actor: string }>({
    sql: `select attempts.reference as "reference", attempt_steps.actor as "actor" from attempt_steps
join attempts on attempts.id = attempt_steps.attempt_id
where attempts.provider = 'manual' and attempt_steps.state = 'succeeded' order by attempts.reference`,
    values: [],
  })
  const actorOf = new Map(proved.map(({ reference, actor }) => [reference, actor]))
  for (const booking of bookings) {
    const { manner, payments, isReturn } = booking
    const forms = published.flatMap(({ is, told }) =>
      told.filter((one) => one.booking === booking).map(({ form }) => ({ is, form })),
    )
    const [head] = forms
    if (head === undefined) continue
    const wasPaid = payments.every(({ code }) => code === null)
    if (isReturn) count(wasPaid ? 'a late return' : 'a return of what failed')
    else if (manner === 'twins') count('twins', Number(bookings.filter(({ ref }) => ref === booking.ref).length > 1))
    else if (manner !== 'lines' && payments.length > 1) {
      const file = files.find((one) => one.payments.includes(payments[0] as never))
      const [actor] = payments.flatMap(({ reference }) => actorOf.get(reference) ?? [])
      if (actor !== undefined)
        count(actor === 'statement' ? 'a debit before its results' : 'results before their debit')
      const failed = file?.payments.filter(({ code }) => code !== null).length ?? 0
      if (failed === 0) count('a collective debit')
      else count(wasPaid ? 'a collective debit without what failed' : 'a collective debit with what failed')
      if (new Set(forms.map(({ form }) => form)).size > 1) {
        const other = manner === 'sum_and_notice' ? 'a notification' : 'a second statement'
        count(head.form === 'whole' ? `a sum, then its parts in ${other}` : `parts in ${other}, then their sum`)
      }
    }
  }
  for (const { manner } of files) count('a file that the bank refused', Number(manner === 'none'))
  return ways
}
