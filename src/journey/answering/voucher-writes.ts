/** The writes by which a lease becomes a voucher, in whatever way its response ends. */
import type { Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { endLease } from '../../rewards/leases/lease.ts'
import type { Transfer } from '../../rewards/ledger/ledger.ts'
import type { Offer } from '../../rewards/offers/offer.ts'
import { grossOf } from '../../rewards/offers/tax.ts'
import { expiryOf } from '../../rewards/vouchers/deadline.ts'
import { holdFromTheStart } from '../../rewards/vouchers/reviews-store.ts'
import { addFirstStep, addVoucher } from '../../rewards/vouchers/store.ts'
import { referenceHash, voucherRandomness } from '../../rewards/vouchers/voucher.ts'
import { noteJudged } from '../../survey/insights/segments/rewrite.ts'
import type { Read } from './reading.ts'

/** What the study chose for the door by which a respondent came. */
export const doorOf = (study: Read['study'], { invitationId }: Pick<Read['progress'], 'invitationId'>) =>
  invitationId === null ? study.openLinkPolicy : study.invitationPolicy

/**
 * The lease becomes a voucher: issued at once, or held, as the study chose for the door. Its money is owed either way.
 * @param isDoubted whether the checks would have a person look at it
 */
export async function rewardWrites(
  ports: Ports,
  { progress, study }: Pick<Read, 'progress' | 'study'>,
  offer: Offer,
  isDoubted: boolean,
  at: string,
): Promise<{ state: 'issued' | 'held'; rows: Write[]; money: Transfer[] }> {
  const { respondentId, lease } = progress
  const policy = doorOf(study, progress)
  const state = policy === 'hold' || (policy === 'check' && isDoubted) ? 'held' : 'issued'
  const voucherId = ports.ids.next('v', voucherRandomness)
  const codeKey = ports.keys.codes.newest.kid
  const used = lease === null ? { rows: [] } : endLease(ports, respondentId, lease, 'used', at)
  const rows = [
    ...used.rows,
    ...(state === 'held' ? [...holdFromTheStart(respondentId, at), ...noteJudged(respondentId, 'held')] : []),
    addFirstStep({ voucherId, state, move: `>${state}`, at }),
    addVoucher({
      id: voucherId,
      studyId: study.id,
      offerId: offer.id,
      respondentId,
      currency: offer.currency,
      amountMinor: offer.amountMinor,
      taxMinor: offer.taxMinor,
      codeKey,
      state,
      at,
      // The time of a held one starts when it is released.
      expiresAt: state === 'issued' ? expiryOf(study.settings, at) : null,
      replaces: null,
      referenceHash: await referenceHash(ports.keys, { id: voucherId, codeKey }),
    }),
  ]
  const owed: Transfer = {
    id: ports.ids.next('t'),
    offerId: offer.id,
    debit: 'reserved',
    credit: 'liability',
    amountMinor: grossOf(offer),
    at,
    subject: voucherId,
  }
  return { state, rows, money: [owed] }
}
