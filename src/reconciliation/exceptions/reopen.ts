/** What becomes of a payout, its claim and its voucher when the statement shows that our books were wrong about it. */

import { transition } from '../../platform/db/state-machine.ts'
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { isFree } from '../../rewards/claims/rules.ts'
import type { Transfer } from '../../rewards/ledger/ledger.ts'
import { claimMachine, payoutMachine, voucherMachine } from '../../rewards/machines.ts'
import { uncountPayout } from '../../rewards/payees/year-store.ts'
import { extendVoucher, foundByPayout } from '../../rewards/payouts/store.ts'
import { leave, moneyBetween, readVoucherAndClaim } from '../../rewards/vouchers/leave.ts'
import { accountOf } from '../../rewards/vouchers/lifecycle.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'

type Written = { rows: Write[]; money: Transfer[] }
export type PayoutRefusal = { refused: 'moved_on' | 'frozen' }

/** After money that came back its holder has this long, whatever the voucher's own time. */
const againMs = 14 * 24 * 3_600_000

/** The money of a paid payout is with us: it came back, or never left. Its holder can claim the voucher again. */
export async function reopened(
  ports: Ports,
  payoutId: string,
  attemptId: string,
  actor: string,
): Promise<Written | PayoutRefusal> {
  const at = ports.clock.now()
  const found = await first(ports.db, foundByPayout(payoutId))
  if (found?.attemptId !== attemptId || found.payoutState !== 'paid') return { refused: 'moved_on' }
  const step = { actor, reason: 'returned_by_provider' as const, at }
  const soonest = new Date(Date.parse(at) + againMs).toISOString()
  const isShort = found.expiresAt !== null && found.expiresAt < soonest
  return {
    rows: [
      ...transition(
        payoutMachine,
        { id: payoutId, n: found.payoutN, state: found.payoutState },
        { state: 'returned', ...step },
      ),
      ...transition(
        claimMachine,
        { id: found.claimId, n: found.claimN, state: found.claimState },
        { state: 'ended', ...step },
      ),
      ...transition(
        voucherMachine,
        { id: found.voucherId, n: found.voucherN, state: found.voucherState },
        { state: 'issued', ...step },
      ),
      ...uncountPayout(found),
      ...(isShort ? [extendVoucher({ voucherId: found.voucherId, expiresAt: soonest })] : []),
      addAudit({ id: ports.ids.next('audit'), actor, action: 'payout.returned', subject: payoutId, at }),
    ],
    money: (['paid', 'tax'] as const).flatMap((debit) => {
      const amountMinor = debit === 'paid' ? found.amountMinor : found.taxMinor
      if (amountMinor === 0) return []
      const { offerId } = found
      return [{ id: ports.ids.next('t'), offerId, debit, credit: 'liability', amountMinor, at, subject: attemptId }]
    }),
  }
}

/**
 * The holder was paid by an attempt that our books call failed, which stays as it is. The voucher ends, and its money
 * leaves the budget: it has been spent outside of it.
 */
export async function settled(ports: Ports, payoutId: string, actor: string): Promise<Written | PayoutRefusal> {
  const at = ports.clock.now()
  const found = await first(ports.db, foundByPayout(payoutId))
  const current = found && (await readVoucherAndClaim(ports.db, found.voucherId))
  if (current === undefined) return { refused: 'moved_on' }
  const { voucher, claim } = current
  // Paid by another attempt as well: that is money lost, and for `book`.
  if (voucher.state === 'paid') return { refused: 'moved_on' }
  if (claim !== undefined && !isFree(claim)) return { refused: 'frozen' }
  const money = moneyBetween(ports, voucher, accountOf(voucher.state), 'funding', at)
  const isLive = voucher.state === 'issued' || voucher.state === 'claimed' || voucher.state === 'held'
  if (!isLive) return { rows: [], money }
  const reason = 'paid_outside_the_books' as const
  return { rows: leave(ports, current, 'voided', { actor, reason, at }).rows, money }
}

/** Whether a voucher may still be paid, so that its money has to be dealt with. */
export async function isOwed(ports: Ports, payoutId: string): Promise<boolean> {
  const found = await first(ports.db, foundByPayout(payoutId))
  return found !== undefined && ['held', 'issued', 'claimed'].includes(found.voucherState)
}
