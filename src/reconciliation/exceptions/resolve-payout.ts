/** What closing an exception does to a payout and its voucher. */
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Transfer } from '../../rewards/ledger/ledger.ts'
import { attemptOf, endWrites } from '../../rewards/payouts/evidence.ts'
import { isFinal } from '../../rewards/payouts/rules.ts'
import { foundByPayout } from '../../rewards/payouts/store.ts'
import type { About } from '../matching/about.ts'
import { openShares, paymentsOf } from './closing-store.ts'
import type { Action, ClosingRefusal } from './exception.ts'
import { isOwed, reopened, settled } from './reopen.ts'

interface PayoutResolution {
  rows: Write[]
  money: Transfer[]
  /** Its attempt has succeeded by it. */
  isPaid?: boolean
}

const nothing: PayoutResolution = { rows: [], money: [] }

export async function resolvePayout(
  ports: Ports,
  about: About,
  action: Action,
  actor: string,
): Promise<PayoutResolution | ClosingRefusal> {
  const { exception, attempt, lines } = about
  const { class: name } = exception
  const [line] = lines
  const wasPaidAfterAll =
    name === 'state_conflict' && line?.direction === 'debit' && attempt !== null && attempt.state !== 'succeeded'
  switch (action) {
    case 'reopen':
      return reopen(ports, about, actor)
    case 'settle':
      return wasPaidAfterAll ? settled(ports, attempt.payoutId, actor) : { refused: 'not_this' }
    case 'keep':
    case 'book':
      if (wasPaidAfterAll && (await isOwed(ports, attempt.payoutId))) return { refused: 'still_owed' }
      if (name === 'amount_mismatch' && action === 'book' && attempt !== null && line !== undefined) {
        return isFinal(attempt.state) ? nothing : paid(ports, about, actor)
      }
      return name === 'batch_mismatch' && action === 'book' ? wholePaid(ports, about, actor) : nothing
  }
}

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
    const one = endWrites(ports, found, 'succeeded', null, { code: found.code }, actor, ports.clock.now())
    ended.rows.push(...one.rows)
    ended.money.push(...one.money)
  }
  return ended
}

async function reopen(
  ports: Ports,
  { exception, attempt, lines }: About,
  actor: string,
): Promise<PayoutResolution | ClosingRefusal> {
  if (attempt === null) return { refused: 'not_this' }
  switch (exception.class) {
    case 'return_after_success':
      if (lines[0]?.amountMinor !== attempt.amountMinor) return { refused: 'amount' }
      return reopened(ports, attempt.payoutId, attempt.id, actor)
    case 'missing_at_provider':
    case 'state_conflict': {
      // A payment that the statement shows did leave.
      const { count = 0 } = (await first(ports.db, paymentsOf(attempt.id))) ?? {}
      return count > 0 ? { refused: 'not_this' } : reopened(ports, attempt.payoutId, attempt.id, actor)
    }
    default:
      return { refused: 'not_this' }
  }
}

/** Another amount than was asked for was paid: the attempt is over, and the difference is booked beside it. */
async function paid(ports: Ports, { attempt }: About, actor: string): Promise<PayoutResolution | ClosingRefusal> {
  const found = attempt && attemptOf(await first(ports.db, foundByPayout(attempt.payoutId)))
  if (!found || found.attemptId !== attempt.id || isFinal(found.attemptState)) return { refused: 'moved_on' }
  const answer = { code: found.code, ...(found.providerId === null ? {} : { providerId: found.providerId }) }
  return { ...endWrites(ports, found, 'succeeded', null, answer, actor, ports.clock.now()), isPaid: true }
}
