/**
 * What is left of a payee that was erased: the hash of what was kept, which was encrypted and tells nothing. By it a
 * batch can still be shown to be the one that was approved.
 */
import { contextOf } from '../../platform/crypto/encrypted.ts'
import { sha256 } from '../../platform/crypto/sha256.ts'

const mark = 'erased '

/** Whether a claim's payee was erased. */
export function isErased(payee: string): boolean {
  return payee.startsWith(mark)
}

/** What is kept in the place of a payee (a JWE). */
export function erasedPayee(payee: string): string {
  return `${mark}${payeeDigest(payee)}`
}

/**
 * SHA-256, in hex, of a payee as it is kept, or was when it was first claimed: one that was sealed anew has it in its header,
 * where only who has the key can put it.
 */
export function payeeDigest(payee: string): string {
  if (isErased(payee)) return payee.slice(mark.length)
  return /^\S+ ([0-9a-f]{64})$/.exec(contextOf(payee) ?? '')?.[1] ?? sha256(payee)
}
