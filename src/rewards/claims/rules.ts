/** The decisions about claims, as pure functions. */
import type { Payee } from '../../ports.ts'
import { type Deadline, daysAfter, isPast } from '../vouchers/deadline.ts'
import type { Voucher } from '../vouchers/voucher.ts'
import type { Claim } from './store.ts'

/** Why a voucher cannot be claimed: where it stands, or that its time has ended. */
export type NotClaimable = 'held' | 'rejected' | 'expired' | 'voided' | 'superseded' | 'paid' | 'paid_outside'

/** Whether a voucher's holder may say now where its money goes, for the first time or anew. */
export function whyNotClaimable(
  voucher: Pick<Voucher, 'state'>,
  deadline: Deadline | null,
  now: string,
): NotClaimable | null {
  if (voucher.state === 'claimed') return null
  if (voucher.state !== 'issued') return voucher.state
  return isPast(deadline, now) ? 'expired' : null
}

/** Another account waits so long before it can be paid, so that its holder has the time to see what they did not do. */
const waitDays = 1

/**
 * From when on a claim may be paid: at once, or after a day when the voucher was claimed for another account before.
 * @param accountsBefore hashes of all accounts that this voucher was ever claimed for
 */
export function eligibleAt(now: string, accountHash: string, accountsBefore: readonly string[]): string {
  return accountsBefore.some((before) => before !== accountHash) ? daysAfter(now, waitDays) : now
}

/** Whether a claim can still be taken back: it is in no batch. */
export function isFree(claim: Pick<Claim, 'state'>): claim is Pick<Claim, 'state'> & { state: 'ready' | 'held' } {
  return claim.state === 'ready' || claim.state === 'held'
}

/** Whether two payees are the same to the letter. */
export function isSamePayee(one: Payee, other: Payee): boolean {
  const text = ({ channel, fields }: Payee) => JSON.stringify([channel, Object.entries(fields).sort()])
  return text(one) === text(other)
}
