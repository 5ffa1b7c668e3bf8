/**
 * Money out for a seeded study, by the real code and sandbox providers of its own: some vouchers are claimed, some in
 * a batch, some paid, one payment's outcome is unknown, and one claim is held. People claim within two days of their
 * vouchers; what finance did began some hours ago.
 */

import type { StudyWithOffers } from '../src/journey/study.ts'
import { nanoIds } from '../src/platform/adapters/nano-ids.ts'
import { prepareQuery } from '../src/platform/db/together.ts'
import type { Payee, Ports } from '../src/ports.ts'
import { sql } from '../src/reconciliation/tables.ts'
import { approveBatch } from '../src/rewards/batches/approve.ts'
import { prepareBatch } from '../src/rewards/batches/prepare.ts'
import { calendarId, mayStart } from '../src/rewards/calendar/calendar.ts'
import { readCalendar } from '../src/rewards/calendar/store.ts'
import { claimVoucher } from '../src/rewards/claims/claim.ts'
import { offerById } from '../src/rewards/offers/offer.ts'
import { channelsFor } from '../src/rewards/payees/channels.ts'
import { instructBatch, reportPaid } from '../src/rewards/payouts/report.ts'
import { foundOfBatch } from '../src/rewards/payouts/store.ts'
import { sweepPayouts } from '../src/rewards/payouts/sweep.ts'
import { findOrAddStaff } from '../src/staff/accounts/actions.ts'
import type { Staff } from '../src/staff/accounts/store.ts'
import { propose } from '../src/staff/approvals/actions.ts'
import { basesOf } from './providers/registry.ts'
import { openSandboxes } from './sandbox.ts'

const minuteMs = 60_000
/** How long ago finance began. */
const agoMinutes = 6 * 60
const mostClaims = 120
/** People claim within so many minutes. */
const claimedWithin = 2 * 24 * 60
/** Minutes between two questions after a provider that did not answer: so many, and it is asked again hours later. */
const unanswered = [2, 3, 6, 11, 21, 31, 61, 121]

const issuedBefore = prepareQuery((p: { studyId: string; before: string; limit: number }) =>
  sql
    .selectFrom('vouchers')
    .innerJoin('voucher_steps', (join) =>
      join.onRef('voucher_steps.voucher_id', '=', 'vouchers.id').onRef('voucher_steps.n', '=', 'vouchers.n'),
    )
    .select(['vouchers.id', 'vouchers.offer_id as offerId', 'voucher_steps.at as issuedAt'])
    .where('vouchers.study_id', '=', p.studyId)
    .where('vouchers.state', '=', 'issued')
    .where('voucher_steps.at', '<', p.before)
    .orderBy('vouchers.id', 'desc')
    .limit(p.limit),
)
const countStates = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('claims')
    .select((eb) => ['state', eb.fn.countAll<number>().as('claims')])
    .where('study_id', '=', p.studyId)
    .groupBy('state')
    .orderBy('state'),
)

function payeeOf(channel: Payee['channel'], currency: string, n: number): Payee {
  const digits = String(n).padStart(4, '0')
  switch (channel) {
    case 'wechat':
      return { channel, fields: { openid: `oSandbox0000000000000000000${digits}` } }
    case 'alipay':
      return { channel, fields: { phone: `+861380000${digits}`, name: '王小明' } }
    case 'fps':
      return { channel, fields: { phone: `+8529123${digits}`, name: 'CHAN TAI MAN' } }
    case 'alipayhk':
      return { channel, fields: { phone: `+8526123${digits}`, name: 'CHAN T** M**' } }
    case 'mpay':
      return { channel, fields: { phone: `+8536612${digits}`, name: 'LEI K* I**' } }
    case 'bank':
      return currency === 'CNY'
        ? { channel, fields: { bank: '中国银行', account: `622202123456789${digits}`, name: '王小明' } }
        : {
            channel,
            fields: { bank: currency === 'HKD' ? '024' : '中國銀行', account: `24500${digits}1`, name: 'CHAN TAI MAN' },
          }
    case 'gift':
      return { channel, fields: { email: `student${digits}@example.org` } }
  }
}

/**
 * Fills in the money of a study in which nobody has claimed anything.
 * @param pick draws a whole number from 0 to n - 1
 * @returns what it came to, in a line
 */
