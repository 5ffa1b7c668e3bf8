/** What goes between finance and the bank: files of payments, results, statements and notifications. */
import { first } from '../../src/platform/db/together.ts'
import { dayAfter, dayBefore } from '../../src/platform/time/zone.ts'
import { receiveStatement } from '../../src/reconciliation/statements/receive.ts'
import { coveredDays } from '../../src/reconciliation/statements/store.ts'
import { linesToPay } from '../../src/rewards/batches/hand-out.ts'
import { type Batch, listBatches } from '../../src/rewards/batches/store.ts'
import { messageIdOf } from '../../src/rewards/payment-files/message-id.ts'
import { reportBatchResult } from '../../src/rewards/payouts/batch-result.ts'
import { reportResults } from '../../src/rewards/payouts/results.ts'
import { foundOfBatch } from '../../src/rewards/payouts/store.ts'
import type { Staff } from '../../src/staff/accounts/store.ts'
import type { Campaign } from '../campaign.ts'
import { gzipped } from '../statements/pack.ts'
import type { Bank, File } from './bank.ts'
import { notificationBytes, statementBytes } from './camt.ts'
import type { Sent } from './sent.ts'
import { swiftReportBytes, swiftStatementBytes } from './swift.ts'

/** Hands the bank the file of a batch, once all of it has been instructed. */
export async function sendFile(campaign: Campaign, which?: Batch): Promise<void> {
  const { ports, chance, bank, preparers } = campaign
  const batches = (await ports.db.read(listBatches({ before: 'batch_~', limit: 20 }))).filter(
    ({ provider, state }) => provider === 'manual' && state === 'approved',
  )
  const batch = which ?? chance.oneOf(batches)
  const staff = chance.oneOf(preparers)
  if (batch === undefined || staff === undefined) return
  const payouts = await ports.db.read(foundOfBatch(batch.id, '', 500))
  if (payouts.some(({ payoutState }) => payoutState === 'queued')) return
  const found = await linesToPay(ports, staff, batch.id)
  if (!('refused' in found)) bank.take(batch.id, found.lines)
}

/** Somebody reports what the bank says of a file: all of it, or of some of its payments. */
export async function report(campaign: Campaign): Promise<void> {
  const { bank, chance, preparers } = campaign
  const file = chance.oneOf(bank.files.filter(({ payments }) => payments.some(({ state }) => state !== 'given')))
  const staff = chance.oneOf(preparers)
  if (file === undefined || staff === undefined) return
  await reportFile(campaign, file, staff, chance.percent(30))
}

/** Without chance, for the end. */
export async function reportFile(campaign: Campaign, file: File, staff: Staff, isPart = false): Promise<void> {
  const { ports, chance } = campaign
  const evidence = `ticket ${file.batchId.slice(-4)}`
  if (file.manner === 'none') {
    const whole = { verdict: 'rejected', code: 'MS03', messageId: messageIdOf(file.batchId), paymentIds: [] } as const
    await reportBatchResult(ports, staff, file.batchId, whole, { except: new Set(), evidence })
    return
  }
  const some = isPart ? file.payments.filter(() => chance.percent(50)) : file.payments
  const lines = some.map(({ reference, code }) => ({
    reference,
    outcome: code === null ? ('paid' as const) : ('failed' as const),
    amountMinor: null,
    providerId: null,
    code,
    day: null,
  }))
  await reportResults(ports, staff, { batchId: file.batchId, lines, evidence })
}

const accountsOf = ({ files }: Bank) => [...new Set(files.map(({ accountId }) => accountId))]

/** Somebody uploads what the bank has to tell: its next days, days that were told before, or a notification. */
export async function uploadFromBank(campaign: Campaign): Promise<void> {
  const { chance, bank } = campaign
  const accountId = chance.oneOf(accountsOf(bank))
  if (accountId === undefined) return
  if (chance.percent(30)) return notify(campaign, accountId)
  const { from: firstDay, to: lastDay } = await covered(campaign, accountId)
  // Mostly where there is more to say of a sum.
  const more = bank.bookings.filter((one) => one.accountId === accountId && one.manner === 'sum_and_details')
  const isAgain = lastDay !== null && chance.percent(45)
  const from = isAgain
    ? (chance.oneOf(more.filter(({ day }) => day <= lastDay))?.day ??
      daysBack(lastDay, chance.pick(3), firstDay ?? bank.firstDay))
    : dayAfter(lastDay ?? dayBefore(bank.firstDay))
  await tell(campaign, accountId, from, chance.percent(50))
}

async function covered({ ports }: Campaign, accountId: string) {
  const days = await first(ports.db, coveredDays({ accountId }))
  return { from: days?.from ?? null, to: days?.to ?? null }
}

function daysBack(day: string, count: number, least: string): string {
  let back = day
  for (let n = 0; n < count && back > least; n++) back = dayBefore(back)
  return back
}

