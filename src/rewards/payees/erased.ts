/**
 * What is left of a payee that was erased: the hash of what was kept, which was encrypted and tells nothing. By it a
 * batch can still be shown to be the one that was approved.
 */
import { sha256 } from '../../platform/crypto/sha256.ts'

const mark = 'erased '

/** Whether a claim's payee was erased. */
export function isErased(payee: string): boolean {
  return payee.startsWith(mark)
}

/** What is kept in the place of a payee (a JWE). */
export function erasedPayee(payee: string): string {
  return `${mark}${sha256(payee)}`
}

/** SHA-256, in hex, of a payee as it is, or was, kept. */
export function payeeDigest(payee: string): string {
  return isErased(payee) ? payee.slice(mark.length) : sha256(payee)
}
