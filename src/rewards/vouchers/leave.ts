/** The writes by which a voucher leaves its state, with its claim and its money. */
import type { Reason } from '../../../schema/tables.ts'
import { transition } from '../../platform/db/state-machine.ts'
import { type Database, first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { openClaimOf, stopClaim } from '../claims/store.ts'
import type { Transfer } from '../ledger/ledger.ts'
import { claimMachine, voucherMachine } from '../machines.ts'
import { grossOf } from '../offers/tax.ts'
import { type LifecycleAction, ledgerAccountOf, lifecycle, type VoucherAndClaim } from './lifecycle.ts'
import { voucherById } from './store.ts'
import type { Voucher } from './voucher.ts'

/** A voucher with its open claim, or undefined when there is none with that id. */
export async function readVoucherAndClaim(
  db: Database,
  voucherId: string,
): Promise<(VoucherAndClaim & { voucher: Voucher }) | undefined> {
  const voucher = await first(db, voucherById({ id: voucherId }))
  return voucher && { voucher, claim: await first(db, openClaimOf({ voucherId })) }
}

/**
 * Where a voucher goes that follows a decision about its response. The entry of the decision stands for it: one beside it would
 * name response and voucher in the same moment, and their number alone would tell whether the voucher could follow at once.
 */
const followed: readonly string[] = [lifecycle.hold.to, lifecycle.release.to, lifecycle.reject.to]

/**
 * Describes one step of a voucher by `by` for a reason: its open claim ends with it, and its money goes where the new
 * state has it. What is done at the same moment elsewhere, such as a batch that freezes the claim, refuses it.
 */
export function leave(
  ports: Pick<Ports, 'ids'>,
  { voucher, claim }: VoucherAndClaim,
  to: (typeof lifecycle)[LifecycleAction]['to'] | 'expired' | 'paid_outside',
  by: { actor: string; reason: Reason; at: string },
): { rows: Write[]; money: Transfer[] } {
  const { ids } = ports
  const { actor, at } = by
  return {
    rows: [
      ...transition(voucherMachine, voucher, { state: to, ...by }),
      ...(claim === undefined ? [] : transition(claimMachine, claim, { state: 'ended', ...by })),
      ...(claim?.state === 'ready' && to === 'held' ? [stopClaim({ id: claim.id, voucherId: voucher.id })] : []),
      ...(followed.includes(to)
        ? []
        : [addAudit({ id: ids.next('audit'), actor, action: `voucher.${to}`, subject: voucher.id, at })]),
    ],
    money: moneyBetween(ports, voucher, ledgerAccountOf(voucher.state), ledgerAccountOf(to), at),
  }
}

/** The transfer of what a voucher is worth, or none when it stays where it is. */
export function moneyBetween(
  { ids }: Pick<Ports, 'ids'>,
  { id: subject, offerId, ...worth }: Pick<VoucherAndClaim['voucher'], 'id' | 'offerId' | 'amountMinor' | 'taxMinor'>,
  debit: Transfer['debit'],
  credit: Transfer['credit'],
  at: string,
): Transfer[] {
  const amountMinor = grossOf(worth)
  return debit === credit ? [] : [{ id: ids.next('t'), offerId, debit, credit, amountMinor, at, subject }]
}
