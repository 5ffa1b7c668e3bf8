/** Files of the bank that were uploaded. */
import type { Booking } from './bank.ts'
import type { Form } from './camt.ts'

export interface Sent {
  statementId: string
  is: 'statement' | 'notification'
  /** It begins on a day that was covered before. */
  overlaps: boolean
  told: { booking: Booking; form: Form }[]
}
