/** What may become of a voucher by other hands than its holder's, and why: pure functions and lists. */
import type { LedgerAccount, Reason, VoucherState } from '../../../schema/tables.ts'
import { isFree } from '../claims/rules.ts'
import type { Claim } from '../claims/store.ts'
import type { Voucher } from './voucher.ts'

/** Why by each way, as the codes to choose from. */
export const reasonsFor = {
  hold: ['duplicate_person', 'careless_answers', 'not_eligible', 'automated', 'other'],
  release: ['checked_by_hand', 'looks_genuine', 'other'],
  reject: ['duplicate_person', 'careless_answers', 'not_eligible', 'automated', 'other'],
  void: [
    'organiser_decision',
    'wrong_person',
    'duplicate_person',
    'careless_answers',
    'not_eligible',
    'automated',
    'other',
  ],
  reissue: ['lost_link', 'wrong_person', 'other'],
  releaseClaim: ['checked_by_hand', 'looks_genuine', 'other'],
} as const satisfies Record<string, readonly Reason[]>

export type LifecycleAction = Exclude<keyof typeof reasonsFor, 'releaseClaim'>
export type ReasonFor<Way extends keyof typeof reasonsFor> = (typeof reasonsFor)[Way][number]

/** From which states each way leads, and where to. */
export const lifecycle = {
  hold: { from: ['issued', 'claimed'], to: 'held' },
  release: { from: ['held'], to: 'issued' },
  reject: { from: ['held'], to: 'rejected' },
  // Open to all that finance sees as open, or its refusal would tell which of them were held or rejected.
  void: { from: ['held', 'issued', 'claimed', 'expired', 'rejected'], to: 'voided' },
  reissue: { from: ['held', 'issued', 'claimed', 'expired', 'rejected', 'voided'], to: 'superseded' },
} as const satisfies Record<LifecycleAction, { from: readonly VoucherState[]; to: VoucherState }>

/** A voucher and its claim that has not ended. */
export interface VoucherAndClaim {
  voucher: Pick<Voucher, 'id' | 'n' | 'state' | 'studyId' | 'offerId' | 'amountMinor' | 'taxMinor'>
  claim: Pick<Claim, 'id' | 'n' | 'state'> | undefined
}

/** `frozen`: a batch holds its claim, so that its money may be on the way; `moved_on`: it stands elsewhere. */
export type LifecycleRefusal = 'frozen' | 'moved_on'

/** Why this way is not open to a voucher as it stands; null when it is. */
export function whyNotPossible(way: LifecycleAction, { voucher, claim }: VoucherAndClaim): LifecycleRefusal | null {
  const from: readonly string[] = lifecycle[way].from
  if (!from.includes(voucher.state)) return 'moved_on'
  return claim === undefined || isFree(claim) ? null : 'frozen'
}

/**
 * Where the money of a voucher is that is in no batch: its account. A held one is owed like any other, or the balances would
 * tell that it was held, and by that what had become of it.
 */
export function ledgerAccountOf(state: VoucherState): LedgerAccount {
  switch (state) {
    case 'held':
    case 'issued':
    case 'claimed':
      return 'liability'
    case 'paid':
      return 'paid'
    case 'paid_outside':
      return 'outside'
    default:
      return 'available'
  }
}
