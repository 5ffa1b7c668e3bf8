/** What a batch is called between us and a bank. */

/** A batch's id as a message has it. Handed out again, the batch is the same message. */
export function messageIdOf(batchId: string): string {
  return batchId.replace(/[^A-Za-z0-9]/g, '').toUpperCase()
}

/** The payment information of a message that holds its payments in this currency (ISO 4217). */
export function paymentIdOf(messageId: string, currency: string): string {
  return `${messageId}-${currency}`
}
