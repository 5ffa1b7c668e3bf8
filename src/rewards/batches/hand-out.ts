/** What is to be paid by hand of a batch that was handed out, as the lines of a file. */

import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { calendarId, mayStart, type NotNow } from '../calendar/calendar.ts'
import { executionDay, readBankCalendar } from '../calendar/execution-day.ts'
import { readCalendar } from '../calendar/store.ts'
import { unmaskAll } from '../claims/unmask.ts'
import type { PaymentLine } from '../payment-files/line.ts'
import { remittanceTitle } from '../payment-files/remittance.ts'
import { configuredPayer } from '../payouts/call.ts'
import { attemptOf } from '../payouts/evidence.ts'
import { isFinal } from '../payouts/rules.ts'
import type { AttemptRow, PayoutRow } from '../payouts/store.ts'
import { voucherReference } from '../vouchers/voucher.ts'
import { readBatch } from './approve.ts'
import type { Batch } from './store.ts'

/** The payouts that were handed out and whose outcome nobody has reported: to pay any other would be to pay it twice. */
export function stillToPay(payouts: readonly PayoutRow[]): AttemptRow[] {
  return payouts.flatMap((payout) => {
    const found = attemptOf(payout)
    return found === undefined || isFinal(found.attemptState) ? [] : [found]
  })
}

/**
 * The lines of a batch that are still to be paid, with their payees in full: whose each is shown, stands in the audit
 * trail first. `day` is today, in the calendar's zone; `payOn` the day on which a bank is asked to pay. A file is the instruction itself once more, so that there is none
 * on a day on which a batch could not be handed out either.
 */
export async function linesToPay(
  ports: Ports,
  staff: Staff,
  batchId: string,
): Promise<
  | { batch: Batch; lines: PaymentLine[]; day: string; payOn: string }
  | NotNow
  | { refused: 'not_found' | 'nothing_to_pay' | 'changed' }
> {
  const read = await readBatch(ports, batchId)
  const payer = read && configuredPayer(ports, read.batch.provider)
  if (read === undefined || payer?.mode !== 'file') return { refused: 'not_found' }
  const open = stillToPay(read.payouts)
  if (open.length === 0) return { refused: 'nothing_to_pay' }
  if (read.hashNow !== read.batch.contentHash) return { refused: 'changed' }
  const calendar = await readCalendar(ports.db, calendarId)
  const today = mayStart(calendar, ports.clock.now(), payer.settlesWithinHours)
  if ('refused' in today) return today
  const payOn = executionDay(calendar, await readBankCalendar(ports.db, read.batch.currency), today.day.day)
  if (payOn === null) return { refused: 'not_published', opensOn: null }
  const shown = await unmaskAll(
    ports,
    staff,
    open.map(({ claimId }) => claimId),
  )
  if ('refused' in shown) return { refused: 'not_found' }
  const lines = open.map(async ({ claimId, voucherId, codeKey, reference, amountMinor, currency, channel }) => ({
    reference,
    voucherReference: await voucherReference(ports.keys, { id: voucherId, codeKey }),
    amountMinor,
    currency,
    channel,
    payee: shown.payees.get(claimId)?.fields ?? {},
    title: remittanceTitle(channel, currency),
  }))
  return { batch: read.batch, lines: await Promise.all(lines), day: today.day.day, payOn }
}
