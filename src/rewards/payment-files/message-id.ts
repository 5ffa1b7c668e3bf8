/** What batches and their payments are called between us and a bank. */

/** A batch's id as a message has it. Handed out again, the batch is the same message. */
export function messageIdOf(batchId: string): string {
  return batchId.replace(/[^A-Za-z0-9]/g, '').toUpperCase()
}

/** The payment information of a message that holds its payments in this currency (ISO 4217). */
export function paymentIdOf(messageId: string, currency: string): string {
  return `${messageId}-${currency}`
}

/** A batch's id in a text: fixed in length, so that a bank may leave out the hyphen or write it among other words. */
const inText = /(?<![0-9A-Z])BATCH([0-9A-HJKMNP-TV-Z]{21})(?:-?[A-Z]{3})?(?![0-9A-Z])/gi

/** The ids of the batches that a text names, by their message or by a payment information of it, each once. */
export function batchIdsIn(text: string): string[] {
  const ids = [...text.matchAll(inText)].map(([, rest = '']) => `batch_${rest.toLowerCase()}`)
  return [...new Set(ids)]
}

/** A payment's reference in a text: as long as each that we give, see `attemptReference`. */
const reference = /(?<![0-9A-Z])H[0-9A-HJKMNP-TV-Z]{21}(?![0-9A-Z])/gi

/** What a text has of the form of our payments' references, each once, as we write them. */
export function referencesIn(text: string): string[] {
  return [...new Set([...text.matchAll(reference)].map(([found]) => found.toUpperCase()))]
}

/** The beginning of one, as a field of few characters leaves it: sixteen in field 61 of MT940. Shorter ones say too little. */
const begun = /(?<![0-9A-Z])H[0-9A-HJKMNP-TV-Z]{11,20}(?![0-9A-Z])/gi

/** What a text has of the form of the beginning of our payments' references, of twelve characters at least. */
export function cutReferencesIn(text: string): string[] {
  return [...new Set([...text.matchAll(begun)].map(([found]) => found.toUpperCase()))]
}

/** What a bank's text says of whose payment it is: our reference, where it has one and no other, or else all of it. */
export function referenceNamed(text: string | null): string | null {
  const [ours, other] = referencesIn(text ?? '')
  return ours !== undefined && other === undefined ? ours : text
}
