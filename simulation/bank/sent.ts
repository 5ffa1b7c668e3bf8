/** Files of the bank that were uploaded. */
import type { Booking } from './bank.ts'
import type { Form } from './camt.ts'

export interface Sent {
  statementId: string
  /** An older statement is an MT940, a report an MT942; the others are camt. */
  is: 'statement' | 'older statement' | 'notification' | 'report'
  /** It begins on a day that was covered before. */
  overlaps: boolean
  told: { booking: Booking; form: Form }[]
}
