import type { BookingReport } from '../bookings.ts'

/** A telling, with what it may be known again by under another number. */
export interface Linkable extends BookingReport {
  /** The bank's own id of the payment. */
  bankId: string | null
  /** The payouts of our batch that it names. */
  payouts: readonly string[]
  /** Its own statement does not have it any more. */
  isGone?: boolean
  /** It was looked at when nothing of ours was known to bear its number, and waits for people. */
  isUnknown: boolean
  /** Whether it fits its batch, if these lines say nothing by themselves; for a sum that names one. */
  fits?: (without: ReadonlySet<string>) => boolean
}
