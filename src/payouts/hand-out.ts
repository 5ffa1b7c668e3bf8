/** What is to be paid by hand of a batch that was handed out, as the lines of a file. */
import { calendarId, mayStart, type NotNow } from '../calendar/calendar.ts'
import { readCalendar } from '../calendar/store.ts'
import { unmaskAll } from '../claims/unmask.ts'
import type { Ports } from '../ports.ts'
import type { Staff } from '../staff/store.ts'
import { voucherReference } from '../vouchers/voucher.ts'
import { readBatch } from './approve.ts'
import type { Batch } from './batch-store.ts'
import { payerOf, title } from './call.ts'
import { attemptOf } from './evidence.ts'
import type { PaymentLine } from './files/line.ts'
import { isFinal } from './rules.ts'
import type { Found, FoundAttempt } from './store.ts'

/** The payouts that were handed out and whose outcome nobody has reported: to pay any other would be to pay it twice. */
export function stillToPay(payouts: readonly Found[]): FoundAttempt[] {
  return payouts.flatMap((payout) => {
    const found = attemptOf(payout)
    return found === undefined || isFinal(found.attemptState) ? [] : [found]
  })
}

/**
 * The lines of a batch that are still to be paid, with their payees in full: whose each is shown, stands in the audit
 * trail first. `day` is today, in the calendar's zone. A file is the instruction itself once more, so that there is none
 * on a day on which a batch could not be handed out either.
 */
export async function linesToPay(
  ports: Ports,
  staff: Staff,
  batchId: string,
): Promise<
  { batch: Batch; lines: PaymentLine[]; day: string } | NotNow | { refused: 'not_found' | 'nothing_to_pay' | 'changed' }
> {
  const read = await readBatch(ports, batchId)
  const payer = read && payerOf(ports, read.batch.provider)
  if (read === undefined || payer?.mode !== 'file') return { refused: 'not_found' }
  const open = stillToPay(read.payouts)
  if (open.length === 0) return { refused: 'nothing_to_pay' }
  if (read.hashNow !== read.batch.contentHash) return { refused: 'changed' }
  const today = mayStart(await readCalendar(ports.db, calendarId), ports.clock.now(), payer.settlesWithinHours)
  if ('refused' in today) return today
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
    title,
  }))
  return { batch: read.batch, lines: await Promise.all(lines), day: today.day.day }
}
