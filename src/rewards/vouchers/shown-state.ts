/**
 * How vouchers stand for people who see money. Whether one is held, was rejected, has been claimed or has expired would
 * tell them what was decided about an answer and when, so until money moves or finance ends it, it is open and no more.
 */
import type { VoucherState } from '../../../schema/tables.ts'

export const shownStates = ['open', 'paid', 'paid_outside', 'voided', 'superseded'] as const
export type ShownState = (typeof shownStates)[number]

/** The states that are shown as one. */
export const statesShownAs: Readonly<Record<ShownState, readonly VoucherState[]>> = {
  open: ['held', 'issued', 'claimed', 'expired', 'rejected'],
  paid: ['paid'],
  paid_outside: ['paid_outside'],
  voided: ['voided'],
  superseded: ['superseded'],
}

/** The state of a voucher as people are told it. */
export function shownState(state: VoucherState): ShownState {
  return shownStates.find((shown) => statesShownAs[shown].includes(state)) ?? 'open'
}
