/**
 * What is approved is content, not a name: a line's hash covers what will be sent, down to the payee's ciphertext, and a
 * batch's hash covers all its lines.
 */

import { sha256 } from '../../platform/crypto/sha256.ts'
import { payeeDigest } from '../payees/digest.ts'

export interface HashedLine {
  claimId: string
  voucherId: string
  provider: string
  channel: string
  currency: string
  amountMinor: number
  /** The payee's details as they are kept: encrypted. */
  payee: string
}

/** The hash of one line. */
export function lineHash(line: HashedLine): string {
  const { claimId, voucherId, provider, channel, currency, amountMinor, payee } = line
  return sha256(JSON.stringify([claimId, voucherId, provider, channel, currency, amountMinor, payeeDigest(payee)]))
}

/** The hash of a batch: of its lines' hashes, in an order of their own. */
export function contentHash(lineHashes: readonly string[]): string {
  return sha256([...lineHashes].sort().join('\n'))
}
