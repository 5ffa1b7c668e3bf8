/**
 * One secret holds every key, as a JWK set (RFC 7517) whose keys each name their purpose. The last key of a purpose is
 * the newest. Rotation adds one; taking one out ends what it signed or derived.
 */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import * as z from 'zod'
import type { KeyRing, Keys, NamedKey } from '../ports.ts'

export const purposes = ['tokens', 'codes', 'receipts'] as const
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

/** The set with one more key, which signs from now on; what older keys signed stays valid. */
export async function withNewKey(set: KeySet, purpose: Purpose): Promise<KeySet> {
  return { keys: [...set.keys, await newKey(purpose)] }
}

async function ring(set: KeySet, purpose: Purpose): Promise<KeyRing> {
  const all: NamedKey[] = []
  for (const jwk of set.keys) {
    if (jwk.purpose !== purpose) continue
    const key =
      purpose === 'receipts'
        ? ((await importJWK(jwk, 'ES256')) as CryptoKey)
        : await crypto.subtle.importKey('jwk', jwk as JsonWebKey, { name: 'HMAC', hash: 'SHA-256' }, false, [
            'sign',
            'verify',
          ])
    all.push({ kid: jwk.kid, key })
  }
  const newest = all.at(-1)
  if (newest === undefined) throw new Error(`The key set has no key for ${purpose}.`)
  return { newest, all }
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
