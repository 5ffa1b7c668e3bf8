/** What becomes of a payout, its claim and its voucher when the statement shows that our books were wrong about it. */

import { transition } from '../../platform/db/state-machine.ts'
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Transfer } from '../../rewards/ledger/ledger.ts'
import { claimMachine, payoutMachine, voucherMachine } from '../../rewards/machines.ts'
import { uncountPayout } from '../../rewards/payees/year-store.ts'
import { extendVoucher, foundByPayout } from '../../rewards/payouts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'

export type ReopeningWrites = { rows: Write[]; money: Transfer[] }
export type PayoutRefusal = { refused: 'moved_on' | 'frozen' }

/** After money that came back its holder has this long, whatever the voucher's own time. */
const againMs = 14 * 24 * 3_600_000

/** The money of a paid payout is with us: it came back, or never left. Its holder can claim the voucher again. */
export async function reopened(
  ports: Ports,
  payoutId: string,
  attemptId: string,
  actor: string,
): Promise<ReopeningWrites | PayoutRefusal> {
  const at = ports.clock.now()
  const found = await first(ports.db, foundByPayout(payoutId))
  if (found?.attemptId !== attemptId || found.payoutState !== 'paid') return { refused: 'moved_on' }
  const step = { actor, reason: 'returned_by_provider' as const, at }
  const longer = longerAgain(found.expiresAt, at)
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
      ...(longer === null ? [] : [extendVoucher({ voucherId: found.voucherId, expiresAt: longer })]),
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

/** When a voucher whose money came back at `at` expires, if that is later than it was to; else null. */
export function longerAgain(expiresAt: string | null, at: string): string | null {
  const soonest = new Date(Date.parse(at) + againMs).toISOString()
  return expiresAt !== null && expiresAt < soonest ? soonest : null
}
