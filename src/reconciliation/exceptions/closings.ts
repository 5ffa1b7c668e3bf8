/** What may close an exception, by its class: a table, and what each of its cells comes to. Pure. */
import type { ExceptionClass } from '../../../schema/tables.ts'
import { isFinal } from '../../rewards/payouts/rules.ts'
import type { About } from '../matching/about.ts'
import { type Action, type ClosingRefusal, type ExceptionDetail, isBatchReturn } from './exception.ts'

/** Each class with what may close it, the usual first. Whatever else is proposed is refused. */
export const closings: { readonly [name in ExceptionClass]: readonly [Action, ...Action[]] } = {
  missing_at_provider: ['reopen', 'book'],
  missing_in_ledger: ['keep', 'book'],
  amount_mismatch: ['book', 'keep'],
  duplicate: ['book'],
  late: ['keep'],
  state_conflict: ['settle', 'reopen', 'book', 'keep'],
  fee: ['keep'],
  return_after_success: ['reopen', 'book'],
  unknown_type: ['book', 'keep', 'settle'],
  balance_break: ['book'],
  batch_mismatch: ['book'],
}

/** Every class that an exception may have. */
export const exceptionClasses = Object.keys(closings) as [ExceptionClass, ...ExceptionClass[]]

/** What usually closes one, by all that is known of it when it is opened: nothing that it could not be closed with. */
export function usualClosing(name: ExceptionClass, detail: ExceptionDetail): Action {
  const { answered, direction, lineMinor, bookedMinor, state } = detail
  const isAnswer = answered !== undefined
  if (name === 'amount_mismatch' && isAnswer) return 'keep'
  if (name === 'state_conflict' && isAnswer && answered !== 'succeeded') return 'reopen'
  if (name === 'state_conflict' && direction === 'credit') return 'book'
  const hasFailed = state === 'failed' || state === 'cancelled'
  if (name === 'unknown_type' && direction === 'debit' && hasFailed && lineMinor === bookedMinor) return 'settle'
  const isPart = name === 'return_after_success' && !isBatchReturn({ class: name }, detail) && lineMinor !== bookedMinor
  return isPart ? 'book' : closings[name][0]
}

type Attempt = NonNullable<About['attempt']>

/**
 * What closing an exception does beside its note.
 * - `keep`: nothing; refused where our books and the lines differ
 * - `book_lines`: our books of the account gain what its lines have moved and they lack
 * - `book_opening`: they gain what was there before the first line
 * - `book_absence`: they gain what no line has taken; the voucher stays paid
 * - `end_batch_as_paid`: the open attempts of a batch that is one line have paid; by how much it differs is booked
 * - `end_as_paid`: the open attempt has paid, by a line of another amount or of a type that was not known; a difference is booked
 * - `reopen`: the payout is undone, and its voucher can be claimed again; the money is with us
 * - `reopen_batch`: the same of every payout that came back with one sum
 * - `reopen_settled`: the same of a voucher that was paid outside
 * - `settle`: the voucher is paid outside, by the attempt that our books call failed
 */
export type Closing =
  | { kind: 'keep' }
  | { kind: 'book_lines' }
  | { kind: 'book_opening' }
  | { kind: 'book_absence' }
  | { kind: 'end_batch_as_paid' }
  | { kind: 'end_as_paid'; attempt: Attempt }
  | { kind: 'reopen'; attempt: Attempt }
  | { kind: 'reopen_batch' }
  | { kind: 'reopen_settled'; attempt: Attempt }
  | { kind: 'settle'; attempt: Attempt }

/** What an action comes to for an exception, as its lines and its attempt stand; or why it is none for it. */
export function closingOf(about: About, action: Action): Closing | ClosingRefusal {
  const { class: name } = about.exception
  if (!closings[name].includes(action)) return { refused: action === 'keep' ? 'differs' : 'not_this' }
  switch (action) {
    case 'keep':
      return { kind: 'keep' }
    case 'book':
      return bookingOf(about)
    case 'reopen':
      return reopeningOf(about)
    case 'settle':
      return wasPaidAfterAll(about) ? { kind: 'settle', attempt: about.attempt } : { refused: 'not_this' }
  }
}

function bookingOf(about: About): Closing | ClosingRefusal {
  const { exception, attempt, lines } = about
  const { class: name } = exception
  const [line] = lines
  if (name === 'balance_break') return { kind: 'book_opening' }
  if (line === undefined) return name === 'missing_at_provider' ? { kind: 'book_absence' } : { refused: 'not_this' }
  if (name === 'batch_mismatch') return { kind: 'end_batch_as_paid' }
  const isOwn = attempt !== null && line.attemptId === attempt.id && !isFinal(attempt.state)
  const isPayment = name === 'amount_mismatch' || isPaymentOfUnknownType(about)
  return isOwn && isPayment ? { kind: 'end_as_paid', attempt } : { kind: 'book_lines' }
}

/** Whether a line whose type is not known has the reference and the amount of a payout that no other line pays. */
export function isPaymentOfUnknownType(about: About): about is About & { attempt: Attempt } {
  const { exception, attempt, lines } = about
  const [line] = lines
  return (
    exception.class === 'unknown_type' && line?.matchedAs === 'unknown' && line.amountMinor === attempt?.amountMinor
  )
}

/** Whether a line of unknown type that was taken for the payment of an open payout is other money: its payment may yet come. */
export function isOtherMoney(about: About): about is About & { attempt: Attempt } {
  const { exception, attempt, lines } = about
  const isTaken = exception.class === 'unknown_type' && lines[0]?.matchedAs === 'unknown'
  return isTaken && attempt !== null && !isFinal(attempt.state) && !isPaymentOfUnknownType(about)
}

function reopeningOf({ exception, detail, attempt, lines }: About): Closing | ClosingRefusal {
  if (isBatchReturn(exception, detail)) return { kind: 'reopen_batch' }
  if (attempt === null) return { refused: 'not_this' }
  if (exception.class !== 'return_after_success') return { kind: 'reopen', attempt }
  if (lines[0]?.amountMinor !== attempt.amountMinor) return { refused: 'amount' }
  return { kind: attempt.state === 'succeeded' ? 'reopen' : 'reopen_settled', attempt }
}

/** Whether a line shows that money left, or the provider says so, by an attempt that has not succeeded in our books. */
export function wasPaidAfterAll(about: About): about is About & { attempt: Attempt } {
  const { exception, detail, attempt, lines } = about
  if (attempt === null || attempt.state === 'succeeded') return false
  if (exception.class === 'unknown_type') return isFinal(attempt.state) && isPaymentOfUnknownType(about)
  const hasLeft = lines.length === 0 ? detail.answered === 'succeeded' : lines[0]?.direction === 'debit'
  return exception.class === 'state_conflict' && hasLeft
}
