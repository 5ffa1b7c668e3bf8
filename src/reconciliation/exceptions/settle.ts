/**
 * A holder was paid by an attempt that our books call failed. The attempt stays as it is; the voucher is paid outside,
 * and so is its money. If that money comes back later, the voucher can be claimed again.
 */
import { transition } from '../../platform/db/state-machine.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { isFree } from '../../rewards/claims/rules.ts'
import { balanceOf, type Transfer } from '../../rewards/ledger/ledger.ts'
import { voucherMachine } from '../../rewards/machines.ts'
import { grossOf } from '../../rewards/offers/tax.ts'
import { outsideUndone, recordPaidOutside } from '../../rewards/payouts/outside.ts'
import { extendVoucher, foundByPayout, type PayoutRow } from '../../rewards/payouts/store.ts'
import { leave, readVoucherAndClaim } from '../../rewards/vouchers/leave.ts'
import { ledgerAccountOf } from '../../rewards/vouchers/lifecycle.ts'
import { setPending } from '../../rewards/vouchers/reviews-store.ts'
import { voucherById, voucherOfRespondent } from '../../rewards/vouchers/store.ts'
import type { Voucher } from '../../rewards/vouchers/voucher.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { longerAgain, type PayoutRefusal, type ReopeningWrites } from './reopen.ts'

/** A payout's voucher is paid outside: the one that has taken its place, where another has. */
export async function settled(ports: Ports, payoutId: string, actor: string): Promise<ReopeningWrites | PayoutRefusal> {
  const at = ports.clock.now()
  const payout = await first(ports.db, foundByPayout(payoutId))
  const promise = payout && (await promiseOf(ports, payout))
  const current = promise && (await readVoucherAndClaim(ports.db, promise.id))
  if (payout === undefined || current === undefined) return { refused: 'moved_on' }
  const { voucher, claim } = current
  // Paid by another attempt as well: that is money lost, and for `book`.
  if (voucher.state === 'paid' || voucher.state === 'paid_outside') return { refused: 'moved_on' }
  if (claim !== undefined && !isFree(claim)) return { refused: 'frozen' }
  const { rows } = leave(ports, current, 'paid_outside', { actor, reason: 'paid_outside_the_books', at })
  const counted = await recordPaidOutside(ports, payout, claim, { actor, at })
  if ('refused' in counted) return counted
  const from = await whereFrom(ports, voucher)
  // Should the money come back, the voucher has to stand again where somebody put it.
  const isHeld = voucher.state === 'held' || voucher.state === 'rejected'
  return {
    rows: [...rows, ...counted, ...(isHeld ? [setPending({ respondentId: voucher.respondentId, pending: 1 })] : [])],
    money: parts(voucher).map(([credit, amountMinor]) => ({
      ...move(ports, voucher, at),
      debit: from,
      credit,
      amountMinor,
    })),
  }
}

/** What was paid outside came back: the voucher is issued again. */
export async function settlementUndone(
  ports: Ports,
  payoutId: string,
  actor: string,
): Promise<ReopeningWrites | PayoutRefusal> {
  const at = ports.clock.now()
  const payout = await first(ports.db, foundByPayout(payoutId))
  const voucher = payout && (await promiseOf(ports, payout))
  if (payout === undefined || voucher?.state !== 'paid_outside') return { refused: 'moved_on' }
  const longer = longerAgain(voucher.expiresAt, at)
  return {
    rows: [
      ...transition(voucherMachine, voucher, { state: 'issued', actor, reason: 'returned_by_provider', at }),
      ...outsideUndone(payout, { actor, at }),
      ...(longer === null ? [] : [extendVoucher({ voucherId: voucher.id, expiresAt: longer })]),
      addAudit({ id: ports.ids.next('audit'), actor, action: 'voucher.returned', subject: voucher.id, at }),
    ],
    money: parts(voucher).map(([debit, amountMinor]) => ({
      ...move(ports, voucher, at),
      debit,
      credit: 'liability',
      amountMinor,
    })),
  }
}

/** Whether a payout's voucher may still be paid, so that its money has to be dealt with. */
export async function isOwed(ports: Ports, payoutId: string): Promise<boolean> {
  const found = await first(ports.db, foundByPayout(payoutId))
  return found !== undefined && ['held', 'issued', 'claimed'].includes(found.voucherState)
}

/** The voucher that stands for what a payout was to pay. */
async function promiseOf({ db }: Ports, payout: PayoutRow): Promise<Voucher | undefined> {
  const voucher = await first(db, voucherById({ id: payout.voucherId }))
  return voucher?.state === 'superseded' ? first(db, voucherOfRespondent(voucher)) : voucher
}

/**
 * What is promised to nobody any more is taken from the rest of the budget. Where that has been promised to others, it
 * was spent beyond the budget, which is as much larger from then on.
 */
async function whereFrom({ db }: Ports, voucher: Voucher): Promise<Transfer['debit']> {
  const account = ledgerAccountOf(voucher.state)
  if (account !== 'available') return account
  const balance = await first(db, balanceOf({ offerId: voucher.offerId }))
  return balance !== undefined && balance.available >= grossOf(voucher) ? account : 'funding'
}

/** What has reached the holder, and what is owed to the tax office with it. */
function parts({ amountMinor, taxMinor }: Voucher): ['outside' | 'tax', number][] {
  return [['outside', amountMinor], ...(taxMinor === 0 ? [] : [['tax', taxMinor] as ['tax', number]])]
}

function move({ ids }: Ports, { id: subject, offerId }: Voucher, at: string) {
  return { id: ids.next('t'), offerId, at, subject }
}
