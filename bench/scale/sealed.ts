/** Texts that are sealed anew for other rows, a million of them, without waiting for each. */
import { createCipheriv, createDecipheriv, createSecretKey, hash, type KeyObject, randomFillSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseKeySet, readKeys } from '../../src/platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../../src/platform/adapters/node-secret-keys.ts'
import { decrypt } from '../../src/platform/crypto/encrypted.ts'

/** The keys of a site. */
export interface SiteKeys {
  /** The study's, for accounts. */
  payees: KeyObject
  /** The study's, for what people typed. */
  answers: KeyObject
  accounts: KeyObject
}

/** @param rows the study's keys, as they stand in `study_keys` */
export async function siteKeys(folder: string, rows: readonly unknown[]): Promise<SiteKeys> {
  const json = readFileSync(join(folder, 'keys.json'), 'utf8')
  const keyFrom = (jwk: { k?: unknown }) => createSecretKey(Buffer.from(String(jwk.k), 'base64url'))
  const keyOf = (purpose: string) => keyFrom(parseKeySet(json).keys.findLast((key) => key.purpose === purpose) ?? {})
  const { payees } = await readKeys(json, nodeSecretKeys)
  const opened = async (purpose: string) => {
    const of = (rows as readonly Record<string, unknown>[]).find((row) => row.purpose === purpose) ?? {}
    const place = `study key ${of.id} of ${of.study_id}`
    return keyFrom(JSON.parse(await decrypt(payees.all, 'study-key', String(of.wrapped), place)))
  }
  return { payees: await opened('payees'), answers: await opened('answers'), accounts: keyOf('accounts') }
}

const nonces = Buffer.alloc(12 * 4_096)
let used = nonces.length

/** Twelve random bytes; asking for many at once is much quicker. */
function freshNonce(): Buffer {
  if (used === nonces.length) {
    randomFillSync(nonces)
    used = 0
  }
  used += 12
  return nonces.subarray(used - 12, used)
}

/** Seals the same text for the row of this id, as `platform/crypto/encrypted.ts` does. */
export type Sealer = (context: string) => string

/** Opens a text (a JWE), so that it can be sealed again; `place` is what stands behind the id in its context. */
export function sealerOf(key: KeyObject, jwe: string): Sealer {
  const bytes = (part = '') => Buffer.from(part, 'base64url')
  const [head = '', , iv, text, tag] = jwe.split('.')
  const opening = createDecipheriv('aes-256-gcm', key, bytes(iv))
  opening.setAAD(Buffer.from(head)).setAuthTag(bytes(tag))
  const plain = Buffer.concat([opening.update(bytes(text)), opening.final()])
  const header = JSON.parse(bytes(head).toString()) as Record<string, string>
  return (ctx) => {
    const protectedHeader = Buffer.from(JSON.stringify({ ...header, ctx })).toString('base64url')
    const fresh = freshNonce()
    const closing = createCipheriv('aes-256-gcm', key, fresh)
    closing.setAAD(Buffer.from(protectedHeader))
    const closed = closing.update(plain)
    closing.final()
    return `${protectedHeader}..${[fresh, closed, closing.getAuthTag()].map((part) => part.toString('base64url')).join('.')}`
  }
}

/** @returns what the app's `cellKey` gives, by an HMAC of two hashes, which for millions is quicker than one that is set up anew each time */
export function cellKeysOf({ accounts }: Pick<SiteKeys, 'accounts'>): (respondentId: string) => number {
  const key = Buffer.alloc(64)
  accounts.export().copy(key)
  const padded = (byte: number, length: number) => Buffer.concat([key.map((of) => of ^ byte), Buffer.alloc(length)])
  const text = (respondentId: string) => `cell key\n${respondentId}`
  const inner = padded(0x36, 0)
  const outer = padded(0x5c, 32)
  return (respondentId) => {
    hash('sha256', Buffer.concat([inner, Buffer.from(text(respondentId))]), 'buffer').copy(outer, 64)
    return hash('sha256', outer, 'buffer').readUInt32BE(0) >>> 2
  }
}
