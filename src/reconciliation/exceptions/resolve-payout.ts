/** What closing an exception does to a payout and its voucher. */
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Transfer } from '../../rewards/ledger/ledger.ts'
import { attemptOf, endWrites } from '../../rewards/payouts/evidence.ts'
import { isFinal } from '../../rewards/payouts/rules.ts'
import { foundByPayout } from '../../rewards/payouts/store.ts'
import type { About } from '../matching/about.ts'
import { openShares, paymentsOf, returnedShares } from './closing-store.ts'
import { type Closing, wasPaidAfterAll } from './closings.ts'
import type { ClosingRefusal } from './exception.ts'
import { reopened } from './reopen.ts'
import { isOwed, settled, settlementUndone } from './settle.ts'

interface PayoutResolution {
  rows: Write[]
  money: Transfer[]
  /** Its attempt has succeeded by it. */
  isPaid?: boolean
}

const nothing: PayoutResolution = { rows: [], money: [] }

/** What becomes of the payout that an exception is about when it is closed so: writes and transfers, or why not. */
export async function resolvePayout(
  ports: Ports,
  about: About,
  closing: Closing,
  actor: string,
): Promise<PayoutResolution | ClosingRefusal> {
  switch (closing.kind) {
    case 'settle':
      return settled(ports, closing.attempt.payoutId, actor)
    case 'reopen_settled':
      return settlementUndone(ports, closing.attempt.payoutId, actor)
    case 'reopen':
      return reopen(ports, about, closing, actor)
    case 'reopen_batch':
      return reopenAll(ports, about, actor)
    case 'end_as_paid':
      return paid(ports, closing, actor)
    case 'end_batch_as_paid':
      return wholePaid(ports, about, actor)
    case 'keep':
    case 'book_lines':
      return wasPaidAfterAll(about) && (await isOwed(ports, about.attempt.payoutId))
        ? { refused: 'still_owed' }
        : nothing
    case 'book_opening':
    case 'book_absence':
      return nothing
  }
}

type Reopening = Extract<Closing, { kind: 'reopen' }>

/** The bank paid every payout of the batch that has not failed, and something else beside it. */
async function wholePaid(
  ports: Ports,
  { accountId, lines: [line] }: About,
  actor: string,
): Promise<PayoutResolution | ClosingRefusal> {
  if (line === undefined) return { refused: 'not_this' }
  const ended: Required<PayoutResolution> = { rows: [], money: [], isPaid: true }
  for (const { attemptId, payoutId } of await ports.db.read(openShares(accountId, line.key))) {
    const found = attemptOf(await first(ports.db, foundByPayout(payoutId)))
    if (found?.attemptId !== attemptId || isFinal(found.attemptState)) return { refused: 'moved_on' }
    const one = endWrites(ports, found, {
      end: 'succeeded',
      answer: { code: found.code },
      actor,
      at: ports.clock.now(),
    })
    ended.rows.push(...one.rows)
    ended.money.push(...one.money)
  }
  return ended
}

async function reopen(
  ports: Ports,
  { exception }: About,
  { attempt }: Reopening,
  actor: string,
): Promise<PayoutResolution | ClosingRefusal> {
  if (exception.class !== 'return_after_success') {
    // A payment that the statement shows did leave.
    const { count = 0 } = (await first(ports.db, paymentsOf(attempt.id))) ?? {}
    if (count > 0) return { refused: 'has_left' }
  }
  return reopened(ports, attempt.payoutId, attempt.id, actor)
}

/** Every payout that was paid and came back with the line. */
async function reopenAll(
  ports: Ports,
  { accountId, lines: [line] }: About,
  actor: string,
): Promise<PayoutResolution | ClosingRefusal> {
  if (line === undefined) return { refused: 'not_this' }
  const all: PayoutResolution = { rows: [], money: [] }
  for (const { attemptId, payoutId } of await ports.db.read(returnedShares(accountId, line.key))) {
    const one = await reopened(ports, payoutId, attemptId, actor)
    if ('refused' in one) return one
    all.rows.push(...one.rows)
    all.money.push(...one.money)
  }
  return all
}

/** Another amount than was asked for was paid: the attempt is over, and the difference is booked beside it. */
async function paid(
  ports: Ports,
  { attempt }: Extract<Closing, { kind: 'end_as_paid' }>,
  actor: string,
): Promise<PayoutResolution | ClosingRefusal> {
  const found = attemptOf(await first(ports.db, foundByPayout(attempt.payoutId)))
  if (!found || found.attemptId !== attempt.id || isFinal(found.attemptState)) return { refused: 'moved_on' }
  const answer = { code: found.code, ...(found.providerId === null ? {} : { providerId: found.providerId }) }
  return { ...endWrites(ports, found, { end: 'succeeded', answer, actor, at: ports.clock.now() }), isPaid: true }
}