/** A statement up to yesterday. @param isDetailed it has the parts of sums of which a second statement has them */
async function tell(campaign: Campaign, accountId: string, from: string, isDetailed: boolean): Promise<void> {
  const { bank } = campaign
  const to = bank.yesterday()
  if (from > to) return reportToday(campaign, accountId)
  const reported = bank.bookings
    .filter((one) => one.accountId === accountId && from <= one.day && one.day <= to)
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map((booking) => ({
      booking,
      form: booking.manner === 'sum_and_details' && isDetailed ? ('parts' as const) : ('whole' as const),
    }))
  const openingMinor = bank.balanceOn(accountId, dayBefore(from))
  const closingMinor = bank.balanceOn(accountId, to)
  // A bank that gives both messages numbers its bookings alike in them; the older one has no parts.
  const isOlder = campaign.sent.length % 3 === 1 && reported.every(({ form }) => form === 'whole')
  const write = isOlder ? swiftStatementBytes : statementBytes
  const bytes = write(nextId(campaign), { accountId, from, to, openingMinor, closingMinor, told: reported })
  await give(campaign, accountId, bytes, {
    is: isOlder ? 'older statement' : 'statement',
    overlaps: await isCovered(campaign, accountId, from),
    told: reported,
  })
}

/** A report of what was booked so far today, where there is anything. */
async function reportToday(campaign: Campaign, accountId: string): Promise<void> {
  const { bank } = campaign
  const bookings = bank.bookings.filter((one) => one.accountId === accountId && one.day > bank.yesterday())
  if (bookings.length === 0) return
  const entries = bookings.map((booking) => ({ booking, form: 'whole' as const }))
  const bytes = swiftReportBytes(nextId(campaign), accountId, bookings)
  await give(campaign, accountId, bytes, { is: 'report', overlaps: false, told: entries })
}

async function isCovered(campaign: Campaign, accountId: string, day: string): Promise<boolean> {
  const { from, to } = await covered(campaign, accountId)
  return from !== null && to !== null && from <= day && day <= to
}

/** A notification of a sum's parts. */
async function notify(campaign: Campaign, accountId: string): Promise<void> {
  const { bank, chance } = campaign
  const some = bank.bookings.filter(
    (one) => one.accountId === accountId && one.manner === 'sum_and_notice' && !one.isReturn,
  )
  const booking = chance.oneOf(some)
  if (booking === undefined) return
  const bytes = notificationBytes(nextId(campaign), accountId, [booking])
  await give(campaign, accountId, bytes, { is: 'notification', overlaps: false, told: [{ booking, form: 'parts' }] })
}

/** Every message of a bank has an id of its own, so that no two are the same bytes. */
const nextId = ({ sent }: Campaign) => `M${sent.length + 1}`

async function give(
  { ports, chance, preparers, sent }: Campaign,
  accountId: string,
  bytes: Uint8Array<ArrayBuffer>,
  what: Omit<Sent, 'statementId'>,
): Promise<void> {
  const staff = chance.oneOf(preparers)
  if (staff === undefined) return
  const packed = chance.percent(20) ? await gzipped(bytes) : bytes
  const received = await receiveStatement(ports, staff, { accountId, bytes: packed })
  if ('staged' in received) sent.push({ statementId: received.statementId, ...what })
}

/** Everything that the bank has to tell and has not told yet; for the end. */
export async function tellAll(campaign: Campaign): Promise<void> {
  const { bank } = campaign
  const published = await publishedOf(campaign)
  for (const accountId of accountsOf(bank)) {
    const { to } = await covered(campaign, accountId)
    if (to === null || to < bank.yesterday()) {
      await tell(campaign, accountId, to === null ? bank.firstDay : dayAfter(to), true)
    }
    const untold = bank.bookings.filter(
      (booking) =>
        booking.accountId === accountId &&
        booking.manner.startsWith('sum_and') &&
        !published.some(({ told }) => told.some((one) => one.booking === booking && one.form === 'parts')),
    )
    const [waits] = untold.filter(({ manner, day }) => manner === 'sum_and_details' && day <= (to ?? ''))
    if (waits !== undefined) await tell(campaign, accountId, waits.day, true)
    const unsaid = untold.filter(({ manner }) => manner === 'sum_and_notice')
    if (unsaid.length === 0) continue
    const entries = unsaid.map((booking) => ({ booking, form: 'parts' as const }))
    const bytes = notificationBytes(nextId(campaign), accountId, unsaid)
    await give(campaign, accountId, bytes, { is: 'notification', overlaps: false, told: entries })
  }
}

/** What was uploaded and counts, in the order in which it began to. */
export async function publishedOf({ ports, sent }: Campaign): Promise<Sent[]> {
  const statements = await ports.db.read<{ id: string }>({
    sql: `select statement_id as "id" from statement_steps where state = 'published' order by at, statement_id`,
    values: [],
  })
  const byId = new Map(sent.map((one) => [one.statementId, one]))
  return statements.flatMap(({ id }) => byId.get(id) ?? [])
}
