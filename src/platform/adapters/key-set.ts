/**
 * One secret holds every key, as a JWK set (RFC 7517) whose keys each name their purpose. The last key of a purpose is
 * the newest. Rotation adds one; taking one out ends what it signed or derived.
 */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import * as z from 'zod'
import type { KeyRing, Keys, NamedKey } from '../../ports.ts'

export const purposes = ['tokens', 'codes', 'receipts', 'payees', 'accounts'] as const
export type Purpose = (typeof purposes)[number]

const keySetSchema = z.object({
  keys: z.array(z.looseObject({ kid: z.string().min(1), purpose: z.enum(purposes) })).min(1),
})

export type KeySet = { keys: (JWK & { kid: string; purpose: Purpose })[] }

async function newKey(purpose: Purpose): Promise<JWK & { kid: string; purpose: Purpose }> {
  let jwk: JWK
  if (purpose === 'receipts') {
    jwk = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)
    jwk.alg = 'ES256'
  } else if (purpose === 'payees') {
    const generated = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])
    jwk = { ...(await exportJWK(generated)), alg: 'A256GCM' }
  } else {
    const generated = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, true, ['sign'])
    jwk = await exportJWK(generated)
    jwk.alg = 'HS256'
  }
  const kid = (await calculateJwkThumbprint(jwk)).slice(0, 12)
  return { ...jwk, kid, purpose }
}

/** A fresh set with one key of each purpose. */
export async function newKeySet(): Promise<KeySet> {
  return { keys: await Promise.all(purposes.map(newKey)) }
}

/**
 * The set with one more key, which signs from now on; what older keys signed stays valid.
 * @throws Error when there is a key for accounts already: that one is never rotated
 */
export async function withNewKey(set: KeySet, purpose: Purpose): Promise<KeySet> {
  if (purpose === 'accounts' && set.keys.some((key) => key.purpose === 'accounts')) {
    throw new Error('The key for accounts is never rotated: under another one an account could be paid twice.')
  }
  return { keys: [...set.keys, await newKey(purpose)] }
}

/** The set with a key for every purpose that it has none for, such as one made before payees were kept; or the same set. */
export async function withMissingKeys(set: KeySet): Promise<KeySet> {
  const missing = purposes.filter((purpose) => !set.keys.some((key) => key.purpose === purpose))
  return missing.length === 0 ? set : { keys: [...set.keys, ...(await Promise.all(missing.map(newKey)))] }
}

async function ring(set: KeySet, purpose: Purpose): Promise<KeyRing> {
  const all: NamedKey[] = []
  for (const jwk of set.keys) {
    if (jwk.purpose !== purpose) continue
    all.push({ kid: jwk.kid, key: await importKey(jwk, purpose) })
  }
  const newest = all.at(-1)
  if (newest === undefined) {
    throw new Error(
      `The key set has no key for ${purpose}: npm run --silent keys -- add ${purpose} --from FILE makes one.`,
    )
  }
  return { newest, all }
}

async function importKey(jwk: JWK, purpose: Purpose): Promise<CryptoKey> {
  if (purpose === 'receipts') return (await importJWK(jwk, 'ES256')) as CryptoKey
  const secret = jwk as JsonWebKey
  if (purpose === 'payees') return crypto.subtle.importKey('jwk', secret, 'AES-GCM', false, ['encrypt', 'decrypt'])
  return crypto.subtle.importKey('jwk', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}

/** The one key of a purpose that is never rotated. */
async function single(set: KeySet, purpose: Purpose): Promise<NamedKey> {
  const { newest, all } = await ring(set, purpose)
  if (all.length > 1) throw new Error(`The key set has ${all.length} keys for ${purpose}, which has only ever one.`)
  return newest
}

/**
 * Reads a key set from its JSON.
 * @throws Error with one clear line when it is not a key set
 */
export async function readKeys(json: string): Promise<Keys> {
  const set = parseKeySet(json)
  return {
    tokens: await ring(set, 'tokens'),
    codes: await ring(set, 'codes'),
    receipts: await ring(set, 'receipts'),
    payees: await ring(set, 'payees'),
    accounts: await single(set, 'accounts'),
    jwks: {
      keys: set.keys
        .filter((jwk) => jwk.purpose === 'receipts')
        .map(({ kty, crv, x, y, kid }) => ({ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' })),
    },
  }
}

/** @throws Error with one clear line when it is not a key set */
export function parseKeySet(json: string): KeySet {
  try {
    return keySetSchema.parse(JSON.parse(json)) as KeySet
  } catch {
    throw new Error('The key set is not readable: it must be the JSON that `npm run keys` prints.')
  }
}
