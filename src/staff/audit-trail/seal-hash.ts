/**
 * What is hashed when an audit entry is sealed. A seal covers its entry by a digest, so that an entry can be left out of
 * an export, its digest shown in its place, and the chain still be checked. Ids are random, so a digest cannot be
 * guessed back into its entry.
 */
import { sha256 } from '../../platform/crypto/sha256.ts'

export interface AuditEntry {
  id: string
  /** Who, as an id or a word. */
  actor: string
  /** What, as a word. */
  action: string
  /** To what, as an id. */
  subject: string
  /** ISO 8601 in UTC. */
  at: string
}

/** SHA-256, in hex, of an entry's canonical text: a JSON array without spaces. */
export function entryDigest({ id, actor, action, subject, at }: AuditEntry): string {
  return sha256(JSON.stringify(['audit entry', id, actor, action, subject, at]))
}

/** SHA-256, in hex, of seal number `n` on what has this digest, behind the seal with the hash `before` (null for none). */
export function sealHash(n: number, before: string | null, digest: string): string {
  return sha256(JSON.stringify(['audit seal', n, before, digest]))
}
