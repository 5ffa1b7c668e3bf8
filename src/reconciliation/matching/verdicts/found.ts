/** What a line was found to be about, and what it comes to. */
import type { ExceptionClass, LineKind, MatchesTable, ProviderEntriesTable } from '../../../../schema/tables.ts'
import type { ExceptionDetail } from '../../exceptions/exception.ts'
import type { MatchableAttempt, SeenLine } from '../match-store.ts'

export interface MatchedAttempt {
  attempt: MatchableAttempt
  rule: 'provider_id' | 'reference' | 'group' | 'batch'
  /** Lines that were matched with it before this one. */
  seen: readonly SeenLine[]
  /** What all lines of its reference come to: what left, less what came. */
  netMinor: number
  /** Open exceptions about the attempt, by class: their ids. */
  open: { [name in 'missing_at_provider' | 'state_conflict' | 'amount_mismatch']?: string }
  /** The line's reference is another attempt's than its provider id. */
  isTorn?: boolean
  /** Two people have booked that it was paid all the same, though our books call it failed and its line is a batch's. */
  isSettled?: boolean
  /** Lines of its whole batch that do not fit, and stand for its payment until another line does. */
  tentative?: readonly string[]
}

export interface Rules {
  accountId: string
  currency: string
  /** A fee above it is looked at by a person. */
  feeAlertMinor: number
}

export interface NewVerdictException {
  class: ExceptionClass
  subject: string
  amountMinor: number
  detail: ExceptionDetail
  /** Where it is not that of the line's attempt. */
  studyId?: string
  /** Where it is not the line's. */
  day?: string
}

/** An exception about a line, or about a share of one, that is answered. */
export interface LineClosed {
  class: ExceptionClass
  /** The line's key; of a share, with the payout's reference behind `#`. */
  key: string
  what: string
  isShare?: boolean
}

export interface LineVerdict {
  outcome: 'matched' | 'booked' | 'exception'
  match?: { kind: LineKind; rule: MatchesTable['rule'] }
  /** The payouts of a batch that it pays or brings back, and with how much of it. */
  shares?: readonly { attempt: MatchableAttempt; amountMinor: number; kind: 'payment' | 'return' }[]
  /** Of those, what it pays for certain; of a line that does not fit its batch, nothing. */
  pays?: readonly MatchedAttempt[]
  /** What our books of the account gain by it; `other` may be below 0. */
  entry?: { kind: ProviderEntriesTable['kind']; amountMinor: number }
  exception?: NewVerdictException
  /** More of them, each about a line of its own or a share; that line is then in an exception. */
  also?: readonly NewVerdictException[]
  /** Money left that nobody here knows of: nothing more is paid from the account. */
  stops?: true
  /** Exceptions that it answers: an id, or a line's key with the class. */
  closes?: { id: string; what: string }[]
  closesLine?: { class: ExceptionClass; key: string; what: string }
  alsoCloses?: readonly LineClosed[]
  /** The attempt's outcome is to be asked for. */
  asks?: true
}

/** Batches that a line names, with the newest attempt of each of their payouts. */
export interface FoundBatch {
  ids: readonly string[]
  attempts: readonly MatchedAttempt[]
}