export async function seedPayments(ports: Ports, study: StudyWithOffers, pick: (n: number) => number): Promise<string> {
  if (ports.payers.length > 1) return 'A real provider is configured, so nothing was claimed.'
  if ((await ports.db.read(countStates({ studyId: study.id }))).length > 0) return 'The claims stay as they were.'
  const began = Date.parse(ports.clock.now()) - agoMinutes * minuteMs
  let at = began
  const clock = { now: () => new Date(at).toISOString() }
  const wait = (minutes: number) => {
    at += minutes * minuteMs
  }
  const ids = nanoIds(clock)
  const bases = basesOf((name) => `https://${name}.invalid`)
  const providers = await openSandboxes({ clock, ids, bases, origin: ports.settings.origin })
  const there: Ports = { ...ports, clock, ids, payers: providers.payers, log: () => undefined }

  // The newest, so that no claim has waited for a month.
  const newest = await there.db.read(issuedBefore({ studyId: study.id, before: clock.now(), limit: mostClaims }))
  const vouchers = newest.toReversed()
  // The first two with Alipay give the same account, so that the second is held.
  let shared = 2
  const claim = async ({ id, offerId }: (typeof vouchers)[number], n: number) => {
    const offer = offerById(study, offerId)
    const offered = offer === undefined ? [] : channelsFor(offer, there)
    const channel = offered[pick(offered.length)]
    if (offer === undefined || channel === undefined) return
    const isShared = channel === 'alipay' && shared-- > 0
    await claimVoucher(there, { id }, payeeOf(channel, offer.currency, isShared ? 9_999 : n), 'holder')
    wait(1 / 4)
  }
  const early = Math.ceil(vouchers.length * 0.6)
  const late = Math.ceil(vouchers.length * 0.8)
  for (const [n, voucher] of vouchers.slice(0, early).entries()) {
    at = Math.min(began, Date.parse(voucher.issuedAt) + (1 + pick(claimedWithin)) * minuteMs)
    await claim(voucher, n)
  }
  at = began
  const calendar = await readCalendar(there.db, calendarId)
  if ('refused' in mayStart(calendar, clock.now(), 24))
    return `${early} claims. No payments were made, because none may go out today.`
  await payWhatIsReady(there, study, providers, wait)
  for (const [n, voucher] of vouchers.slice(early, late).entries()) await claim(voucher, early + n)
  const states = await there.db.read(countStates({ studyId: study.id }))
  return `Claims: ${states.map((it) => `${it.claims} ${it.state}`).join(', ')}.`
}

async function payWhatIsReady(
  ports: Ports,
  study: StudyWithOffers,
  { alipay }: Awaited<ReturnType<typeof openSandboxes>>,
  wait: (minutes: number) => void,
): Promise<void> {
  const preparer = await member(ports, 'Demo preparer', 'preparer')
  const approver = await member(ports, 'Demo approver', 'approver')
  const prepare = async (provider: 'alipay' | 'wechat' | 'manual' | 'tremendous', channel: Payee['channel']) => {
    const wanted = { studyId: study.id, provider, channel, currency: 'CNY', limits: study.settings.limits }
    const made = await prepareBatch(ports, preparer, wanted)
    wait(5)
    return 'refused' in made ? null : made.batchId
  }
  const approve = async (batchId: string | null) => {
    if (batchId !== null) await approveBatch(ports, approver, batchId)
    wait(5)
  }
  // The one that is unknown: the reply to its sending is lost, and no question about it is answered.
  alipay.faults.inject('send', 'timeout')
  await approve(await prepare('alipay', 'alipay'))
  await sweepPayouts(ports)
  for (const minutes of unanswered) {
    wait(minutes)
    alipay.faults.inject('query', 'timeout')
    await sweepPayouts(ports)
  }
  await approve(await prepare('wechat', 'wechat'))
  const byHand = await prepare('manual', 'bank')
  await approve(byHand)
  if (byHand !== null) await payByHand(ports, preparer, byHand)
  // And one that waits for approval.
  await prepare('tremendous', 'gift')
}

/** The bank has paid most, could not pay one, and has not said anything of the last. */
async function payByHand(ports: Ports, preparer: Staff, batchId: string): Promise<void> {
  await instructBatch(ports, preparer, batchId)
  const handed = await ports.db.read(foundOfBatch(batchId, '', 200))
  const paid = handed
    .slice(2)
    .flatMap(({ reference }) => (reference === null ? [] : [{ reference, amountMinor: null, providerId: null }]))
  await reportPaid(ports, preparer, paid)
  const [failed] = handed
  if (failed === undefined || failed.attemptId === null || handed.length < 3) return
  const { attemptId, payoutId } = failed
  const evidence = 'letter 2026-117'
  const payload = { attemptId, payoutId, reason: 'payee_not_found', code: 'AC01', evidence }
  await propose(ports, preparer, { kind: 'payout_failed', subject: payoutId, payload, reason: evidence })
}

async function member(ports: Ports, name: string, role: 'preparer' | 'approver'): Promise<Staff> {
  const staff = await findOrAddStaff(ports, { name, role })
  if ('refused' in staff) throw new Error(`${name} has another role.`)
  return staff
}
