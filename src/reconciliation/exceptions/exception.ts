/** What an exception holds, and what may be done about it: pure. */
import type { ExceptionClass, LineKind } from '../../../schema/tables.ts'

/** JSON of an exception's detail: ids, codes and amounts. Those from a provider's own answer have fewer. */
export interface ExceptionDetail {
  statement?: string
  /** The line's key in its account. */
  line?: string
  direction?: 'debit' | 'credit'
  kind?: LineKind
  rawType?: string
  lineMinor?: number
  reference?: string | null
  providerId?: string | null
  attempt?: string
  payout?: string
  /** What our books say of the attempt. */
  state?: string
  bookedMinor?: number
  bookedDay?: string
  /** It stops its account until two people lift it. */
  stops?: boolean
  /** A provider's own answer: the state of the payment, its code, and what it says was paid. */
  answered?: string
  code?: string | null
  amountMinor?: number
  /** The line is a whole batch, and this is about the share of one payout in it. */
  isShare?: boolean
  /** What that line is in all. */
  wholeMinor?: number
  /** Our batch, where the line is a whole one. */
  batch?: string
  /** Of a line that is a batch: how many payments it says, and the payouts of the batch that nothing else ended. */
  parts?: number
  payouts?: number
  failed?: number
  failedMinor?: number
  /** Where the bank has booked the batch in several debits that do not fit it: how many, and what they come to. */
  debits?: number | undefined
  debitsMinor?: number | undefined
  /** `balance_break`: the provider's closing balance, and what ours would be. */
  closingMinor?: number
  expectedMinor?: number
}

/**
 * What closing does beside the note.
 * - `keep`: nothing; only where our books and the statement agree
 * - `book`: what the provider moved and we did not is booked, so that both hold the same
 * - `reopen`: the payout came back, or never went: its voucher can be claimed again
 * - `settle`: the holder was paid by an attempt that we call failed: the voucher is paid outside, and so is its money
 */
export const actions = ['keep', 'book', 'reopen', 'settle'] as const
export type Action = (typeof actions)[number]

/** Nothing of these moves money or stops anything, so that one person may close them with a note. */
export function needsTwo(name: ExceptionClass): boolean {
  return name !== 'late' && name !== 'fee'
}

/** Whether several payouts of a batch that were paid came back as one sum. */
export function isBatchReturn(
  { class: name }: { class: ExceptionClass },
  { batch, attempt }: ExceptionDetail,
): boolean {
  return name === 'return_after_success' && batch !== undefined && attempt === undefined
}

/** What an exception about a line is about. */
export function lineSubject(accountId: string, key: string): string {
  return `${accountId}/${key}`
}

/**
 * Why an exception cannot be closed:
 * - `moved_on`: it is closed, or what it is about stands elsewhere
 * - `not_this`: the action is not one for it
 * - `has_left`: a statement shows that the money left, so that it is not with us
 * - `differs`: our books and the statement would go on differing
 * - `still_owed`: the voucher could be paid once more, so it has to be settled
 * - `frozen`: the voucher is in a batch again; `amount`: not all of it came back
 */
export type ClosingRefusal = {
  refused: 'moved_on' | 'not_this' | 'has_left' | 'differs' | 'still_owed' | 'frozen' | 'amount'
}
