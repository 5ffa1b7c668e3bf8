/**
 * What is approved is content, not a name: a line's hash covers what will be sent, down to the payee's ciphertext, and a
 * batch's hash covers all its lines.
 */

import { payeeDigest } from '../payees/erased.ts'

const encoder = new TextEncoder()

/** SHA-256 of a text, in hex. */
export async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export interface Line {
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
export async function lineHash(line: Line): Promise<string> {
  const { claimId, voucherId, provider, channel, currency, amountMinor, payee } = line
  return sha256(JSON.stringify([claimId, voucherId, provider, channel, currency, amountMinor, payeeDigest(payee)]))
}

/** The hash of a batch: of its lines' hashes, in an order of their own. */
export function contentHash(lineHashes: readonly string[]): Promise<string> {
  return sha256([...lineHashes].sort().join('\n'))
}
